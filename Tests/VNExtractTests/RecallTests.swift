import Testing
import VNExtract

/// What a document establishes in one line and what that says of another.
@Suite struct RecallTests {
  private static let extractor = Extractor()

  private func organizations(_ text: String, _ language: String) -> [String] {
    var options = ExtractionOptions()
    options.language = language
    return Self.extractor.extract(text, options: options).mentions.filter { $0.type == .organization }.map(\.text)
  }

  /// A body that is known by name is not one of many of its kind.
  @Test func oneOfManyIsNoRepeatedName() {
    let text = """
      Đoàn công tác của Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân tỉnh Vĩnh Long dâng hoa.
      Cử tri bầu đại biểu Hội đồng nhân dân các cấp.
      """
    #expect(
      organizations(text, "vi") == ["Tỉnh ủy", "Hội đồng nhân dân", "Ủy ban nhân dân tỉnh Vĩnh Long"])
  }
}
