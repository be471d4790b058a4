import Testing

@testable import UnicodeText

@Suite struct LanguageTests {
  private static let files = [
    "key\tvalue\nlanguage\tvi\nscript\tLatn\nletters\tăâđêôơưạảấầẩẫậ\nwords\tvà của các cho trong cua nguoi duoc nhung\n"
      + "diacritics\toptional\n",
    "# c\nkey\tvalue\nlanguage\ten\nscript\tLatn\nwords\tthe of and to in a is\ndate-order\tmdy\n",
    "key\tvalue\nlanguage\tar\nscript\tArab\nwords\tفي من على إلى\ndirection\trtl\nproclitics\tو ف\n",
  ]

  @Test(arguments: [
    ("Chủ tịch tỉnh và các đồng chí", "vi"), ("Chủ tịch".decomposed, "vi"), ("nguoi dan cua tinh duoc giup", "vi"),
    ("Chu tich UBND tinh Ca Mau tham benh vien Cho Ray", "vi"), ("Tran Van Nam, Le Thi Hoa", "vi"), ("Anh Nam", "und"),
    ("Con la familia de Toyota en Sevilla ha llegado", "und"), ("Saya tidak bisa pergi ke rumah teman", "und"),
    ("The director of the department", "en"), ("قال الرئيس في المدينة", "ar"), ("12 34 !", "und"),
    ("Le président de la République française a dit", "und"), ("", "und"), ("Президент сказал", "und"),
  ])
  func guesses(_ string: String, _ language: String) throws {
    let guesser = LanguageGuesser(try Self.files.map { try LanguageProfile(parsing: Array($0.utf8), file: "p.tsv") })
    let text = Text(string)
    #expect(guesser.guess(text) == language)
    var tokens = Tokens()
    Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
    #expect(TokenLanguages(guesser).guess(text, tokens, in: 0..<tokens.count) == language)
  }

  @Test(arguments: [
    ("key\tvalue\nlanguage\tvi\nlanguage\ten\n", "p.tsv:3:1: `language` stands in line 2 already"),
    ("key\tvalue\nscript\tLatn\n", "p.tsv:1:1: `language` is missing"),
    ("key\tvalue\nlanguage\tx\nscript\tLatn\ndate-order\tdym\n", "p.tsv:4:12: `dym` is none of `dmy`, `mdy`, `ymd`"),
  ])
  func errors(_ tsv: String, _ message: String) {
    let error = #expect(throws: ProfileError.self) { try LanguageProfile(parsing: Array(tsv.utf8), file: "p.tsv") }
    #expect(error?.description == message)
  }
}

extension String {
  fileprivate var decomposed: String { String(decoding: ICUDoor.normalize(Array(utf8), .nfd), as: UTF8.self) }
}
