import VNExtract

extension Extractor {
  /// An extractor that has made the tables of all languages, so that no input pays for them.
  static func warmed() -> Extractor {
    let extractor = Extractor()
    for text in ["Ngày 27/2", "Chu tich UBND tinh Ca Mau", "Minister", "الرئيس", "1"] {
      for language in [nil] + extractor.languages.tags {
        var options = ExtractionOptions()
        options.language = language
        _ = extractor.extract(text, options: options)
      }
    }
    return extractor
  }
}
