public import Lexicon
import UnicodeText

/// Compiles lexicon, profile and rule files.
///
/// Files that come later add to the earlier ones and replace entries and rules of the same name. Linear in their size.
/// Files of other kinds than `.tsv` and `.rules` are passed over.
public struct LanguageCompiler: Sendable {
  /// What is wrong with the files.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The rules as they were written, by folder.
  public private(set) var rules: [String: [Rule]] = [:]
  /// The compiled vocabulary.
  public private(set) var vocabulary: [UInt8] = []
  /// The compiled lexicon and rules of each language.
  public private(set) var languages: [String: [UInt8]] = [:]
  /// The profile files.
  public private(set) var profiles: [String: [UInt8]] = [:]
  /// The number of lexicon entries in the files.
  public private(set) var entryCount = 0

  /// Warnings about macros that no rule uses.
  public private(set) var unusedMacros: [Diagnostic] = []
  /// The literals of rules, with their places.
  public private(set) var literals: [RuleLiteral] = []

  private var senseUses: [(language: String, name: String, location: Diagnostic)] = []

  /// Reads and compiles files.
  public init(_ files: [SourceFile]) {
    let pool = KeyPool()
    var splitter = WordSplitter(knowingNothing: pool)
    var loaders: [String: LexiconLoader] = [Languages.common: LexiconLoader(splitter: splitter)]
    for file in files where file.name.hasSuffix(".tsv") && !Languages.linkingFiles.contains(file.name) {
      if file.name == "profile.tsv" {
        addProfile(file)
      } else {
        loaders[file.language, default: LexiconLoader(splitter: splitter)].add(file)
      }
    }
    // A word of a longer entry is known, and keeps its first letter, unless that letter is a proclitic before a word that
    // stands by itself; then it is cut there as it is cut in documents.
    var fixed = WordSet(pool)
    for isSingle in [true, false] {
      var known = WordSet(pool)
      for loader in loaders.values { loader.addWords(to: &known, single: isSingle) }
      fixed = known
      splitter = WordSplitter(pool: pool, isKnown: { [known] in known.contains($0) })
      for tag in loaders.keys { loaders[tag]?.split(with: splitter) }
    }
    var words = WordSet(pool)
    for loader in loaders.values { loader.addWords(to: &words) }
    diagnostics += loaders.keys.sorted().flatMap { loaders[$0]?.diagnostics ?? [] }
    // The words of rules are those of documents as they are written.
    addRules(files, WordSplitter(pool: pool, cutsUnknown: false, isKnown: { fixed.contains($0) }), &words)
    compile(loaders, Set(files.map(\.language)), words)
  }

  /// Reads only the rules among files whose compiled form is at hand; `vocabulary` is the one of that form.
  public init(rulesOf files: [SourceFile], vocabulary: Vocabulary) {
    var words = WordSet(KeyPool())
    addRules(files, WordSplitter(isKnown: { vocabulary[$0] != nil }), &words)
  }

  /// The compiled form.
  public var compiled: CompiledLanguages {
    CompiledLanguages(
      vocabulary: Image(vocabulary), languages: languages.mapValues(Image.init), profiles: profiles)
  }

  /// The rules of a language, those of `common` behind its own.
  public func rules(of tag: String) -> [Rule] {
    // A language's own rule stands in for the common one of its name. It also comes first, and so wins ties.
    let own = rules[tag] ?? []
    let names = Set(own.map(\.name))
    return own + (rules[Languages.common] ?? []).filter { !names.contains($0.name) }
  }

  private mutating func addProfile(_ file: SourceFile) {
    do {
      _ = try LanguageProfile(parsing: file.bytes, file: file.path)
      profiles[file.language] = file.bytes
    } catch let error as ProfileError {
      diagnostics.append(
        Diagnostic(file: error.file, line: error.line, column: error.column, message: error.message))
    } catch {
      diagnostics.append(Diagnostic(file: file.path, line: 1, column: 1, message: "\(error)"))
    }
  }

  /// Reads the rules of each folder, those of `common` first, since their macros are known everywhere.
  private mutating func addRules(_ files: [SourceFile], _ splitter: WordSplitter, _ words: inout WordSet) {
    var macros: [String: Pattern] = [:]
    var shared: [(name: String, unused: Diagnostic)] = []
    var used: Set<String> = []
    let ordered = files.filter { $0.language == Languages.common } + files.filter { $0.language != Languages.common }
    for file in ordered where file.name.hasSuffix(".rules") {
      let parser = RuleParser(file, phases: Phase.names, catalog: Meaning.catalog, splitter: splitter, macros: macros)
      diagnostics += parser.diagnostics
      literals += parser.literals
      used.formUnion(parser.macroUses)
      if file.language == Languages.common {
        shared += parser.macroDefinitions
      } else {
        unusedMacros += parser.macroDefinitions.filter { !parser.macroUses.contains($0.name) }.map(\.unused)
      }
      senseUses += parser.senseUses.map { (file.language, $0.name, $0.location) }
      if file.language == Languages.common { macros.merge(parser.definitions) { _, new in new } }
      for rule in parser.rules {
        if let index = rules[file.language]?.firstIndex(where: { $0.name == rule.name }) {
          rules[file.language]?[index] = rule
        } else {
          rules[file.language, default: []].append(rule)
        }
        for pattern in rule.patterns {
          for word in pattern.literals { words.insert(word) }
        }
      }
    }
    unusedMacros += shared.filter { !used.contains($0.name) }.map(\.unused)
  }

  private mutating func compile(_ loaders: [String: LexiconLoader], _ folders: Set<String>, _ words: WordSet) {
    var writer = ImageWriter()
    let numbers = Vocabulary.write(words, to: &writer)
    vocabulary = writer.bytes
    var reader = ImageReader(Image(vocabulary))
    let compiled = Vocabulary(&reader)
    var senses: [String: Set<String>] = [:]
    for tag in folders.subtracting([Languages.common]).sorted() + [Languages.undetermined] {
      guard var loader = loaders[Languages.common] else { continue }
      if let own = loaders[tag] { loader.add(own) }
      var writer = ImageWriter()
      loader.write(to: &writer, numbers: numbers)
      RuleSetWriter.write(rules(of: tag), to: &writer, vocabulary: compiled)
      languages[tag] = writer.bytes
      var reader = ImageReader(Image(writer.bytes))
      let lexicon = Lexicon(&reader)
      senses[tag] = Set(lexicon.senses)
      senses[Languages.common, default: []].formUnion(lexicon.senses)
      if tag != Languages.undetermined { entryCount += lexicon.count }
    }
    for use in senseUses where senses[use.language]?.contains(use.name) != true { diagnostics.append(use.location) }
  }
}
