import Testing

@testable import UnicodeText

@Suite struct TokenizerTests {
  private func sentences(_ string: String) -> [String] {
    var tokens = Tokens()
    let text = Text(string)
    Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
    var starts = (0..<tokens.count).filter { tokens.flags[$0].contains(.sentenceStart) }
    starts.append(tokens.count)
    return zip(starts, starts.dropFirst()).map {
      text.string(Span(Int(tokens.starts[$0]), Int(tokens.ends[$1 - 1])))
    }
  }

  @Test(arguments: [
    ["Ông P.V.T. đã đến TP.HCM.", "Sau đó ông về."],
    ["Mr. Trung said so.", "\"Yes,\" he said."],
    ["TS. Nguyễn Văn A và ThS. B nói.", "Họ đi!"],
    ["He came in 2025.", "It rained... but not here?", "No."],
    ["قال د. محمد ذلك.", "ثم ذهب؟", "نعم."],
    ["1. Nội dung một.", "Nội dung hai."],
    ["700 triệu đồng.", "Theo ông."],
  ])
  func sentenceStarts(_ parts: [String]) {
    #expect(sentences(parts.joined(separator: " ")) == parts)
    #expect(sentences(parts.joined(separator: "\n")) == parts)
  }

  @Test func missingBlankBeginsASentence() {
    #expect(sentences("Giá 5 đồng.Theo ông") == ["Giá 5 đồng.", "Theo ông"])
  }

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

  @Test(arguments: [
    ("Nguyễn", true), ("nguyen", true), ("Thanh", true), ("quốc", true), ("giêng", true),
    ("gì", true), ("nghĩa", true), ("khuya", true), ("Vietnam", false), ("school", false), ("kà", false),
    ("các", true), ("càc", false), ("yêu", true), ("huỳnh", true), ("Đắk", true), ("w", false),
  ])
  func vietnameseSyllables(_ word: String, _ isSyllable: Bool) {
    #expect((VietnameseSyllable(FoldedKey(folding: word)) != nil) == isSyllable)
  }
}
