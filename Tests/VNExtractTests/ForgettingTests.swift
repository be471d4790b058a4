import Testing
import VNExtract

/// A worker's tables are emptied when they are full; nobody may notice.
@Suite struct ForgettingTests {
  private static let text = """
    Chiều 27/2/2024, đồng chí Nguyễn Thu Hằng, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Cà Mau, đến thăm xã.
    The minister, Dr. Ahmed Hassan, opened 14 schools in Jordan on 3 May 2021.
    وقال نائب رئيس اللجنة الشعبية لمدينة هوي نجوين ثانه بينه في 14 نوفمبر 2025.
    """

  @Test func answersStayTheSame() {
    let extractor = Extractor()
    func answer() -> String {
      var json = JSONWriter()
      extractor.extract(Self.text).write(to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    let first = answer()
    #expect(first.contains("Nguyễn Thu Hằng") && first.contains("2021-05-03"))
    for round in 0..<6 {
      // Words that nobody has met, in all more than a table holds.
      let words = (0..<6_000).map {
        "x" + String(round * 6_000 + $0 + 1_000_000, radix: 26).replacing(/[0-9]/, with: "q")
      }
      _ = extractor.extract(words.joined(separator: " ") + (0..<6_000).map { " \($0 * 7 + round)" }.joined())
      #expect(answer() == first)
    }
  }
}
