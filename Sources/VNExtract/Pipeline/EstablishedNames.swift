import Lexicon
import Patterns
import UnicodeText

/// The names that a document establishes, with the shorter forms in which it may speak of them again.
///
/// Established is what is certain somewhere, and a full name of a person that is likely at two places, or at one while its last
/// word stands alone at another.
struct EstablishedNames {
  typealias Name = NameTable.Name

  /// The full names.
  private(set) var names: NameTable
  /// Those that can be found where no rule saw them.
  private(set) var sought: NameTable
  /// The numbers of words that sought names with a first word have.
  private(set) var lengths: [FoldedKey: [Int]] = [:]
  /// The last words of full names of persons: the given name of a Vietnamese, the family name of others.
  private(set) var shortNames: Set<FoldedKey> = []

  /// The first words of the full names.
  private(set) var firstWords = KeyFilter()
  /// The first words of sought names and the short names.
  private(set) var beginnings = KeyFilter()

  /// The senses of words that are no names.
  private static let otherSenses: Set = ["common", "place", "position", "organization", "number", "place-head"]

  private let view: DocumentView

  /// Whether nothing is established.
  var isEmpty: Bool { names.isEmpty }

  /// Collects what the chosen readings hold; linear in them.
  init(_ lines: [Line], _ view: DocumentView) {
    self.view = view
    names = NameTable(view)
    sought = NameTable(view)
    var likely = NameTable(view)
    var single: [Name] = []
    for line in lines {
      for index in line.chosen {
        let (meaning, range, evidence) = (
          line.drafts[index].meaning, line.drafts[index].range, line.drafts[index].evidence
        )
        guard meaning.isName, evidence >= .likely else { continue }
        let name = Name(meaning: meaning, range: range)
        if evidence == .likely {
          guard meaning == .person, range.count > 1 else { continue }
          if likely.insert(name) {
            single.append(name)
            continue
          }
        }
        guard establish(name) else { continue }
        switch meaning {
        case .person: addPerson(name)
        case .organization: addOrganization(name, line)
        default: if range.count > 1 { addSought(name) }
        }
      }
    }
    addSurnames(single.filter { !names.contains($0) }, lines)
  }

  /// Adds the likely full names whose last word alone speaks of the person elsewhere.
  private mutating func addSurnames(_ likely: [Name], _ lines: [Line]) {
    var pending: [FoldedKey: [Name]] = [:]
    for name in likely { pending[key(name.range.upperBound - 1), default: []].append(name) }
    guard !pending.isEmpty else { return }
    for line in lines {
      // The mentions stand in the order of the text.
      var mentions = line.chosen.lazy.map { (line.drafts[$0].range, line.drafts[$0].evidence) }.makeIterator()
      var mention: (range: Range<Int>, evidence: Evidence)? = mentions.next()
      for index in line.range {
        while let end = mention?.range.upperBound, end <= index { mention = mentions.next() }
        guard standsAlone(index, line) else { continue }
        let key = key(index)
        guard let found = pending[key], !isOtherWord(index, line, butDoubtful: false) else { continue }
        if let mention, mention.range.contains(index), mention.evidence > .possible { continue }
        for name in found where establish(name) { addPerson(name) }
        pending[key] = nil
      }
    }
  }

  /// Whether a word is written as a name that stands alone inside a sentence.
  func standsAlone(_ index: Int, _ line: Line) -> Bool {
    let shape = view.types.shape(of: view.tokens.types[index])
    return shape.contains(.capitalized) && !shape.contains(.allCaps)
      && !view.tokens.flags[index].contains(.sentenceStart)
      && (index == line.range.lowerBound || !isCapitalized(index - 1))
      && (index + 1 == line.range.upperBound || !isCapitalized(index + 1))
  }

  /// Whether a word is something else than a name; what is doubtful may be left out.
  func isOtherWord(_ index: Int, _ line: Line, butDoubtful: Bool) -> Bool {
    line.reader.matcher.entries(view.tokens, index..<(index + 1)).contains {
      Self.otherSenses.contains($0.sense) && !(butDoubtful && $0[.doubtful] != nil)
    }
  }

  /// Adds a full name; whether it is new.
  private mutating func establish(_ name: Name) -> Bool {
    firstWords.insert(key(name.range.lowerBound))
    return names.insert(name)
  }

  private mutating func addSought(_ name: Name) {
    guard sought.insert(name) else { return }
    let first = key(name.range.lowerBound)
    beginnings.insert(first)
    if lengths[first]?.contains(name.range.count) != true { lengths[first, default: []].append(name.range.count) }
  }

  private mutating func addPerson(_ name: Name) {
    let range = name.range
    guard range.count > 1 else { return }
    addSought(name)
    // A double name keeps together: 'Dutse-Bello'.
    var start = range.upperBound - 1
    while start - 1 > range.lowerBound, view.tokens.flags[start].contains(.glued),
      view.types.kind(of: view.tokens.types[start - 1]) != .word
    {
      start -= 2
    }
    start = max(start, range.lowerBound)
    if start == range.upperBound - 1 {
      let last = key(start)
      shortNames.insert(last)
      beginnings.insert(last)
      if range.count > 2 { addShort(Name(meaning: .person, range: range.suffix(2))) }
    } else if start > range.lowerBound {
      addShort(Name(meaning: .person, range: start..<range.upperBound))
    }
  }

  private mutating func addOrganization(_ name: Name, _ line: Line) {
    if name.range.count > 1 {
      addSought(name)
      if let proper = properPart(name.range, line) { addShort(Name(meaning: .organization, range: proper)) }
    } else if view.types.shape(of: view.tokens.types[name.range.lowerBound]).contains(.allCaps) {
      addSought(name)
    }
  }

  private mutating func addShort(_ name: Name) {
    if establish(name) { addSought(name) }
  }

  /// The words of a company's name that are its own: without what says that it is a company.
  private func properPart(_ range: Range<Int>, _ line: Line) -> Range<Int>? {
    func isCompany(_ part: Range<Int>, _ sense: String) -> Bool {
      line.reader.matcher.entries(view.tokens, part).contains { $0.sense == sense && $0[.kind] == "company" }
    }
    var own = range
    while own.count > 1, isCompany(own.upperBound - 1..<own.upperBound, "organization-tail") {
      own = own.lowerBound..<(own.upperBound - 1)
    }
    let longest = min(6, own.count - 1)
    if longest > 0,
      let head = (1...longest).reversed().first(where: {
        isCompany(own.lowerBound..<(own.lowerBound + $0), "organization-head")
      })
    {
      own = (own.lowerBound + head)..<own.upperBound
      // What stands before the own name in lower case says what the company does.
      if let last = own.last(where: { !isCapitalized($0) }) { own = (last + 1)..<own.upperBound }
    }
    guard own != range, !own.isEmpty, own.allSatisfy(isCapitalized) else { return nil }
    let isSyllable = view.types.shape(of: view.tokens.types[own.lowerBound]).contains(.vietnameseSyllable)
    guard own.count > 1 || !isSyllable else { return nil }
    let senses = line.reader.matcher.entries(view.tokens, own).map(\.sense)
    return senses.contains { ["common", "place", "field", "position"].contains($0) } ? nil : own
  }

  private func key(_ index: Int) -> FoldedKey { view.types.key(of: view.tokens.types[index]) }

  private func isCapitalized(_ index: Int) -> Bool {
    view.types.shape(of: view.tokens.types[index]).contains(.capitalized)
  }
}
