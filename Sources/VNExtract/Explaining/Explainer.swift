import BuiltInLexicons
import Lexicon
public import Patterns
public import UnicodeText

/// Says why something was or was not found.
///
/// It reads a text as an `Extractor` does, with the same answer, and follows the rules beside that step by step. Slow, and for
/// one thread.
public final class Explainer {
  /// What is asked about.
  public struct Focus: Sendable {
    /// Only rules whose name contains this; nil for all.
    public var rule: String?
    /// The offset, in the unit of the options, that attempts must touch; nil for the whole text.
    public var offset: Int?

    /// Asks about nothing but what was found.
    public init(rule: String? = nil, offset: Int? = nil) {
      self.rule = rule
      self.offset = offset
    }
  }

  private let rules: [String: [RuleTracer]]
  private let languages: Languages
  private let reader: DocumentReader

  /// Prepares to explain what compiled rules do.
  public convenience init(_ compiler: LanguageCompiler) { self.init(Languages(compiler.compiled), compiler) }

  /// Prepares to explain what the built-in rules and, added to them, those of folders on disk do.
  ///
  /// Where `withBuiltIn` is false the folders stand by themselves.
  ///
  /// - Throws: a `Diagnostic` where a folder cannot be read, and the first error of a file in it.
  public convenience init(lexicons folders: [String] = [], withBuiltIn: Bool = true) throws {
    if folders.isEmpty, withBuiltIn {
      let languages = Languages(BuiltIn.compiled)
      self.init(languages, LanguageCompiler(rulesOf: BuiltIn.files, vocabulary: languages.vocabulary))
      return
    }
    let compiler = LanguageCompiler((withBuiltIn ? BuiltIn.files : []) + (try folders.flatMap(SourceFolder.read)))
    if let error = compiler.diagnostics.first(where: { $0.severity == .error }) { throw error }
    self.init(compiler)
  }

  private init(_ languages: Languages, _ compiler: LanguageCompiler) {
    self.languages = languages
    reader = DocumentReader(languages, LanguageGuesser(languages.tags.compactMap { languages.profiles[$0] }))
    let tags = languages.tags + [Languages.undetermined]
    rules = Dictionary(uniqueKeysWithValues: tags.map { ($0, compiler.rules(of: $0).map(RuleTracer.init)) })
  }

  /// The tags of the languages that can be read.
  public var tags: [String] { languages.tags }

  /// What was tried on a text.
  public func explain(_ text: Text, options: ExtractionOptions = ExtractionOptions(), focus: Focus = Focus())
    -> Explanation
  {
    let analysis = reader.analyse(text, options)
    var document = DocumentBuilder(analysis, id: "", options: options).document()
    var lines: [ExplainedLine] = []
    for line in analysis.lines where !line.range.isEmpty {
      let trace = LineTrace(line, analysis.view, languages.vocabulary)
      EntryFinder.add(to: &document, line, analysis.view, trace)
      let spans = SpanTable(analysis.view, line.range, unit: options.offsets)
      let token = focus.offset.map { spans.token(at: $0) }
      // A line is left out where the offset lies elsewhere.
      if let token, token == nil { continue }
      let explainer = LineExplainer(line, analysis.view, trace, spans, rules[line.reader.language.tag] ?? [])
      lines.append(
        ExplainedLine(
          language: line.reader.language.tag, tokens: explainer.tokens,
          candidates: explainer.candidates(document),
          attempts: focus.rule == nil && token == nil ? [] : explainer.attempts(rule: focus.rule, at: token ?? nil)))
    }
    return Explanation(document: document, lines: lines)
  }
}
