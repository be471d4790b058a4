import Testing
import VNExtract

/// Vietnamese as it is typed without diacritics.
@Suite struct BareTextTests {
  private static let extractor = Extractor()

  private func mentions(_ text: String) -> [String] {
    Self.extractor.extract(text).mentions.map { "\($0.type.rawValue) \($0.text)" }
  }

  @Test(arguments: [
    (
      "Chu tich UBND tinh Ca Mau Nguyen Van Son tham benh vien Cho Ray.",
      ["TITLE Chu tich", "ORG UBND tinh Ca Mau", "PERSON Nguyen Van Son", "ORG benh vien Cho Ray"]
    ),
    (
      "Ong Tran Duc Quy, Pho Giam doc So Y te tinh Lao Cai, cho biet co 12 benh nhan.",
      [
        "TITLE Ong", "PERSON Tran Duc Quy", "TITLE Pho Giam doc", "ORG So Y te tinh Lao Cai", "NUMBER 12",
      ]
    ),
    ("Sang ngay 5/9, tai thanh pho Hue dien ra le khai giang.", ["DATE Sang ngay 5/9", "LOC thanh pho Hue"]),
  ])
  func sentences(_ text: String, _ expected: [String]) {
    #expect(Self.extractor.extract(text).language == "vi")
    #expect(mentions(text) == expected)
  }

  /// `Ca` in a place's name is no abbreviation.
  @Test func namesAreWrittenOut() {
    let document = Self.extractor.extract("Chu tich UBND tinh Ca Mau tham benh vien Cho Ray.")
    #expect(document.mentions.first { $0.type == .organization }?.name == "Ủy ban nhân dân tỉnh Ca Mau")
  }

  @Test func relationsHold() {
    let document = Self.extractor.extract("Ong Tran Duc Quy, Pho Giam doc So Y te tinh Lao Cai, cho biet.")
    let texts = Dictionary(uniqueKeysWithValues: document.mentions.map { ($0.id, $0.text) })
    let held = document.relations.map { "\($0.title) \($0.person ?? "") \($0.organization ?? "")" }
    #expect(held.count == 2)
    #expect(
      document.relations.contains {
        texts[$0.title] == "Pho Giam doc" && $0.person.flatMap { texts[$0] } == "Tran Duc Quy"
          && $0.organization.flatMap { texts[$0] } == "So Y te tinh Lao Cai"
      })
  }

  /// Words keep their diacritics apart where a text has them.
  @Test func markedTextIsReadAsWritten() {
    let marked = "Ông Nguyễn Văn An nói với bà Trần Thị Bình ở chợ về nhà máy."
    #expect(mentions(marked) == ["TITLE Ông", "PERSON Nguyễn Văn An", "TITLE bà", "PERSON Trần Thị Bình"])
  }
}
