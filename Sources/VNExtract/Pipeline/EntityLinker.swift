import UnicodeText

/// Groups the mentions of one person and of one organization.
///
/// The same words are the same entity; a shorter name belongs to the full name, met last, that ends or begins with it.
struct EntityLinker {
  private struct Group {
    var type: MentionType
    var words: [FoldedKey]
    var members: [Int]
  }

  private let view: DocumentView
  private var groups: [Group] = []
  private var persons: [[FoldedKey]: Int] = [:]
  private var organizations: [[FoldedKey]: Int] = [:]
  /// The person met last whose name begins or ends with these words.
  private var byEdge: [[FoldedKey]: Int] = [:]
  private var last: (index: Int, range: Range<Int>, group: Int)?

  init(_ view: DocumentView) { self.view = view }

  /// Adds a mention, in text order.
  mutating func add(_ index: Int, _ mention: Mention, _ range: Range<Int>) {
    guard mention.type == .person || mention.type == .organization else { return }
    var words = view.keys(range)
    if mention.type == .organization, let name = mention.name,
      name != PlainSpelling.write(view.tokens.words(range, in: view.text))
    {
      words = name.split(separator: " ").map { FoldedKey(folding: String($0)) }
    }
    let group = find(words, mention.type, range)
    groups[group].members.append(index)
    if words.count > groups[group].words.count { groups[group].words = words }
    if mention.type == .organization {
      organizations[words] = group
    } else {
      persons[words] = group
      for length in 1..<max(1, min(words.count, 8)) {
        byEdge[Array(words.suffix(length))] = group
        byEdge[Array(words.prefix(length))] = group
      }
    }
    last = (index, range, group)
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

  private mutating func find(_ words: [FoldedKey], _ type: MentionType, _ range: Range<Int>) -> Int {
    if let known = (type == .person ? persons : organizations)[words] { return known }
    if type == .person {
      if let full = byEdge[words] { return full }
    } else if let last, groups[last.group].type == .organization, isBracketed(range, after: last.range) {
      return last.group  // 'Name (ABBR)'
    }
    groups.append(Group(type: type, words: words, members: []))
    return groups.count - 1
  }

  /// Whether a single capitalized word stands in brackets right behind another mention.
  private func isBracketed(_ range: Range<Int>, after other: Range<Int>) -> Bool {
    guard range.count == 1, range.lowerBound == other.upperBound + 1,
      view.types.shape(of: view.tokens.types[range.lowerBound]).contains(.allCaps)
    else { return false }
    return view.types.key(of: view.tokens.types[other.upperBound]).bytes == [0x28]
  }
}
