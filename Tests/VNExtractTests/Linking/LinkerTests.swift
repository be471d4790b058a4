import Patterns
import Testing
import VNExtract

/// Persons of several documents.
@Suite struct LinkerTests {
  private static let linker = Linker()

  /// A document of one person with an honorific and an office, either of which may be missing.
  private static func document(
    _ id: String, _ language: String, _ name: String, honorific: String? = nil, _ title: String? = nil,
    _ institution: String? = nil, status: String? = nil
  ) -> LinkDocument {
    var titles: [LinkDocument.Title] = []
    if let honorific { titles.append(LinkDocument.Title(text: honorific, kind: "honorific", person: "e1")) }
    if let title {
      titles.append(
        LinkDocument.Title(text: title, kind: "position", institution: institution, status: status, person: "e1"))
    }
    return LinkDocument(
      id: id, language: language, persons: [LinkDocument.Person(entity: "e1", names: [name])], titles: titles)
  }

  /// The documents of each group.
  private static func groups(_ documents: [LinkDocument], _ weakest: Evidence = .likely) -> [[String]] {
    linker.link(documents, weakest: weakest).persons.map { $0.members.map(\.document) }
  }

  private static let chairman = [
    document("vi", "vi", "Nguyễn Thanh Bình", "Phó Chủ tịch", "UBND tỉnh Cà Mau"),
    document("en", "en", "Nguyen Thanh Binh", "Vice Chairman", "Ca Mau Provincial People's Committee"),
    document("ar", "ar", "نجوين ثانه بينه", "نائب رئيس", "اللجنة الشعبية لمقاطعة كا ماو"),
  ]

  @Test func oneOfficeInThreeLanguagesIsCertain() throws {
    let result = Self.linker.link(Self.chairman)
    let group = try #require(result.persons.first)
    #expect(result.persons.count == 1 && group.members.count == 3)
    #expect(group.name == "Nguyễn Thanh Bình" && group.key == "nguyen thanh binh")
    #expect(group.joins.count == 2 && group.joins.allSatisfy { $0.evidence == .certain && $0.verdict.offices == .same })
    #expect(result.offices.map(\.writings.count) == [3])
    #expect(result.offices[0].holders == ["p1"])
  }

  /// The groups do not depend on the order of the documents.
  @Test func orderDoesNotMatter() {
    let more =
      Self.chairman + [
        Self.document("other", "vi", "Nguyễn Thành Bình", "Giám đốc", "Sở Y tế tỉnh Lào Cai"),
        Self.document("bare", "en", "Nguyen Thanh Binh"),
      ]
    let expected = Set(Self.groups(more).map { Set($0) })
    #expect(expected == [["vi", "en", "ar"], ["other"], ["bare"]])
    for shift in 1..<more.count {
      let turned = Array(more[shift...] + more[..<shift])
      #expect(Set(Self.groups(turned).map { Set($0) }) == expected)
      #expect(Set(Self.groups(turned.reversed()).map { Set($0) }) == expected)
    }
  }

  @Test func namesakesOfOtherOfficesStayApart() throws {
    let documents = [
      Self.document("a", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh Cà Mau"),
      Self.document("b", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh Gia Lai"),
      Self.document("c", "vi", "Nguyễn Văn Hưng", "Chủ tịch", "UBND tỉnh Cà Mau"),
    ]
    let persons = Self.linker.link(documents).persons
    #expect(persons.count == 3)
    #expect(persons[0].apart.map(\.reason) == [.office, .name])
    #expect(persons[0].apart[0].offices == ["Chủ tịch, UBND tỉnh Cà Mau", "Chủ tịch, UBND tỉnh Gia Lai"])
    #expect(persons[1].apart[0].offices == ["Chủ tịch, UBND tỉnh Gia Lai", "Chủ tịch, UBND tỉnh Cà Mau"])
  }

  /// A name that may be of two namesakes joins neither.
  @Test func whatMayBeEitherStaysAlone() throws {
    let documents = [
      Self.document("a", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh Cà Mau"),
      Self.document("b", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh Gia Lai"),
      Self.document("c", "en", "Nguyen Van Hung"),
    ]
    let persons = Self.linker.link(documents).persons
    #expect(persons.map { $0.members.map(\.document) } == [["a"], ["b"], ["c"]])
    #expect(persons[2].apart.map(\.reason) == [.ambiguous, .ambiguous])
  }

  @Test func aManAndAWomanAreTwo() {
    let documents = [
      Self.document("a", "vi", "Nguyễn Thanh Bình", honorific: "ông"),
      Self.document("b", "vi", "Nguyễn Thanh Bình", honorific: "bà"),
      Self.document("c", "en", "Nguyen Thanh Binh", honorific: "Ms."),
    ]
    #expect(Self.groups(documents) == [["b", "c"], ["a"]])
    #expect(Self.linker.link(documents).persons[1].apart.map(\.reason) == [.gender])
  }

  /// Three syllables suffice where nothing contradicts, two only if possible joins are wanted, one and initials never.
  @Test(arguments: [
    ("Nguyễn Thanh Bình", "Nguyen Thanh Binh", true, true), ("Tô Lâm", "To Lam", false, true),
    ("Bình", "Binh", false, false), ("Emmanuel Macron", "Emmanuel Macron", true, true),
    ("Nguyễn T. Bình", "Nguyễn T. Bình", false, false),
  ]) func namesAloneJoinWithCare(first: String, second: String, isLikely: Bool, isPossible: Bool) {
    let documents = [Self.document("a", "vi", first), Self.document("b", "en", second)]
    #expect(Self.groups(documents).count == (isLikely ? 1 : 2))
    #expect(Self.groups(documents, .possible).count == (isPossible ? 1 : 2))
    #expect(Self.groups(documents, .certain).count == 2)
  }

  /// Who left an office may hold another now.
  @Test func aFormerOfficeContradictsNothing() {
    let former = Self.document("a", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh Cà Mau", status: "former")
    let now = Self.document("b", "vi", "Nguyễn Văn Hùng", "Bộ trưởng", "Bộ Y tế")
    #expect(Self.groups([former, now]).count == 1)
  }

  /// A short name belongs to its document's person.
  @Test func namesOfOneEntityAreOneRecord() {
    let document = LinkDocument(
      id: "a", language: "vi", persons: [LinkDocument.Person(entity: "e1", names: ["Bình", "Nguyễn Thanh Bình"])])
    #expect(Self.linker.records(of: document).map(\.name) == ["Nguyễn Thanh Bình"])
  }

  @Test func manyRecordsOfOneNameAreGroupedFast() {
    let documents = (0..<3000).map { index in
      Self.document(
        "\(index)", "vi", "Nguyễn Văn Hùng", "Chủ tịch", "UBND tỉnh \(index % 2 == 0 ? "Cà Mau" : "Gia Lai")")
    }
    let groups = Self.groups(documents)
    #expect(groups.map(\.count) == [1500, 1500])
  }

  /// Names that say too little to be joined cost no more.
  @Test(arguments: ["Hùng", "Tô Lâm"]) func manyRecordsThatCannotBeJoinedStayAlone(name: String) {
    let documents = (0..<3000).map { Self.document("\($0)", "vi", name) }
    #expect(Self.groups(documents).count == 3000)
  }
}
