import BuiltInLexicons
public import Lexicon
import Patterns
import Synchronization
public import UnicodeText

/// An extractor whose lexicons and rules can be replaced while extractions run.
///
/// A set of lexicons never changes: a new one is read beside it and takes its place at once. Extractions that have begun end with
/// the set they began with, so no answer mixes two. Serves any number of threads.
public final class LexiconReloader: Sendable {
  /// Why files could not be taken over.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// All that is wrong with the files.
    public var diagnostics: [Diagnostic]

    /// The diagnostics, one below the other.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
  }

  private struct State {
    var extractor: Extractor
    var generation = 0
  }

  private let state: Mutex<State>
  private let withBuiltIn: Bool

  /// Begins with the built-in lexicons and, added to them, those of folders on disk.
  ///
  /// Where `withBuiltIn` is false the folders stand by themselves, now and at every reload.
  ///
  /// - Throws: a `Failure` where a folder cannot be read or a file in it is wrong.
  public init(lexicons folders: [String] = [], withBuiltIn: Bool = true) throws(Failure) {
    self.withBuiltIn = withBuiltIn
    let first =
      folders.isEmpty && withBuiltIn ? Extractor() : try Self.extractor(reading: folders, withBuiltIn: withBuiltIn)
    state = Mutex(State(extractor: first))
  }

  /// The extractor of the set in force; whoever keeps it keeps that set.
  public var extractor: Extractor { state.withLock { $0.extractor } }

  /// How many times the set has been replaced.
  public var generation: Int { state.withLock { $0.generation } }

  /// Reads folders anew and puts what they hold in the place of the set in force.
  ///
  /// Extractions go on meanwhile, and are not held up. On failure everything stays as it was.
  ///
  /// - Throws: a `Failure` where a folder cannot be read or a file in it is wrong.
  public func reload(from folders: [String]) throws(Failure) {
    let next = try Self.extractor(reading: folders, withBuiltIn: withBuiltIn)
    state.withLock { state in
      state.extractor = next
      state.generation += 1
    }
  }

  /// What stands in one document, by the set in force when the call begins.
  public func extract(_ text: Text, id: String = "", options: ExtractionOptions = ExtractionOptions()) -> Document {
    extractor.extract(text, id: id, options: options)
  }

  /// What stands in one document, by the set in force when the call begins.
  public func extract(_ text: String, id: String = "", options: ExtractionOptions = ExtractionOptions()) -> Document {
    extractor.extract(text, id: id, options: options)
  }

  private static func extractor(reading folders: [String], withBuiltIn: Bool) throws(Failure) -> Extractor {
    var files = withBuiltIn ? BuiltIn.files : []
    do {
      for folder in folders { files += try SourceFolder.read(folder) }
    } catch let error as Diagnostic {
      throw Failure(diagnostics: [error])
    } catch {
      throw Failure(diagnostics: [
        Diagnostic(file: folders.joined(separator: " "), line: 1, column: 1, message: "\(error)")
      ])
    }
    let compiler = LanguageCompiler(files)
    let errors = compiler.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw Failure(diagnostics: errors) }
    return Extractor(Languages(compiler.compiled))
  }
}
