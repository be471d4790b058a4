import Foundation
import Testing
import UnicodeText
import VNExtract

@Suite struct TypedValueTests {
  private static let extractor = Extractor()

  private func mentions(_ text: String, _ language: String = "vi") -> [Mention] {
    var options = ExtractionOptions()
    options.language = language
    return Self.extractor.extract(text, options: options).mentions
  }

  private func first<Answer>(_ text: String, _ language: String = "vi", _ body: (Value) -> Answer?) -> Answer? {
    mentions(text, language).lazy.compactMap(\.typedValue).compactMap(body).first
  }

  private func number(_ text: String, _ language: String = "vi") -> Value.Number? {
    first(text, language) { value in
      guard case .number(let number) = value else { return nil }
      return number
    }
  }

  @Test func numbersHaveAmounts() throws {
    let money = try #require(number("tặng hơn 2,5 tỷ đồng"))
    #expect(money.kind == .money && money.amount == ExactDecimal("2500000000").map { .exactly($0) })
    #expect(money.modifier == .moreThan && money.unit == "VND")
    let part = try #require(number("đến thăm 14/101 xã"))
    #expect(
      part.kind == .fraction && part.amount == .exactly(ExactDecimal(14)) && part.per == .exactly(ExactDecimal(101)))
    let range = try #require(number("khoảng 10-15 km"))
    #expect(range.kind == .measure && range.amount == .between(ExactDecimal(10), ExactDecimal(15)))
    #expect(range.code == "km")
  }

  @Test(
    arguments: [
      ("5", Value.Number.Amount.exactly(ExactDecimal(5)), nil), ("-0.5", .exactly(ExactDecimal.half.negated), nil),
      ("1..2.5/1", ExactDecimal("2.5").map { .between(ExactDecimal(1), $0) }, .exactly(ExactDecimal(1))),
      ("1234567890123456789", nil, nil), ("-1..-2", .between(ExactDecimal(-1), ExactDecimal(-2)), nil), ("x", nil, nil),
      ("", nil, nil), ("1..", nil, nil),
    ] as [(String, Value.Number.Amount?, Value.Number.Amount?)])
  func amountsAreRead(value: String, amount: Value.Number.Amount?, per: Value.Number.Amount?) throws {
    var mention = try #require(mentions("14/101 xã").first)
    mention.value = value
    guard case .number(let number) = try #require(mention.typedValue) else { return #expect(Bool(false)) }
    #expect(number.amount == amount && number.per == per)
  }

  @Test func datesHaveTheirMoments() throws {
    let date = try #require(
      first("Chiều 27/2/2024, trời mưa.") { value -> Value.Date? in
        guard case .date(let date) = value else { return nil }
        return date
      })
    #expect(date.kind == .time && date.value == "2024-02-27TAF")
    #expect(date.start == CivilDateTime("2024-02-27T12:00") && date.end == CivilDateTime("2024-02-27T18:00"))
  }

  @Test func namesTitlesAndPlaces() {
    let found = mentions("Ông Nguyễn Văn An, nguyên Chủ tịch UBND tỉnh Cà Mau, nói tại Hà Nội.").compactMap(
      \.typedValue)
    let held = found.contains { value in
      guard case .title(let title) = value else { return false }
      return title.status == .former && title.kind == .position
    }
    #expect(held)
    #expect(
      found.contains { value in
        guard case .person(let name) = value else { return false }
        return name.name == "Nguyễn Văn An" && name.entity != nil
      })
    #expect(
      found.contains { value in
        guard case .place(let place) = value else { return false }
        return place.code == "VN-HN" && place.name == "Hà Nội"
      })
  }

  private static let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpora")

  /// The texts of the gold documents of a part, without their markup.
  private static func texts(part: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: corpora.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.contains("/\(part)/") && $0.hasSuffix(".gold.xml") }.sorted().map { name in
      try String(contentsOf: corpora.appending(path: name), encoding: .utf8).replacing(/<[^>]*>/, with: "")
    }
  }

  /// Whatever is found has a typed value, in whose kinds nothing is missing.
  @Test func everyMentionOfTheCorpusHasOne() throws {
    var options = ExtractionOptions()
    (options.evidence, options.vague) = ("possible", true)
    var count = 0
    for text in try Self.texts(part: "development") {
      for mention in Self.extractor.extract(text, options: options).mentions {
        #expect(mention.typedValue != nil, "\(mention)")
        if let mod = mention.mod { #expect(Value.Modifier(rawValue: mod) != nil, "\(mod)") }
        count += 1
      }
    }
    #expect(count > 500)
  }
}
