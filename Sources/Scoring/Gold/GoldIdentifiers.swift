/// The ids the markup writes: a person's mentions share one, an organization or place has its own.
struct GoldIdentifiers {
  private let mentions: [AnnotatedMention]
  private var made: [Int: String] = [:]

  init(_ document: AnnotatedDocument) {
    mentions = document.mentions
    let taken = Set(mentions.compactMap(\.id) + mentions.compactMap(\.entity))
    var next = 1
    for target in document.relations.flatMap({ [$0.person, $0.organization] }).compactMap({ $0 })
    where known(target) == nil && made[target] == nil {
      while taken.contains("n\(next)") { next += 1 }
      made[target] = "n\(next)"
      next += 1
    }
  }

  /// The id of a mention; nil where it needs none.
  func identifier(of index: Int) -> String? { known(index) ?? made[index] }

  private func known(_ index: Int) -> String? {
    let mention = mentions[index]
    switch mention.type {
    case "PERSON": return mention.entity ?? mention.id
    case "ORG", "LOC": return mention.id
    default: return nil
    }
  }
}
