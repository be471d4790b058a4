import Testing
import VNExtract

/// Each paragraph is read in the language it seems to be written in.
@Suite struct LanguageOfParagraphTests {
  private static let text = """
    Chiều 27/2/2024, đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy Cà Mau, đến thăm các bác sĩ của bệnh viện trong tỉnh.

    On 27 February 2024, Mr. John Smith, the Director of the Department of Health, said that it was good for the people.

    وقال رئيس الوزراء محمد علي في بيان يوم 27 فبراير 2024 إن المؤتمر الوطني سيعقد في المدينة.

    Chieu ngay 27/2/2024, dong chi cho biet nguoi dan cua tinh duoc giup va nhung ho ngheo trong tinh cung duoc.
    """

  @Test func everyParagraphByItsOwnGuess() throws {
    let document = Extractor().extract(Self.text)
    #expect(document.language == "vi")
    let dates = document.mentions.filter { $0.type == .date }
    #expect(dates.map { $0.value?.prefix(10) } == Array(repeating: "2024-02-27", count: 4))
    #expect(dates.map { $0.rule.prefix(2) } == ["vi", "en", "ar", "vi"])
  }

  /// Names in a text of another language are in that language.
  @Test func aLineOfNamesIsInTheLanguageOfItsText() {
    let text = "The director of the department said on Monday that the people were safe.\nTran Van Nam, Le Thi Hoa"
    let document = Extractor().extract(text)
    #expect(document.language == "en")
    #expect(document.mentions.filter { $0.type == .person }.map { $0.rule.prefix(2) } == ["en", "en"])
  }

  @Test(arguments: [
    ("Chieu ngay 27/2, dong chi cho biet nguoi dan cua tinh duoc giup", "vi"), ("The people of the province", "en"),
    ("قال الوزير في المدينة", "ar"),
    ("Le président de la République française a dit hier que la situation était grave", "und"), ("12 345", "und"),
  ])
  func documents(_ text: String, _ language: String) { #expect(Extractor().extract(text).language == language) }
}
