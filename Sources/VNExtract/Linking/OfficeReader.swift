import Lexicon
import Patterns
import Synchronization
import UnicodeText

/// Reads titles and names of institutions as offices.
///
/// The longest words that `offices.tsv` or the places of the language know are taken from the left; what is left over are proper
/// names.
final class OfficeReader: Sendable {
  private let languages: Languages
  private let names: NameReader
  private let splitter: Mutex<WordSplitter>
  private let lexicon: OfficeLexicon
  private let longestPlace = 6

  /// What is wrong with the files.
  var diagnostics: [Diagnostic] { lexicon.diagnostics }

  init(_ languages: Languages, _ names: NameReader, _ files: [SourceFile]) {
    self.languages = languages
    self.names = names
    let vocabulary = languages.vocabulary
    let reader = WordSplitter(isKnown: { vocabulary[$0] != nil })
    lexicon = OfficeLexicon(files) { reader.alternatives(of: $0).compactMap(Self.withoutArticle) }
    splitter = Mutex(WordSplitter(isKnown: { vocabulary[$0] != nil }))
  }

  /// The office of a title and, if it names one, its institution.
  func office(title: String, institution: String?, language: String, isFormer: Bool = false) -> Office {
    var office = Office()
    office.isFormer = isFormer
    read(title, language, into: &office, isTitle: true)
    if let institution { read(institution, language, into: &office, isTitle: false) }
    return office
  }

  private func read(_ text: String, _ language: String, into office: inout Office, isTitle: Bool) {
    let words = splitter.withLock { $0.alternatives(of: text) }
    let bare = words.compactMap(Self.withoutArticle)
    guard bare.count == words.count else { return }
    var rest: [FoldedKey] = []
    func closeRest() {
      guard !rest.isEmpty else { return }
      if isTitle {
        office.otherWords += rest.map(\.description)
      } else {
        let name = rest.map(\.description).joined(separator: " ")
        office.places.append(OfficePlace(name: name, code: nil, isWhole: false, spellings: names.spellings(of: rest)))
      }
      rest = []
    }
    var at = 0
    while at < words.count {
      let known = (1...min(lexicon.longest, words.count - at)).reversed().lazy.compactMap { [lexicon] count in
        lexicon.meaning(of: bare[at..<(at + count)], in: language).map { (count, $0) }
      }.first
      if let place = place(words[at...], language), place.count > known?.0 ?? 0 {
        closeRest()
        let range = Array(bare[at..<(at + place.count)])
        office.places.append(
          OfficePlace(
            name: range.map(\.description).joined(separator: " "), code: place.code,
            isWhole: ["province", "country"].contains(place.kind), spellings: names.spellings(of: range)))
        at += place.count
      } else if let (count, meaning) = known {
        closeRest()
        take(meaning, into: &office, isTitle: isTitle)
        at += count
      } else {
        if Self.isWord(bare[at]) { rest.append(bare[at]) } else { closeRest() }
        at += 1
      }
    }
    closeRest()
  }

  private func take(_ meaning: OfficeLexicon.Meaning, into office: inout Office, isTitle: Bool) {
    for part in meaning.parts {
      switch part.slot {
      case .post: if isTitle { office.posts.append(part.codes) }
      case .grade: if isTitle { office.grades.formUnion(part.codes) }
      case .body: office.bodies.formUnion(part.codes)
      case .field: office.fields.formUnion(part.codes)
      case .level: if office.level == nil { office.level = part.codes.min() }
      }
    }
    if let branch = meaning.branch { office.branches.insert(branch) }
    if meaning.isMembership { office.isMembership = true }
    if meaning.isUnique { office.isUnique = true }
  }

  /// The longest place with a code at the beginning of some words.
  private func place(_ words: ArraySlice<[FoldedKey]>, _ language: String) -> (count: Int, code: String, kind: String)?
  {
    guard let lexicon = languages[language]?.lexicon else { return nil }
    var node: Lexicon.Node = 0
    var found: (count: Int, code: String, kind: String)?
    for (count, word) in words.prefix(longestPlace).enumerated() {
      guard let next = child(lexicon, node, word) else { break }
      node = next
      for number in lexicon.entries(at: node) {
        let entry = lexicon.entry(number)
        if entry.sense == "place", let code = entry[.code] { found = (count + 1, code, entry[.kind] ?? "") }
      }
    }
    return found
  }

  /// The gender that a form of address tells: `m` or `f`.
  func gender(of honorific: String, language: String) -> String? {
    guard let lexicon = languages[language]?.lexicon else { return nil }
    var node: Lexicon.Node = 0
    // The dot of an abbreviation need not be part of the entry.
    for word in splitter.withLock({ $0.alternatives(of: honorific) }) where word.contains(where: Self.isWord) {
      guard let next = child(lexicon, node, word) else { return nil }
      node = next
    }
    let genders = lexicon.entries(at: node).map { lexicon.entry($0) }.filter { $0.sense == "honorific" }
      .compactMap { $0[.gender] }
    return genders.first { $0 == "m" || $0 == "f" }
  }

  private func child(_ lexicon: Lexicon, _ node: Lexicon.Node, _ word: [FoldedKey]) -> Lexicon.Node? {
    let vocabulary = languages.vocabulary
    return word.lazy.compactMap { vocabulary[$0] }.compactMap { lexicon.child(of: node, by: $0) }.first
  }

  private static func withoutArticle(_ keys: [FoldedKey]) -> FoldedKey? {
    keys.min { $0.bytes.count < $1.bytes.count }
  }

  private static func isWord(_ key: FoldedKey) -> Bool {
    key.description.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
