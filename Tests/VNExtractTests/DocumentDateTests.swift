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

  /// Neither the day somebody was born nor the end of a term is when news happens.
  @Test func recommendedArticlesAreOfTheYearTheirTermBegins() {
    let text = """
      Ngày 27/2, tỉnh tổ chức lễ.
      Có thể bạn quan tâm
      Sáng 13/3, đoàn dâng hoa nhân ngày sinh nữ tướng (15/3/1920-15/3/2026).
      Cuộc bầu cử nhiệm kỳ 2026-2031 đã sẵn sàng.
      Ngày 14/3, xã họp.
      """
    #expect(
      values(text, date: "2024-02-27") == [
        "2024-02-27", "2026-03-13TMO", "1920-03-15/2026-03-15", "2026/2031", "2026-03-14",
      ])
  }

  @Test func dayAndMonthStandAsTheDocumentSpeaks() {
    let text = "The hearing opened on 10/5/2026 and resumed on 6/5/2026, officials said on May 12, 2026."
    #expect(values(text) == ["2026-05-10", "2026-05-06", "2026-05-12"])
  }

  @Test func clockTimesAreOfTheDayOnWhichItHappened() {
    let deadline = """
      Thirteen people died when a train left the rails on Monday.
      The accident took place at 3.52 am. More rain is forecast till July 17.
      The minister reached the spot at 1.30 pm.
      """
    #expect(
      values(deadline, date: "2025-07-14") == ["2025-07-14", "2025-07-14T03:52", "2025-07-17", "2025-07-14T13:30"])
    let report = """
      Khoảng 6h10 sáng nay, 12 ô tô húc đuôi nhau. Tỉnh yêu cầu báo cáo trước ngày 16/2.
      Hiện trường vụ tai nạn, chụp lúc 7h. Trưa nay, lãnh đạo tỉnh tới bệnh viện.
      """
    #expect(
      values(report, date: "2023-02-13") == [
        "2023-02-13T06:10", "2023-02-16", "2023-02-13T07:00", "2023-02-13TMI",
      ])
    // What somebody said on a day did not happen on it, and the day before the last is not that of a new paragraph's hours.
    let said = "The mine caved in on Sunday, its owner said on Wednesday.\nThe collapse followed a tremor at 5:34 pm."
    #expect(values(said, date: "2025-05-22") == ["2025-05-18", "2025-05-21", "2025-05-18T17:34"])
  }

  @Test func theSameDayIsThatOnWhichItHappened() {
    let notice = "Lễ viếng từ 7 giờ 30 phút đến 11 giờ 30 phút ngày 6/12/2024; lễ truy điệu: 11 giờ 45 phút cùng ngày."
    #expect(values(notice) == ["2024-12-06T07:30/2024-12-06T11:30", "2024-12-06T11:45"])
    let visit = "Ngày 14/11, đoàn khai mạc hội nghị. Hồ sơ nộp trước ngày 30/11.\nCùng ngày, đoàn thăm hai xã."
    #expect(values(visit, date: "2025-11-15") == ["2025-11-14", "2025-11-30", "2025-11-14"])
  }

  @Test func behindAnEveningTheNightIsOfTheNextDay() {
    let text = "Rescuers reached the boat at about 21:30 on 3 November.\nAt 2:15 a.m. the last man was found."
    #expect(values(text, date: "2025-11-04") == ["2025-11-03T21:30", "2025-11-04T02:15"])
  }

  @Test func hoursWithoutADayAreThoseOfAnyDay() {
    let text = """
      Sáng 12/2, trên cao tốc Cầu Giẽ - Ninh Bình xảy ra vụ tai nạn liên hoàn làm hai người chết và mười người bị thương.
      Theo thống kê, hai phần ba số vụ tai nạn do sương mù rơi vào khung 5h đến 8h.
      """
    #expect(values(text, date: "2023-02-13") == ["2023-02-12TMO", "T05:00/T08:00"])
  }

  @Test func yearsAreThoseOfTheSentence() {
    let quarter = "Từ năm 2018 đến 2022 xảy ra 57 vụ. VEC lắp 24 trạm, xong trong quý 2."
    #expect(values(quarter, date: "2023-02-13") == ["2018/2022", "2023-Q2"])
    let report = "In the second half of 2025 the port grew, 40 percent more than in the first quarter."
    #expect(values(report, date: "2026-02-01") == ["2025-H2", "2025-Q1"])
    #expect(values("He must finish it before 12 January.", date: "2025-11-02") == ["2026-01-12"])
    // 'had met': not in a month that is yet to come.
    #expect(values("They had last met in September, at a funeral.", date: "2026-02-01") == ["2025-09"])
  }

  @Test func weekdaysUnderAWeekAreOfIt() {
    let text = """
      The index of the exchange rose by two per cent this week, as foreign funds bought shares in banks and steelmakers.
      NEXT WEEK
      Monday: the exchange begins trading early
      Wednesday: minutes of the meeting of the Federal Reserve
      The shares of the company had fallen sharply on Thursday.
      """
    #expect(
      values(text, date: "2026-08-14") == ["2026-W33", "2026-W34", "2026-08-17", "2026-08-19", "2026-08-13"])
  }

  @Test func anUndatedDocumentHasTheYearOfTheDayItSpeaksOf() {
    let text = "On 9 March 2026 the train left. Work began in 2025 and will be done by 30 April, he said on Monday."
    #expect(values(text) == ["2026-03-09", "2025", "2026-04-30", "XXXX-WXX-1"])
  }

  /// A line of many dates costs what its dates cost.
  @Test func manyOpenDatesAreReadInOneGo() {
    let line = (0..<6_000).map { "\($0 % 12 + 1)/\($0 % 11 + 1)/\(1900 + $0 % 120)" }.joined(separator: " ")
    let start = ContinuousClock.now
    #expect(values(line + " May 3, 2020").count > 5_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
