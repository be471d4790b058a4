import Patterns
import UnicodeText

/// Groups the mentions of one person and of one organization.
///
/// The same words are the same entity; a shorter name belongs to the full name, met last, that ends or begins with it.
struct EntityLinker {
  private struct Group {
    var type: MentionType
    var members: [Int] = []
  }

  /// Groups by the words of names.
  private struct GroupTable {
    var names: NameTable
    var groups: [Int] = []

    /// The group of a name.
    subscript(name: NameTable.Name) -> Int? { names.number(of: name).map { groups[$0] } }

    mutating func set(_ name: NameTable.Name, to group: Int) {
      let (number, isNew) = names.add(name)
      if isNew { groups.append(group) } else { groups[number] = group }
    }
  }

  /// The most words that a shorter name has.
  private static let longestShort = 7

  private let view: DocumentView
  private var groups: [Group] = []
  private var persons: GroupTable
  private var organizations: [[FoldedKey]: Int] = [:]
  /// The person met last whose name begins or ends with these words.
  private var byEdge: GroupTable
  private var last: (range: Range<Int>, group: Int)?

  init(_ view: DocumentView) {
    self.view = view
    persons = GroupTable(names: NameTable(view))
    byEdge = GroupTable(names: NameTable(view))
  }

  /// Adds a mention, in text order.
  mutating func add(_ index: Int, _ mention: borrowing Mention, _ range: Range<Int>) {
    let group: Int
    switch mention.type {
    case .person:
      let name = NameTable.Name(meaning: .person, range: range)
      group = persons[name] ?? byEdge[name] ?? makeGroup(.person)
      persons.set(name, to: group)
      for length in 1..<max(1, min(range.count, Self.longestShort + 1)) {
        byEdge.set(NameTable.Name(meaning: .person, range: range.suffix(length)), to: group)
        byEdge.set(NameTable.Name(meaning: .person, range: range.prefix(length)), to: group)
      }
    case .organization:
      let words = words(mention.name, mention.text, range)
      group = organizations[words] ?? groupOfAbbreviation(range) ?? makeGroup(.organization)
      organizations[words] = group
    default: return
    }
    groups[group].members.append(index)
    last = (range, group)
  }

  /// The words of an organization's name, written out where the text has it abbreviated.
  private func words(_ name: String?, _ text: String, _ range: Range<Int>) -> [FoldedKey] {
    guard let name, name != text, name != PlainSpelling.write(view.tokens.words(range, in: view.text)) else {
      return view.keys(range)
    }
    return name.utf8.split(separator: 0x20).map { FoldedKey(folding: String(Substring($0))) }
  }

  private mutating func makeGroup(_ type: MentionType) -> Int {
    groups.append(Group(type: type))
    return groups.count - 1
  }

  /// Writes the ids of the entities into the mentions.
  func assign(to mentions: inout [Mention]) {
    for (number, group) in groups.enumerated() {
      for member in group.members { mentions[member].entity = "e\(number + 1)" }
    }
  }

  /// The entities in the order of their first mentions.
  func entities(_ mentions: [Mention]) -> [Entity] {
    groups.enumerated().map { number, group in
      let names = group.members.map { mentions[$0].name ?? mentions[$0].text }
      let longest = names.reduce("") { $1.unicodeScalars.count > $0.unicodeScalars.count ? $1 : $0 }
      return Entity(
        id: "e\(number + 1)", type: group.type, name: longest, mentions: group.members.map { mentions[$0].id })
    }
  }

  /// The group of the organization before, where a range is its abbreviation: 'Name (ABBR)'.
  private func groupOfAbbreviation(_ range: Range<Int>) -> Int? {
    guard let last, groups[last.group].type == .organization, isBracketed(range, after: last.range) else { return nil }
    return last.group
  }

  /// Whether a single capitalized word stands in brackets right behind another mention.
  private func isBracketed(_ range: Range<Int>, after other: Range<Int>) -> Bool {
    guard range.count == 1, range.lowerBound == other.upperBound + 1,
      view.types.shape(of: view.tokens.types[range.lowerBound]).contains(.allCaps)
    else { return false }
    return view.types.key(of: view.tokens.types[other.upperBound]).bytes == [0x28]
  }
}
