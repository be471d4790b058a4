import Testing

@testable import UnicodeText

@Suite struct TokenizerTests {
  @Test func flags() {
    var tokens = Tokens()
    Tokenizer(table: TypeTable { _ in false }).tokenize(Text("a, b\r\nc\n \nd"), into: &tokens)
    let all: TokenFlags = [.lineStart, .paragraphStart, .sentenceStart]
    #expect(tokens.flags == [all, .glued, [], [.lineStart, .sentenceStart], all])
  }

  @Test func ignorableCharactersAreOutside() {
    #expect(tokenStrings("\u{200F}ab\u{200F} \u{FEFF}c\u{AD}d\u{200B}") == ["ab", "c\u{AD}d"])
  }

  @Test func typesOfNumbers() {
    let table = TypeTable { _ in false }
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(Text("٠١٢ 99999999999999999999 XVI"), into: &tokens)
    let types = tokens.types.map { table[$0] }
    #expect(types.map(\.kind) == [.number, .number, .word])
    #expect(types.map(\.number) == [12, nil, nil])
    #expect(types.map(\.digits) == [3, 20, 0])
    #expect(types[2].shape.isSuperset(of: [.roman, .allCaps]))
  }

  @Test func keysOfClitics() {
    let known = Set(["حزب", "لجنة"].map { FoldedKey(folding: $0) })
    let table = TypeTable { known.contains($0) }
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(Text("للحزب للجنة الحزب"), into: &tokens)
    let keys = tokens.types.map { table[$0].keys.map(\.description) }
    #expect(keys == [["ل"], ["الحزب", "حزب", "لحزب"], ["ل"], ["لجنة", "اللجنة"], ["الحزب", "حزب"]])
    #expect(table[tokens.types[0]].shape.contains(.proclitic))
    #expect(table[tokens.types[1]].shape.isSuperset(of: [.afterProclitic, .definite, .arabic]))
  }

  /// Some regions write alef maqsura for every final ya, some the reverse.
  @Test func finalYaOfUnknownWords() {
    let known = Set(["مصري", "مستشفى", "علي", "على"].map { FoldedKey(folding: $0) })
    let table = TypeTable { known.contains($0) }
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(Text("المصرى مستشفي على علي بكرى"), into: &tokens)
    let keys = tokens.types.map { table[$0].keys.map(\.description) }
    #expect(keys == [["المصرى", "مصرى", "مصري"], ["مستشفي", "مستشفى"], ["على"], ["علي"], ["بكرى"]])
  }

  /// A ligature of a proclitic and the word's first letter is in the word's token, which is looked up without the proclitic;
  /// the proclitic is an empty token before it.
  @Test func aLigatureIsNotCut() {
    let known = FoldedKey(folding: "أمين")
    let table = TypeTable { $0 == known }
    var tokens = Tokens()
    let text = Text("لأمين وﻷمين")
    Tokenizer(table: table).tokenize(text, into: &tokens)
    #expect((0..<tokens.count).map { text.string(tokens.span($0)) } == ["ل", "أمين", "و", "", "ﻷمين"])
    #expect(tokens.types[3] == tokens.types[0] && tokens.flags[3] == .glued && tokens.flags[4] == .glued)
    #expect(table[tokens.types[4]].keys == [known] && table[tokens.types[4]].shape.contains(.afterProclitic))
  }

  /// A zero-width space is a blank between words, marked here by a bar before the token that is not glued; inside one nothing.
  @Test(arguments: [
    ("Chủ~tịch", "Chủ|tịch"), ("Văn~An", "Văn|An"), ("chair~man", "chair~man"), ("V~is", "V~is"),
    ("mayor~said", "mayor|said"), ("xor~bin", "xor~bin"), ("2~.~5", "2+.+5"), ("19~97", "19~97"), ("36~m2", "36+m2"),
    ("mayor~'s", "mayor+'s"), ("Corsini~Vuk", "Corsini|Vuk"),
  ])
  func zeroWidthSpaces(_ marked: String, _ expected: String) {
    let known = Set(["chair", "man", "chairman", "is", "v", "mayor", "said", "."].map { FoldedKey(folding: $0) })
    let text = Text(String(String.UnicodeScalarView(marked.unicodeScalars.map { $0 == "~" ? "\u{200B}" : $0 })))
    var tokens = Tokens()
    Tokenizer(table: TypeTable { known.contains($0) }).tokenize(text, into: &tokens)
    var shown = ""
    for index in 0..<tokens.count {
      if index > 0 { shown += tokens.flags[index].contains(.glued) ? "+" : "|" }
      shown += text.string(tokens.span(index)).unicodeScalars.map { $0.value == 0x200B ? "~" : String($0) }.joined()
    }
    #expect(shown == expected)
  }

  /// Hyphens stand by themselves, as ICU has them; what a compound is only rules can say.
  @Test func compounds() {
    #expect(
      tokenStrings("vice-chairman Lương-Mỹ 90-100") == ["vice", "-", "chairman", "Lương", "-", "Mỹ", "90", "-", "100"])
  }

  @Test func finalIAndYAreAlternates() {
    let table = TypeTable { _ in false }
    var tokens = Tokens()
    Tokenizer(table: table).tokenize(Text("sĩ Quý hi my Tỷ"), into: &tokens)
    let keys = tokens.types.map { table[$0].keys }
    let expected = [["sĩ", "sỹ"], ["quý", "quí"], ["hi"], ["my"], ["tỷ", "tỉ"]]
    #expect(keys == expected.map { $0.map { FoldedKey(folding: $0) } })
  }

  @Test func threadsDoNotDisturbOneAnother() async {
    let text = Text(String(repeating: "Ông Nguyễn Văn A و184 はな https://a.vn 17.4 ｆｕｌｌ ", count: 200))
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<6 {
        group.addTask {
          var tokens = Tokens()
          Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
          return tokens.count
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(counts.count == 1)
  }

  @Test(arguments: [
    ("Nguyễn", true), ("nguyen", true), ("Thanh", true), ("quốc", true), ("giêng", true),
    ("gì", true), ("nghĩa", true), ("khuya", true), ("Vietnam", false), ("school", false), ("kà", false),
    ("các", true), ("càc", false), ("yêu", true), ("huỳnh", true), ("Đắk", true), ("w", false),
  ])
  func vietnameseSyllables(_ word: String, _ isSyllable: Bool) {
    #expect((VietnameseSyllable(FoldedKey(folding: word)) != nil) == isSyllable)
  }
}
