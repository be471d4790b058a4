import UnicodeText
import VNExtract

/// What was found in a text, with offsets led back to the text as it was before it was written otherwise.
struct Findings {
  /// Where a mention stands and what it is.
  struct Place: Hashable {
    let type: String
    let start: Int
    let end: Int
  }

  /// The mentions with all that is said of them.
  private(set) var mentions: [Place: [String]] = [:]
  /// Title, person, institution and status of each relation.
  private(set) var relations: Set<[String]> = []
  /// The mentions of each entity.
  private(set) var entities: Set<Set<Place>> = []

  init(_ document: Document, _ source: (Range<Int>) -> Range<Int>) {
    var places: [String: Place] = [:]
    for mention in document.mentions {
      let range = source(mention.range)
      let place = Place(type: mention.type.rawValue, start: range.lowerBound, end: range.upperBound)
      places[mention.id] = place
      let interval = mention.interval.map { "\($0.start ?? "")/\($0.end ?? "")" }
      mentions[place] = [
        mention.kind, mention.status, mention.timex, mention.value, mention.mod, mention.code, mention.now, interval,
        mention.evidence, Self.key(mention.unit), Self.key(mention.name),
      ].map { $0 ?? "" }
    }
    func name(_ id: String?) -> String { id.flatMap { places[$0] }.map { "\($0.start)–\($0.end)" } ?? "" }
    for relation in document.relations {
      relations.insert([
        relation.type, name(relation.title), name(relation.person), name(relation.organization), relation.status ?? "",
      ])
    }
    for entity in document.entities { entities.insert(Set(entity.mentions.compactMap { places[$0] })) }
  }

  /// Words are the same where their folded spellings are.
  private static func key(_ words: String?) -> String? {
    words.map { $0.split { $0.isWhitespace }.map { FoldedKey(folding: String($0)).description }.joined(separator: " ") }
  }

  /// What the other findings have otherwise, a line each.
  func differences(from other: Findings, in text: [Unicode.Scalar]) -> [String] {
    func show(_ place: Place) -> String {
      "\(place.type) \(place.start)–\(place.end) [\(String(String.UnicodeScalarView(text[place.start..<place.end])))]"
    }
    var out: [(start: Int, line: String)] = []
    for (place, attributes) in mentions {
      if let there = other.mentions[place] {
        for (here, there) in zip(attributes, there) where here != there {
          out.append((place.start, "\(show(place)): \(here) → \(there)"))
        }
      } else {
        out.append((place.start, "lost \(show(place))"))
      }
    }
    for place in other.mentions.keys where mentions[place] == nil { out.append((place.start, "new \(show(place))")) }
    for relation in relations.symmetricDifference(other.relations) {
      out.append((Int.max, (relations.contains(relation) ? "lost " : "new ") + relation.joined(separator: " ")))
    }
    for entity in entities.symmetricDifference(other.entities) {
      let members = entity.map(show).sorted().joined(separator: ", ")
      out.append((Int.max, (entities.contains(entity) ? "lost entity " : "new entity ") + members))
    }
    return out.sorted { ($0.start, $0.line) < ($1.start, $1.line) }.map(\.line)
  }
}
