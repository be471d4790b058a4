import Testing
import VNExtract

/// Dates whose value depends on other lines of their document.
@Suite struct DocumentDateTests {
  private static let extractor = Extractor()

  /// The values of the dates of a text.
  private func values(_ text: String, date: String? = nil) -> [String?] {
    var options = ExtractionOptions()
    options.date = date.flatMap { CivilDateTime($0) }
    return Self.extractor.extract(text, options: options).mentions.filter { $0.type == .date }.map(\.value)
  }

  @Test func theTimeBeforeAnEntryIsOfTheDocumentsDay() {
    let entries =
      "6:40pm: The fire reached the town on Friday night.\n5:20pm: Roads were closed at 4pm.\nAt 3pm a train left."
    #expect(
      values(entries, date: "2026-01-10") == [
        "2026-01-10T18:40", "2026-01-09TNI", "2026-01-10T17:20", "2026-01-10T16:00", "2026-01-10T15:00",
      ])
  }

  @Test func theTimesOfAScheduleAreOfTheDayAbove() {
    let schedule = """
      LỊCH CÔNG TÁC TUẦN 41 NĂM 2025
      (từ ngày 06 đến ngày 10/10/2025)
      THỨ HAI (06/10)
      7h15: Họp giao ban tại trụ sở.
      14h00: Tiếp công dân.
      THỨ BA (07/10)
      8h00: Làm việc tại cơ sở.
      """
    #expect(
      values(schedule).suffix(7) == [
        "2025-10-06", "2025-10-06", "2025-10-06T07:15", "2025-10-06T14:00", "2025-10-07", "2025-10-07",
        "2025-10-07T08:00",
      ])
  }

  @Test func anUndatedDocumentHasTheYearOfItsFullDates() {
    let text = "Ngày 12/3/2024, tỉnh ban hành kế hoạch.\nCuộc họp diễn ra ngày 20/3."
    #expect(values(text) == ["2024-03-12", "2024-03-20"])
  }

  @Test func dayAndMonthStandAsTheDocumentSpeaks() {
    let text = "The hearing opened on 10/5/2026 and resumed on 6/5/2026, officials said on May 12, 2026."
    #expect(values(text) == ["2026-05-10", "2026-05-06", "2026-05-12"])
  }
}
