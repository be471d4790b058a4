public import Lexicon
import Patterns
import UnicodeText

/// The languages that a set of lexicon, profile and rule files describes.
public struct Languages: Sendable {
  /// The folder whose words and rules belong to every language.
  public static let common = "common"
  /// The tag of texts in no known language.
  public static let undetermined = "und"

  /// The languages by tag; `und` has the words and rules of `common` alone.
  public let byTag: [String: Language]
  /// All words that any of them speaks of.
  public let vocabulary: Vocabulary
  /// What is wrong with the files.
  public let diagnostics: [Diagnostic]

  /// Reads files; those that come later add to the earlier ones and replace entries and rules of the same name.
  ///
  /// Linear in their size. Files of other kinds than `.tsv` and `.rules` are passed over.
  public init(_ files: [SourceFile]) {
    let splitter = WordSplitter()
    var diagnostics: [Diagnostic] = []
    var vocabulary = Vocabulary()
    let tags = Set(files.map(\.language)).subtracting([Self.common])
    var senseUses: [(language: String, name: String, location: Diagnostic)] = []
    let rules = Self.rules(files, splitter, &diagnostics, &senseUses)
    var byTag: [String: Language] = [:]
    var isFirst = true
    for tag in tags.sorted() + [Self.undetermined] {
      var loader = LexiconLoader(splitter: splitter)
      loader.vocabulary = vocabulary
      for file in files where file.language == Self.common || file.language == tag {
        if file.name.hasSuffix(".tsv"), file.name != "profile.tsv" { loader.add(file, as: tag) }
      }
      diagnostics += loader.diagnostics.filter { isFirst || !$0.file.contains("/\(Self.common)/") }
      isFirst = false
      vocabulary = loader.vocabulary
      var profile: LanguageProfile?
      for file in files where file.language == tag && file.name == "profile.tsv" {
        do {
          profile = try LanguageProfile(parsing: file.bytes, file: file.path)
        } catch {
          diagnostics.append(
            Diagnostic(file: file.path, line: 1, column: 1, message: "\(error)"))
        }
      }
      let own = (rules[Self.common] ?? []) + (tag == Self.undetermined ? [] : rules[tag] ?? [])
      let lexicon = loader.lexicons[tag] ?? Lexicon()
      byTag[tag] = Language(
        tag: tag, profile: profile, lexicon: lexicon, rules: RuleSet(own, phases: Phase.names))
    }
    for rule in rules.values.joined() {
      let patterns = [rule.pattern] + (rule.unless.joined() + rule.conditions.flatMap(\.tests)).map(\.pattern)
      for test in patterns.flatMap(\.tests) {
        for case .literal(let key) in test.terms.map(\.atom) { _ = vocabulary.intern(key) }
      }
    }
    for use in senseUses {
      let scope = use.language == Self.common ? byTag.values.map(\.lexicon) : [byTag[use.language]?.lexicon].compactMap { $0 }
      if !scope.contains(where: { $0.senses.contains(use.name) }) { diagnostics.append(use.location) }
    }
    self.byTag = byTag
    self.vocabulary = vocabulary
    self.diagnostics = diagnostics
  }

  /// The rules of each folder; a later one replaces an earlier one of its name.
  private static func rules(
    _ files: [SourceFile], _ splitter: WordSplitter, _ diagnostics: inout [Diagnostic],
    _ senseUses: inout [(language: String, name: String, location: Diagnostic)]
  ) -> [String: [Rule]] {
    var out: [String: [Rule]] = [:]
    // What `common` defines is known everywhere, what a language's file defines in that file only.
    var macros: [String: Pattern] = [:]
    let ordered = files.filter { $0.language == common } + files.filter { $0.language != common }
    for file in ordered where file.name.hasSuffix(".rules") {
      let parser = RuleParser(
        file, phases: Phase.names, catalog: Meaning.catalog, splitter: splitter, macros: macros)
      diagnostics += parser.diagnostics
      senseUses += parser.senseUses.map { (file.language, $0.name, $0.location) }
      if file.language == common { macros.merge(parser.definitions) { _, new in new } }
      for rule in parser.rules {
        let index = out[file.language]?.firstIndex { $0.name == rule.name }
        if let index {
          out[file.language]?[index] = rule
        } else {
          out[file.language, default: []].append(rule)
        }
      }
    }
    return out
  }
}
