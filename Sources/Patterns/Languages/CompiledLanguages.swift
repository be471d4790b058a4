public import Lexicon

/// Languages in compiled form, as the build step writes them and a program maps them.
public struct CompiledLanguages: Sendable {
  /// The words of all languages.
  public var vocabulary: Image
  /// The lexicon and rules of each language.
  public var languages: [String: Image]
  /// The bytes of each profile file.
  public var profiles: [String: [UInt8]]

  /// Puts compiled parts together.
  public init(vocabulary: Image, languages: [String: Image], profiles: [String: [UInt8]]) {
    self.vocabulary = vocabulary
    self.languages = languages
    self.profiles = profiles
  }
}
