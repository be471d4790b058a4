import CICU
import Testing

@testable import UnicodeText

/// Sentence starts, told by `SentenceState` from the shape of tokens alone.
@Suite struct SentenceTests {
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

  /// Each case is a text, its sentences divided by bars.
  @Test(arguments: [
    "Ông P.V.T. đã đến TP.HCM. | Sau đó ông về.", "TS. Nguyễn Văn A và ThS. B nói. | Họ đi!",
    "PGS.TS. Lê Văn B (Trường ĐH Y) phát biểu. | Hội nghị kết thúc lúc 11h30. | Năm 2025 là năm mới.",
    "Giá 28.5 USD. | \"Rất tốt!\" | Ông nói: \"Tôi về.\" | Rồi đi.", "Ai biết? | – Tôi. | – Ai nữa?",
    "Họ nói… và đi. | Thế… | Ông A.", "Quận 1. | 3 người đến.", "Ở Huế. | Ở Hà Nội.",
    "Mr. Trung met Dr. Smith Jr. in Washington. | He left.", "It was 5 p.m. and he left. | U.S. troops came!",
    "He said \"Stop.\" | Then he left (slowly.) | [It rained.] | End", "See e.g. the report. | What?! | Yes...",
    "J. K. Rowling wrote it. | P. G. T. Beauregard fought.", "The firm grew. | iPhone sales fell.",
    "قال د. محمد ذلك. | ثم ذهب؟ | نعم! | «لا» قالها.", "وصل في 2025. | وذهب، ثم عاد؛ ومات.",
  ])
  func onOneLine(_ marked: String) {
    let parts = marked.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    #expect(sentences(parts.joined(separator: " ")) == parts)
  }

  /// Headings, captions, bylines, lists and verse have no full stops: every line starts a sentence.
  @Test func everyLineStartsOne() {
    let lines = [
      "Tiêu đề không dấu chấm", "Ảnh: Văn A", "- mục một", "- mục hai;", "1. Điều thứ nhất", "a) điểm a",
      "NGUYỄN VĂN B",
      "câu thơ thứ nhất", "câu thơ thứ hai",
    ]
    for lineEnd in ["\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\n\n", "\u{2029}", "\u{C}"] {
      #expect(sentences(lines.joined(separator: lineEnd)) == lines)
    }
  }

  @Test func aNumberBeforeItsHeadingIsPartOfIt() {
    #expect(sentences("I. Mở đầu\n2. Nội dung") == ["I. Mở đầu", "2. Nội dung"])
  }

  @Test func missingBlankBeginsASentence() {
    #expect(sentences("Giá 5 đồng.Theo ông") == ["Giá 5 đồng.", "Theo ông"])
  }

  /// SentenceBreakTest of the Unicode Character Database: ICU's rules at run time are the standard's.
  ///
  /// They are the reference that `SentenceState` departs from: it needs no letter case behind an ellipsis of a script
  /// without one, keeps abbreviations, and starts a sentence with every line.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "Debian's data files are of the Unicode version of ICU 72"))
  func sentenceBreakTest() throws {
    let breaker = try #require(cicu_sentence_breaker_open())
    defer { cicu_breaker_close(breaker) }
    let cases = breakTestCases("/usr/share/unicode/auxiliary/SentenceBreakTest.txt")
    #expect(cases.count == 502)
    for (text, expected) in cases {
      var ends = [Int32](repeating: 0, count: text.count + 1)
      var statuses = [UInt8](repeating: 0, count: text.count + 1)
      let count = cicu_breaker_segments(breaker, text, Int32(text.count), &ends, &statuses, Int32(ends.count))
      #expect(Array(ends[..<Int(max(0, count))]) == expected, "\(text)")
    }
  }
}
