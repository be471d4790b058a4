import Testing
import VNExtract

@Suite struct SubjectOfEntryTests {
  private static let extractor = Extractor()

  /// Who holds what in a text, as 'person: title' with the institution behind it; forms of address are left out.
  private func holds(_ text: String) -> [String] {
    let document = Self.extractor.extract(text)
    func mention(_ id: String?) -> Mention? { document.mentions.first { $0.id == id } }
    return document.relations.compactMap { relation -> String? in
      guard let title = mention(relation.title), title.kind != "honorific" else { return nil }
      let institution = mention(relation.organization).map { " @ \($0.text)" } ?? ""
      return "\(mention(relation.person)?.text ?? "–"): \(title.text)\(institution)"
    }
  }

  @Test(arguments: [
    // A life in dates.
    (
      "TÓM TẮT TIỂU SỬ ĐỒNG CHÍ ĐÀM QUANG KHẢI\n\n- 1979 - 1984: Trung đoàn trưởng Trung đoàn 148.\n- 1991 - 1996: Tham mưu trưởng Quân khu 2.",
      [
        "ĐÀM QUANG KHẢI: Trung đoàn trưởng @ Trung đoàn 148", "ĐÀM QUANG KHẢI: Tham mưu trưởng @ Quân khu 2",
      ]
    ),
    // The entries of a list of leaders: each speaks of the name above it.
    (
      "1. Ông Trần Văn Bình\n- Sinh năm 1968; Bí thư Đảng ủy Sở.\n2. Bà Lê Thị Hoa\n- Sinh năm 1976; nguyên Trưởng phòng Quy hoạch, Sở Xây dựng tỉnh Hà Nam.",
      ["Trần Văn Bình: Bí thư @ Đảng ủy Sở", "Lê Thị Hoa: Trưởng @ phòng Quy hoạch"]
    ),
    // Tasks behind a colon are others'.
    (
      "Chủ tịch UBND tỉnh Trần Văn Bình yêu cầu:\n- Giám đốc Sở Y tế, Giám đốc Sở Tài chính báo cáo.",
      [
        "Trần Văn Bình: Chủ tịch @ UBND tỉnh", "–: Giám đốc @ Sở Y tế", "–: Giám đốc @ Sở Tài chính",
      ]
    ),
    // An office of the past behind the name, but no other.
    (
      "Ông Trần Văn Bình, sinh năm 1941; quê ở Nam Định; nguyên Tư lệnh Quân khu 2.",
      ["Trần Văn Bình: Tư lệnh @ Quân khu 2"]
    ),
    (
      "Ông Trần Văn Bình nghỉ hưu ở Nam Định. Nay nguyên Tư lệnh Quân khu 2, từng bị thương, viết sách.",
      ["–: Tư lệnh @ Quân khu 2"]
    ),
    (
      "Ông Trần Văn Bình thăm nhà máy ở Nam Định; Giám đốc Sở Y tế, Giám đốc Sở Tài chính cùng dự.",
      ["–: Giám đốc @ Sở Y tế", "–: Giám đốc @ Sở Tài chính"]
    ),
    (
      "COLONEL TRAN VAN BINH\n- 1990-1996: Commander of Military Region 2\n- 1997-2001: Deputy Director of the Department of Health; retired in 2002",
      [
        "TRAN VAN BINH: COLONEL", "TRAN VAN BINH: Commander @ Military Region 2",
        "TRAN VAN BINH: Deputy Director @ Department of Health",
      ]
    ),
    // A page about somebody: neither a paragraph nor others in brackets take the entries away.
    (
      "TRAN VAN BINH\n\nEducation: doctorate in forestry of a university in Hanoi, master of public policy, and several other courses in forestry and in the management of national parks abroad\n\nPresent posts\n- Deputy Director of the Department of Health\n\nDuties\nHe assists the minister and directs:\na) the Department of Finance (Director: Mr. Le Van Hoa);\nb) six parks.\n\nWorking process\n- 1997-2001: Chairman of the Provincial People's Committee",
      [
        "TRAN VAN BINH: Deputy Director @ Department of Health", "Le Van Hoa: Director @ Department of Finance",
        "TRAN VAN BINH: Chairman @ Provincial People's Committee",
      ]
    ),
    // Posts with their institutions behind a comma.
    (
      "The people who have been at the head of it and what they did before\nPeter Lindqvist\n2003-2006: managing director, Reuters\n2010-2017: Chairman, Department of Health",
      ["Peter Lindqvist: managing director @ Reuters", "Peter Lindqvist: Chairman @ Department of Health"]
    ),
    (
      "السيرة الذاتية\nالدكتور محمد سالم العلي\n- 1990-1996: مدير دائرة الصحة.\n- 1997-2001: رئيس مجلس النواب.",
      ["محمد سالم العلي: الدكتور", "محمد سالم العلي: مدير @ دائرة الصحة", "محمد سالم العلي: رئيس @ مجلس النواب"]
    ),
    // The same below a heading.
    (
      "Đồng chí TRẦN VĂN BÌNH\nSinh năm 1941; quê quán: Nam Định; nguyên Tư lệnh Quân khu 2; nguyên Giám đốc Học viện Lục quân.",
      ["TRẦN VĂN BÌNH: Tư lệnh @ Quân khu 2", "TRẦN VĂN BÌNH: Giám đốc @ Học viện Lục quân"]
    ),
    // A schedule.
    (
      "LỊCH CÔNG TÁC CỦA ÔNG TRẦN VĂN BÌNH\n- 14h00: Giám đốc Sở Y tế; Chánh Văn phòng UBND tỉnh.",
      ["–: Giám đốc @ Sở Y tế", "–: Chánh @ Văn phòng UBND tỉnh"]
    ),
    // Two persons above: nobody knows of whom it speaks.
    (
      "Ông Trần Văn Bình và bà Lê Thị Hoa\n- Bí thư Đảng ủy Sở.", ["–: Bí thư @ Đảng ủy Sở"]
    ),
    // An entry of the same list.
    (
      "- Giám đốc Sở Y tế: ông Trần Văn Bình\n- Giám đốc Sở Tài chính.",
      ["Trần Văn Bình: Giám đốc @ Sở Y tế", "–: Giám đốc @ Sở Tài chính"]
    ),
    // A heading without a name: the document's first person, not the one to ask.
    (
      "Colonel Tran Van Binh has died.\nThose who wish to pay their respects may write to Mr. Le Van Hung of the office, and they are asked to bring no flowers at all to the hall.\nA SHORT LIFE\n- 1990-1996: Commander of Military Region 2",
      [
        "Tran Van Binh: Colonel", "Tran Van Binh: Commander @ Military Region 2",
      ]
    ),
    // A long paragraph without a name between.
    (
      "Ông Trần Văn Bình\nTrong những năm qua, kinh tế của địa phương phát triển nhanh, đời sống của người dân được nâng lên rõ rệt, nhiều công trình được xây dựng và đưa vào sử dụng.\n- Bí thư Đảng ủy Sở.",
      ["–: Bí thư @ Đảng ủy Sở"]
    ),
    // A sentence of a life that names nobody.
    (
      "توفي السيد عمر كاظم الزوبعي أمس.\nوتقلد الراحل عدة مناصب، منها مدير دائرة الصحة.",
      ["عمر كاظم الزوبعي: مدير @ دائرة الصحة"]
    ),
    // Two persons in the nearest line that names one.
    (
      "توفي السيد عمر كاظم الزوبعي أمس.\nوعزى السيد علي حسن الكعبي السيد سالم محمد العلي.\nوتقلد الراحل عدة مناصب، منها مدير دائرة الصحة.",
      ["–: مدير @ دائرة الصحة"]
    ),
    // The name stands too far above.
    (
      "توفي السيد عمر كاظم الزوبعي أمس.\n" + String(repeating: "كان الجو باردا.\n", count: 6)
        + "وتقلد الراحل عدة مناصب، منها مدير دائرة الصحة.",
      ["–: مدير @ دائرة الصحة"]
    ),
  ])
  func belongsToTheNameAbove(text: String, expected: [String]) {
    #expect(holds(text) == expected)
  }
}
