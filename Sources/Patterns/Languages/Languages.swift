public import Lexicon
import Synchronization
public import UnicodeText

/// The languages that a set of lexicon, profile and rule files describes.
///
/// A language is unpacked when it is first asked for.
public final class Languages: Sendable {
  /// The folder whose words and rules belong to every language.
  public static let common = "common"
  /// The names of lexicon files whose entries are no words of texts and are read by those who link documents.
  public static let linkingFiles: Set<String> = ["offices.tsv", "syllables.tsv"]
  /// The tag of texts in no known language: the words and rules of `common` alone.
  public static let undetermined = "und"

  /// All words that any of them speaks of.
  public let vocabulary: Vocabulary
  /// The profiles, by tag.
  public let profiles: [String: LanguageProfile]

  private let images: [String: Image]
  private let unpacked = Mutex<[String: Language]>([:])

  /// The languages of compiled files.
  public init(_ compiled: CompiledLanguages) {
    var reader = ImageReader(compiled.vocabulary)
    vocabulary = Vocabulary(&reader)
    images = compiled.languages
    profiles = compiled.profiles.compactMapValues { try? LanguageProfile(parsing: $0, file: "profile.tsv") }
  }

  /// The tags, `und` left out, in order.
  public var tags: [String] { images.keys.filter { $0 != Self.undetermined }.sorted() }

  /// The words that are written with diacritics, by their spelling without.
  public var bareWords: BareWords { BareWords(vocabulary) }

  /// A language, nil where there is none of that tag.
  public subscript(tag: String) -> Language? {
    guard let image = images[tag] else { return nil }
    return unpacked.withLock { known in
      if let language = known[tag] { return language }
      var reader = ImageReader(image)
      let lexicon = Lexicon(&reader)
      let language = Language(tag: tag, profile: profiles[tag], lexicon: lexicon, rules: RuleSet(&reader))
      known[tag] = language
      return language
    }
  }
}
