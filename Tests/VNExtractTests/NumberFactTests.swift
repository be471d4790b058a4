import Testing
import VNExtract

/// What a document tells of its numbers beyond the number itself.
@Suite struct NumberFactTests {
  private static let extractor = Extractor()

  private static func numbers(_ text: String, _ language: String) -> [Mention] {
    var options = ExtractionOptions()
    options.language = language
    return extractor.extract(text, options: options).mentions.filter { $0.type == .number }
  }

  /// A currency that several countries have takes the code of the country named most often, and else none.
  private static let currencies: [(text: String, language: String, code: String?)] = [
    ("The firm in Kuwait paid 500 dinars.", "en", "KWD"), ("Iraq, Iraq and Kuwait: 500 dinars.", "en", "IQD"),
    ("The firm paid 500 dinars.", "en", nil), ("In France they paid 500 dinars.", "en", nil),
    ("Prices in Mexico rose to 90 pesos.", "en", "MXN"), ("Prices in the Philippines rose to 90 pesos.", "en", "PHP"),
    ("Senegal spent 3 million francs.", "en", "XOF"), ("Pakistan spent 3 million rupees.", "en", "PKR"),
    ("Công ty ở Kuwait trả 500 dinar.", "vi", "KWD"), ("Công ty trả 500 dinar.", "vi", nil),
    ("دفعت الشركة في الكويت 500 دينار.", "ar", "KWD"), ("دفعت الشركة 500 دينار.", "ar", nil),
    ("أنفقت السعودية 3 ملايين ريال.", "ar", "SAR"), ("أنفقت قطر 3 ملايين ريال.", "ar", "QAR"),
    ("في لبنان بلغ السعر 300 ليرة.", "ar", "LBP"), ("في سوريا بلغ السعر 300 ليرة.", "ar", "SYP"),
  ]

  @Test(arguments: currencies) func currencyGoesWithTheCountry(text: String, language: String, code: String?) throws {
    let money = try #require(Self.numbers(text, language).first { $0.kind == "money" })
    #expect(money.unit == code)
  }

  /// What is counted last is counted still where a number does not say what it counts; scores count nothing.
  private static let units: [(text: String, language: String, units: [String?])] = [
    ("Rescuers found nine miners alive; two are still missing.", "en", ["miners", "miners"]),
    ("The club has 40 players and won 3-1 at home.", "en", ["players", nil, nil]),
    ("Two were found.", "en", [nil]),
    ("The port is open since 2025; 40 ships came in May, a third of them tankers.", "en", ["ships", "ships"]),
    ("They planted 12, 15 and 20 trees.", "en", ["trees", "trees", "trees"]),
    ("The vote was 61 to 37, with two abstentions.", "en", [nil, nil, "abstentions"]),
    ("Three miners die, nine rescued after a blast.", "en", ["miners", "miners"]),
    // A table counts what one of its rows, or the text, says.
    ("2021: 169 quakes\n2022: 251\nJanuary-July 2024: 242", "en", ["quakes", "quakes", "quakes"]),
    (
      "Storms cut off 231,000 customers in May.\nLaval: 44,000\nMontreal: 231,000", "en",
      Array(repeating: "customers", count: 3)
    ),
    (
      "He got 71 of 77 votes in Hue.\nLe Van An: 71 - 6 - 0\nLe Van Binh: 69 - 7 - 1", "en",
      Array(repeating: "votes", count: 7)
    ),
    (
      "School | Pupils | Teachers\nA1 | 412 pupils | 12 teachers\nB2 | 380 | 11", "en",
      ["pupils", "teachers", "pupils", "teachers"]
    ),
    ("Hanoi: 3\nHue: 5\nThe two came with 3 dogs.", "en", [nil, nil, nil, "dogs"]),
    // A heading counts what the text says of the same number.
    ("Storm kills nine\nA storm killed nine people on Monday, an officer said.", "en", ["people", "people"]),
    ("Lions win 3-2\nThe 3 lions met 2 dogs.", "en", [nil, nil, "lions", "dogs"]),
    ("Bão làm chết 9\nCơn bão làm 9 người chết hôm thứ Hai.", "vi", ["người", "người"]),
  ]

  @Test(arguments: units) func unitsAreCountedOn(text: String, language: String, units: [String?]) {
    #expect(Self.numbers(text, language).map(\.unit) == units)
  }

  /// A line of many numbers costs what its numbers cost.
  @Test func manyNumbersAreReadInOneGo() {
    let line = (0..<10_000).map { "\($0 % 90 + 3) men and \($0 % 80 + 2);" }.joined(separator: " ")
    let start = ContinuousClock.now
    #expect(Self.numbers(line, "en").count > 15_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  private static let changes: [(text: String, language: String, change: String?, subject: String?)] = [
    ("Sản lượng tăng 5% so với cùng kỳ.", "vi", "INCREASE", "Sản lượng"),
    ("Số ca mắc giảm từ 20% xuống 15%.", "vi", "DECREASE", "Số ca mắc"),
    ("Exports rose by 5% last year.", "en", "INCREASE", "Exports"),
    ("Inflation fell to 3.2% in May.", "en", "DECREASE", "Inflation"),
    ("ارتفعت الصادرات بنسبة 5%.", "ar", "INCREASE", "الصادرات"),
    ("الصادرات، بزيادة نسبتها 5%.", "ar", "INCREASE", nil),
    ("91% dân số tỉnh đã tiêm.", "vi", nil, "dân số tỉnh"),
    ("About 28% of the population in Hue agreed.", "en", nil, "population"),
    ("صوت 97% من السكان.", "ar", nil, "السكان"),
  ]

  @Test(arguments: changes) func changeAndSubject(text: String, language: String, change: String?, subject: String?)
    throws
  {
    let number = try #require(Self.numbers(text, language).first)
    #expect(number.change == change)
    #expect(number.subject == subject)
  }

  /// Several units make one measure, in the last of them; units of different things do not.
  @Test(arguments: [
    ("7 feet 10 inches", "en", "94", "inches"), ("2 yards, 7 ft and 10 inches", "en", "166", "inches"),
    ("10 kms 8 metres 6 cm", "en", "1000806", "cm"), ("5 pounds 4 ounces", "en", "84", "ounces"),
    ("2 kg 300 g", "vi", "2300", "g"), ("1m65", "vi", "1.65", "m"),
  ]) func compoundMeasures(text: String, language: String, value: String, unit: String) {
    let found = Self.numbers(text, language)
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.unit) == [unit])
  }

  @Test func measuresOfDifferentThingsStayApart() {
    #expect(Self.numbers("They moved 5 kg, 3 metres and 20 litres.", "en").map(\.value) == ["5", "3", "20"])
    #expect(Self.numbers("3 cm 5 km", "en").map(\.value) == ["3", "5"])
  }

  @Test(arguments: [
    ("a 5 kg bag", "en", "kg"), ("dài 3 km", "vi", "km"), ("-5 °C", "en", "Cel"), ("3 sào", "vi", "360.m2"),
    ("5 tạ", "vi", "100.kg"), ("120 مترا مربعا", "ar", "m2"), ("50 ميغاواط", "ar", "MW"), ("20 mg", "vi", "mg"),
  ]) func measuresHaveCodes(text: String, language: String, code: String) {
    #expect(Self.numbers(text, language).map(\.code) == [code])
  }
}
