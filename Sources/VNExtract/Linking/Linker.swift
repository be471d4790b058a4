import BuiltInLexicons
public import Lexicon
public import Patterns
import UnicodeText

/// Groups the persons and offices of many documents, across languages and writings.
///
/// Two records are of one person where the names agree (see ``NameKey``) and the offices support it: the same office is certain, an
/// office in the same institution or place likely; a name of three syllables alone is likely where nothing contradicts, one of two
/// possible. Offices of two places or two institutions, two genders, and diacritics that differ keep records apart. One
/// linker serves any number of threads.
public final class Linker: Sendable {
  /// Finds persons and titles in texts.
  public let extractor: Extractor
  /// Reads names as keys.
  public let names: NameReader

  private let offices: OfficeReader

  /// Prepares to link with the lexicons that are part of the product.
  public convenience init() { self.init(Extractor(), BuiltIn.files) }

  /// Prepares to link with the built-in lexicons and, added to them, those of folders on disk; where `withBuiltIn` is false the
  /// folders stand by themselves.
  ///
  /// - Throws: a `Diagnostic` where a folder cannot be read, and the first error of a file in it.
  public convenience init(lexicons folders: [String], withBuiltIn: Bool = true) throws {
    let files = (withBuiltIn ? BuiltIn.files : []) + (try folders.flatMap(SourceFolder.read))
    let compiler = LanguageCompiler(files)
    let errors = compiler.diagnostics + Self.diagnostics(files)
    if let error = errors.first(where: { $0.severity == .error }) { throw error }
    self.init(Extractor(Languages(compiler.compiled)), files)
  }

  private init(_ extractor: Extractor, _ files: [SourceFile]) {
    self.extractor = extractor
    names = NameReader(extractor.languages, SyllableGrammar(files))
    offices = OfficeReader(extractor.languages, names, files)
  }

  /// What is wrong with the files that only linking reads: `offices.tsv` and `syllables.tsv`.
  public static func diagnostics(_ files: [SourceFile]) -> [Diagnostic] {
    let splitter = WordSplitter()
    let offices = OfficeLexicon(files) { splitter.alternatives(of: $0).compactMap(\.first) }
    return SyllableGrammar(files).diagnostics + offices.diagnostics
  }

  /// The office of a title and its institution, in terms of no language.
  public func office(title: String, institution: String?, language: String) -> Office {
    offices.office(title: title, institution: institution, language: language)
  }

  /// The records of the persons of a document.
  public func records(of document: LinkDocument) -> [PersonRecord] {
    let hasDiacritics = hasDiacritics(document)
    return document.persons.compactMap { person in
      guard let name = person.names.max(by: { NameWords.split($0).count < NameWords.split($1).count }) else {
        return nil
      }
      let titles = document.titles.filter { $0.person == person.entity }
      let honorifics = titles.filter { $0.kind == "honorific" }
      let genders = Set(honorifics.compactMap { offices.gender(of: $0.text, language: document.language) })
      return PersonRecord(
        document: document.id, language: document.language, entity: person.entity, name: name, names: person.names,
        key: names.key(of: name, hasDiacritics: hasDiacritics), gender: genders.count == 1 ? genders.first : nil,
        held: titles.filter { $0.kind == "position" }.map { held($0, document.language) },
        words: NameWords.split(name).map(\.description))
    }
  }

  /// Groups the persons and offices of documents.
  ///
  /// `weakest` is the weakest evidence that joins. The same documents in the same order give the same groups. The cost grows with the
  /// number of records and, for each name, with the square of the number of records of the name that differ in their offices.
  public func link(_ documents: [LinkDocument], weakest: Evidence = .likely) -> LinkResult {
    let persons = PersonClusters(documents.flatMap(records), weakest: weakest).groups
    var holders: [String: [String: String]] = [:]
    for group in persons {
      for member in group.members { holders[member.document, default: [:]][member.entity] = group.id }
    }
    var groups = OfficeGroups()
    for document in documents {
      for title in document.titles where title.kind == "position" {
        groups.add(
          held(title, document.language), document: document.id, language: document.language,
          holder: title.person.flatMap { holders[document.id]?[$0] })
      }
    }
    return LinkResult(persons: persons, offices: groups.groups)
  }

  private func held(_ title: LinkDocument.Title, _ language: String) -> PersonRecord.Held {
    let office = offices.office(
      title: title.text, institution: title.institution, language: language, isFormer: title.status == "former")
    return PersonRecord.Held(title: title.text, institution: title.institution, status: title.status, office: office)
  }

  /// Whether names are written with diacritics, as a text of a language that writes the surname first shows elsewhere.
  private func hasDiacritics(_ document: LinkDocument) -> Bool {
    guard extractor.languages.profiles[document.language]?.nameOrder == .familyFirst else { return false }
    let texts = document.persons.flatMap(\.names) + document.titles.flatMap { [$0.text, $0.institution ?? ""] }
    return texts.contains { text in
      NameWords.split(text).contains { VietnameseSyllable($0)?.markedSpelling != nil }
    }
  }
}
