import BuiltInLexicons
public import Lexicon
import Patterns

/// Words or rules that a program brings along, as a file of `Lexicons/` would hold them.
public struct LexiconAddition: Sendable, Hashable {
  /// A word: what is written, its sense, and features such as `code` or `kind`.
  public struct Word: Sendable, Hashable {
    /// What is written.
    public var surface: String
    /// The name of its sense, as the files of the language use it.
    public var sense: String
    /// The cells of further columns, by the columns' names.
    public var features: [String: String]

    /// Creates a word.
    public init(_ surface: String, sense: String, features: [String: String] = [:]) {
      self.surface = surface
      self.sense = sense
      self.features = features
    }
  }

  /// The file.
  public var file: SourceFile

  /// Words of a language in any order; `name` stands in messages about them.
  public static func words(_ words: [Word], language: String, name: String = "words") -> LexiconAddition {
    let columns = Set(words.flatMap(\.features.keys)).sorted()
    let sorted = words.sorted { first, second in
      first.sense == second.sense
        ? first.surface.utf8.lexicographicallyPrecedes(second.surface.utf8) : first.sense < second.sense
    }
    let rows =
      [["surface", "sense"] + columns]
      + sorted.map { word in
        [word.surface, word.sense] + columns.map { word.features[$0] ?? "" }
      }
    return LexiconAddition(
      text: rows.map { $0.joined(separator: "\t") + "\n" }.joined(), path: name + ".tsv", language: language)
  }

  /// The text of a `.rules` file; `name` stands in messages about it.
  public static func rules(_ text: String, language: String, name: String = "rules") -> LexiconAddition {
    LexiconAddition(text: text, path: name + ".rules", language: language)
  }

  private init(text: String, path: String, language: String) {
    file = SourceFile(path: path, language: language, bytes: Array(text.utf8))
  }
}

extension Extractor {
  /// Creates an extractor with words and rules added to the built-in ones, or standing by themselves.
  ///
  /// The examples of rules are checked, as `vnextract check` does.
  ///
  /// - Throws: a `LexiconReloader.Failure` with all that is wrong with the additions.
  public convenience init(adding additions: [LexiconAddition], withBuiltIn: Bool = true) throws(LexiconReloader.Failure)
  {
    let compiler = LanguageCompiler((withBuiltIn ? BuiltIn.files : []) + additions.map(\.file))
    let own = Set(additions.map(\.file.path))
    var errors = compiler.diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { errors = ExampleRunner(compiler).failures(inFiles: own) }
    if !errors.isEmpty { throw LexiconReloader.Failure(diagnostics: errors) }
    self.init(Languages(compiler.compiled))
  }
}
