import Lexicon
import Testing
import UnicodeText

@Suite struct WordSplitterTests {
  /// The keys that compiling gives the words of a text.
  private func split(_ text: String, _ splitter: WordSplitter) -> [FoldedKey] {
    let text = Text(text)
    var numbers: [Int32] = []
    _ = splitter.split(text, text.span, into: &numbers)
    return numbers.map { splitter.pool.keys[Int($0)] }
  }

  @Test(arguments: [
    ("Nguyễn Văn Huỳnh", 3), ("TỈNH UỶ", 2), ("Ministry of Health", 3), ("الوزارة", 1), ("T.V.D 17-4", 4),
    (" two  blanks ", 2), ("'s", 1), ("Ðà Nẵng", 2), ("", 0),
  ])
  func foldsWords(text: String, count: Int) {
    let keys = split(text, WordSplitter())
    #expect(keys == WordSplitter().words(of: text))
    #expect(keys.count == count)
  }

  /// Words without seams are folded by themselves; the tokenizer must give them the same keys.
  @Test func equalsTheTokenizer() {
    let letters = Array(
      "aAzZđĐêếỆýỳñçßÅœﬁİıſ\u{301}\u{323}бЖΣςאبوكلالمدةهيىأإآٱـ٣7.-'’ک中ไทဗ한 \u{200D}\u{AD}  ".unicodeScalars)
    var state: UInt64 = 7
    let splitter = WordSplitter()
    let tokenizing = WordSplitter()
    for _ in 0..<5_000 {
      var text = String.UnicodeScalarView()
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(1 + state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(letters[Int(state >> 33) % letters.count])
      }
      let string = String(text)
      let (quick, plain) = (split(string, splitter), tokenizing.words(of: string))
      #expect(quick == plain, "\(string.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  /// Before any word is known Arabic words stay whole, and it is remembered that they may not.
  @Test func nothingIsKnown() {
    let (pool, tokenizing) = (KeyPool(), WordSplitter(pool: KeyPool(), cutsUnknown: false))
    let splitter = WordSplitter(knowingNothing: pool)
    for (text, isOpen) in [("وزارة الصحة", true), ("الصحة العامة", false), ("والتنمية", true), ("Bộ Y tế", false)] {
      var numbers: [Int32] = []
      #expect(splitter.split(Text(text), Text(text).span, into: &numbers) == isOpen)
      #expect(numbers.map { pool.keys[Int($0)] } == tokenizing.words(of: text))
    }
  }

  @Test func longStretchesAreCut() {
    let long = String(repeating: "a", count: SeamRule.longestSegment + 2)
    #expect(split(long, WordSplitter()).map(\.bytes.count) == [SeamRule.longestSegment, 2])
  }
}
