import BuiltInLexicons
import Lexicon
public import Patterns
import Synchronization
public import UnicodeText

/// Finds titles, persons, organizations, places, dates and numeric facts in texts.
///
/// One extractor serves any number of threads. What it finds depends on nothing but the text, the options and the lexicons.
public final class Extractor: Sendable {
  /// The version of the library and its command, by Semantic Versioning 2.0.
  public static let version = "0.1.0"

  /// The most bytes that a document should have; memory and time grow with a document's length, so callers refuse longer ones.
  public static let documentLimit = 10_000_000

  /// The languages it reads.
  public let languages: Languages

  private let guesser: LanguageGuesser
  private let idle = Mutex<[DocumentReader]>([])

  /// Creates an extractor with the lexicons that are part of the product.
  public convenience init() {
    self.init(Languages(BuiltIn.compiled))
  }

  /// Creates an extractor with the built-in lexicons and, added to them, those of folders on disk.
  ///
  /// Where `withBuiltIn` is false the folders stand by themselves.
  ///
  /// - Throws: a `Diagnostic` where a folder cannot be read, and the first error of a file in it.
  public convenience init(lexicons folders: [String], withBuiltIn: Bool = true) throws {
    let compiler = LanguageCompiler((withBuiltIn ? BuiltIn.files : []) + (try folders.flatMap(SourceFolder.read)))
    if let error = compiler.diagnostics.first(where: { $0.severity == .error }) { throw error }
    self.init(Languages(compiler.compiled))
  }

  /// Creates an extractor for languages that have been read.
  public init(_ languages: Languages) {
    self.languages = languages
    guesser = LanguageGuesser(languages.tags.compactMap { languages.profiles[$0] })
  }

  /// What stands in one document; linear in its length.
  public func extract(_ text: Text, id: String = "", options: ExtractionOptions = ExtractionOptions()) -> Document {
    withReader { $0.read(text, id: id, options: options) }
  }

  /// Lends a reader that no other thread uses.
  func withReader<Answer>(_ body: (DocumentReader) -> Answer) -> Answer {
    let reader = idle.withLock { $0.popLast() } ?? DocumentReader(languages, guesser)
    defer { idle.withLock { $0.append(reader) } }
    return body(reader)
  }

  /// What stands in one document; linear in its length.
  public func extract(_ text: String, id: String = "", options: ExtractionOptions = ExtractionOptions()) -> Document {
    extract(Text(text), id: id, options: options)
  }
}
