import Testing
import VNExtract

@Suite struct SignatureTests {
  private static let extractor = Extractor()

  /// Who holds what in a text, as 'person: title' with the institution behind it.
  private func holds(_ text: String) -> [String] {
    let document = Self.extractor.extract(text)
    func written(_ id: String?) -> String? { document.mentions.first { $0.id == id }?.text }
    return document.relations.compactMap { relation -> String? in
      guard let person = written(relation.person), let title = written(relation.title) else { return nil }
      return "\(person): \(title)" + (written(relation.organization).map { " @ \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    (
      "Yêu cầu các đơn vị thực hiện.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(đã ký)\nLê Thị Hạnh Dung",
      ["Lê Thị Hạnh Dung: PHÓ GIÁM ĐỐC"]
    ),
    ("GIÁM ĐỐC\n\n(Đã ký)\n(Đóng dấu)\nTS. Phạm Quốc Bảo", ["Phạm Quốc Bảo: GIÁM ĐỐC", "Phạm Quốc Bảo: TS."]),
    (
      "The committee shall publish the list.\n\nDeputy Director of the Department of Health\n(signed)\nNguyen Thi Hong Van",
      ["Nguyen Thi Hong Van: Deputy Director @ Department of Health"]
    ),
    ("مدير دائرة الصحة\n(موقّع)\nمحمد عبد الله السالم", ["محمد عبد الله السالم: مدير @ دائرة الصحة"]),
    // Two signatures one below the other.
    (
      "GIÁM ĐỐC\n(đã ký)\nLê Văn Hùng\nCHỦ TỊCH\n(đã ký)\nTrần Thị Mai",
      ["Lê Văn Hùng: GIÁM ĐỐC", "Trần Thị Mai: CHỦ TỊCH"]
    ),
    // A list of names with their offices below.
    ("Lê Văn Hùng\nGiám đốc\nTrần Thị Mai\nPhó Giám đốc", []),
    // The line holds more than the office, and more than the person.
    ("Cuộc họp hôm qua bầu ra Giám đốc\nLê Văn Hùng", []),
    ("GIÁM ĐỐC\nLê Văn Hùng phát biểu", []),
  ])
  func joinsTheOfficeAbove(text: String, expected: [String]) {
    #expect(holds(text) == expected)
  }
}
