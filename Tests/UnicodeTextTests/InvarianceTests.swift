import Testing

@testable import UnicodeText

/// The same words give the same tokens, however they are encoded.
@Suite struct InvarianceTests {
  private static let vietnamese = """
    Sáng 27/2, đồng chí Nguyễn Văn Hoà - Phó Chủ tịch Uỷ ban nhân dân tỉnh, cho biết: "Năm 2025 đạt 28,5%". Ông về.

    TP.HCM có PGS.TS. Thuý Kiều khoẻ mạnh; website: https://a.vn/x-1.html và 10h30 ngày mai
    """
  private static let english = """
    The People's Council said: "It's 10,000 more." Mr. Trung, O'Brien - the vice-chairman - left in 2020-2025.
    """
  private static let arabic = """
    وأكد نائب رئيس اللجنة الشعبية لمدينة هوي أن 184 مندوبا حضروا المؤتمر، وقال: "للحزب دور كبير". ثم ذهب إلى بيته؟

    خلال الفترة 2020-2025 و184 عضوا في كتاب الأمة على 28.5%.
    """
  private static let known: Set<FoldedKey> = Set(
    ["أكد", "مدينة", "حزب", "قال", "نائب", "لجنة", "ثم", "مؤتمر", "بيت"].map { FoldedKey(folding: $0) })

  private struct Seen: Equatable, CustomStringConvertible {
    let keys: Set<String>
    let flags: TokenFlags
    var description: String { "\(keys.sorted().joined(separator: "/"))\(flags.rawValue)" }
  }

  private func see(_ string: String, isKnown: @escaping (FoldedKey) -> Bool = { known.contains($0) }) -> [Seen] {
    let table = TypeTable(isKnown: isKnown)
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(Text(string), into: &tokens)
    return (0..<tokens.count).map { index in
      let keys = table[tokens.types[index]].keys.map { $0.description == "" ? "" : $0.description }
      // Alternates may be more after a change that makes two words one spelling.
      return Seen(keys: Set(keys.prefix(1)), flags: tokens.flags[index])
    }
  }

  private func check(_ perturbation: Perturbation, _ text: String) {
    let changed = perturbation.apply(text)
    let (before, after) = (see(text), see(changed))
    let differences = zip(before, after).filter { $0 != $1 }.prefix(4)
    #expect(before.count == after.count && differences.isEmpty, "\(perturbation): \(Array(differences))")
  }

  /// The texts of gold documents; one word in three counts as known, whichever way it is written.
  ///
  /// Two documents a language, or all that are in the folder UNICODE_TEXT_DOCUMENTS names.
  @Test(arguments: ["ar", "en", "vi"])
  func goldDocuments(_ language: String) {
    let own = ["ar": Perturbation.arabic, "vi": Perturbation.vietnamese][language] ?? []
    for path in goldDocumentPaths(language) {
      let text = plainText(ofMarkup: readFile(path))
      func seen(_ string: String) -> [Seen] { see(string) { key in key.bytes.reduce(0) { $0 + Int($1) } % 3 == 0 } }
      let before = seen(text)
      for perturbation in Perturbation.common + own where !perturbation.isAmbiguous {
        let after = seen(perturbation.apply(text))
        let difference = zip(before, after).first { $0 != $1 }
        #expect(
          before.count == after.count && difference == nil,
          "\(path), \(perturbation): \(String(describing: difference))")
      }
    }
  }

  @Test(arguments: Perturbation.common) func anyLanguage(_ perturbation: Perturbation) {
    for text in [Self.vietnamese, Self.english, Self.arabic] { check(perturbation, text) }
  }

  @Test(arguments: Perturbation.arabic) func arabic(_ perturbation: Perturbation) { check(perturbation, Self.arabic) }

  @Test(arguments: Perturbation.vietnamese) func vietnamese(_ perturbation: Perturbation) {
    check(perturbation, Self.vietnamese)
  }
}
