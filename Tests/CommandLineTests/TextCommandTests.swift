import Foundation
import Testing
import UnicodeText

@testable import VNExtractCLI

/// `tokens`, `normalize` and `--encoding`.
@Suite struct TextCommandTests {
  private static let schema = Command.root.appending(path: "Sources/VNExtract/Schema/document.schema.json")

  @Test func tokensTellWhatCutThem() throws {
    let result = try Command.run(["tokens"], text: "TP.HCM 17.4 ونائب")
    #expect(result.lines.count == 7)
    #expect(result.lines[0] == "start\tend\ttext\tkind\tkeys\tshape\tflags\tseam")
    let first = ["0", "6", "TP.HCM", "word", "tp.hcm", "capitalized,all-caps,dot,latin", "paragraph,line,sentence"]
    #expect(result.lines[1].hasPrefix(first.joined(separator: "\t")))
    #expect(result.lines[1].hasSuffix("\tjoined: dottedAbbreviation"))
    #expect(result.lines[3] == "9\t10\t.\tpunctuation\t.\t\tglued\tcut: numericCluster")
    #expect(result.lines[5].hasSuffix("\tcut: proclitic"))
  }

  @Test(arguments: [("scalar", 8), ("utf8", 12), ("utf16", 8)]) func tokensAsJSON(unit: String, start: Int) throws {
    let result = try Command.run(["tokens", "--format", "jsonl", "--offsets", unit], text: "Tỉnh ủy\t17%\n")
    let tokens = try result.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(tokens.compactMap { $0?["text"] as? String } == ["Tỉnh", "ủy", "17", "%"])
    #expect(tokens[2]?["number"] as? Int == 17 && tokens[2]?["start"] as? Int == start)
    #expect(tokens[2]?["cut"] == nil && tokens[0]?["keys"] as? [String] == ["tinh\u{309}"])
  }

  @Test func normalizedText() throws {
    let result = try Command.run(["normalize", "--steps", "tone-old,blanks"], text: "hoà  uỷ\n")
    #expect(result.status == 0 && result.text == "hòa ủy\n")
  }

  @Test func mapsLeadBackToTheSource() throws {
    let result = try Command.run(
      ["normalize", "--steps", "ignorable,nfd,nfc,tone-old", "--map"], text: "a\u{AD} hoà uỷ")
    #expect(
      result.lines == [
        #"{"source":[1,2],"target":[1,1],"from":"\#u{AD}","to":""}"#,
        #"{"source":[3,6],"target":[2,5],"from":"hoà","to":"hòa"}"#,
        #"{"source":[7,9],"target":[6,8],"from":"uỷ","to":"ủy"}"#,
      ])
  }

  @Test func unknownNamesAreRefused() throws {
    let steps = try Command.run(["normalize", "--steps", "nfc,nfx"])
    #expect(steps.status == 2 && steps.errors.contains("not 'nfx'"))
    let encoding = try Command.run(["extract", "--encoding", "koi8-r"])
    #expect(encoding.status == 2 && encoding.errors.contains("not 'koi8-r'"))
  }

  private static let sentence = "Ngày 27/2/2024, ông Nguyễn Văn An nói.\n"
  /// The sentence in TCVN3.
  private static let legacy: [UInt8] =
    Array("Ng".utf8) + [0xB5] + Array("y 27/2/2024, ".utf8) + [0xAB] + Array("ng Nguy".utf8) + [0xD4]
    + Array("n V".utf8) + [0xA8] + Array("n An n".utf8) + [0xE3] + Array("i.\n".utf8)

  @Test(arguments: ["tcvn3", "auto"]) func encodingsAreDecoded(encoding: String) throws {
    let result = try Command.run(["extract", "--encoding", encoding, "--with-text"], input: Self.legacy)
    #expect(result.status == 0)
    #expect(result.errors == "stdin: note: read as tcvn3; offsets count the decoded text\n")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect(try SchemaValidator(Self.schema).problems(answer) == [])
    #expect(answer["encoding"] as? String == "tcvn3" && answer["text"] as? String == Self.sentence)
    let plain = try Command.run(["extract", "--encoding", "utf-8", "--with-text"], text: Self.sentence)
    #expect(
      result.text.replacing("\"encoding\":\"tcvn3\"", with: "")
        == plain.text.replacing("\"encoding\":\"utf-8\"", with: ""))
    #expect(!(try Command.run(["extract"], text: Self.sentence)).text.contains("encoding"))
  }

  /// Every cut between two blocks gives what the whole gives.
  @Test(arguments: [
    ("utf-16", 0xFEFF as UInt16, false), ("utf-16", 0xFEFF, true), ("utf-16le", 0x61, false), ("utf-16be", 0x61, true),
  ]) func blocksAreDecodedLikeTheWhole(name: String, first: UInt16, isBigEndian: Bool) throws {
    let units = [first] + Array("Hà Nội 😀 \u{FEFF}x\n".utf16) + [0xDC00, 0x20, 0xD800]
    let bytes = units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    let encoding = try #require(TextEncoding(name: name))
    let whole = TextDecoder(encoding).decode(bytes + [0x20])
    for cut in 4...bytes.count {
      for second in cut...min(bytes.count, cut + 3) {
        var decoder = BlockDecoder(encoding, start: bytes[..<cut])
        var found = decoder.decode(bytes[..<cut], isLast: false)
        found += decoder.decode(bytes[cut..<second], isLast: false)
        found += decoder.decode(bytes[second...] + [0x20], isLast: true)
        #expect(found == whole.bytes)
        #expect(decoder.faultCount == 3 && whole.malformed.count == 3 && decoder.firstFault == whole.malformed[0])
      }
    }
  }

  /// Lines in any encoding are answered as they come, and what is at fault is told behind them.
  @Test func linesAreDecodedAsTheyCome() throws {
    let script = """
      mkfifo in out
      vnextract extract --input lines --encoding windows-1258 < in > out 2> errors &
      exec 3> in 4< out
      for text in one two; do echo $text >&3; read -r -t 60 answer <&4; echo "${answer:0:22}"; done
      printf 'thr\\x8ae \\x8a' >&3
      exec 3>&-
      wait
      cat errors
      """
    try Command.withFolder { folder in
      let result = try Command.shell(script, in: folder)
      #expect(
        result.lines == (1...2).map { "{\"schema\":1,\"id\":\"\($0)\",\"" } + [
          "stdin: note: read as windows-1258; offsets count the decoded text",
          "stdin: warning: 2 sequences are not windows-1258, the first at byte 11",
        ])
    }
  }

  @Test func aByteOrderMarkBelongsToNoLine() throws {
    let line = #"{"text":"ngày 27/2/2024"}"#
    let result = try Command.run(["extract", "--input", "jsonl"], text: "\u{FEFF}\(line)\n\(line)")
    #expect(result.status == 0 && result.lines.count == 2 && result.text.contains("\"start\":0,\"end\":14"))
  }

  @Test func linesOfAnotherEncoding() throws {
    let units = (Self.sentence + Self.sentence).utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let result = try Command.run(["extract", "--input", "lines", "--encoding", "utf-16le"], input: units)
    #expect(result.lines.count == 2)
    #expect(
      result.lines.allSatisfy { $0.contains("\"value\":\"2024-02-27\"") && $0.contains("\"encoding\":\"utf-16le\"") })
    let tokens = try Command.run(["tokens", "--encoding", "auto"], input: units)
    #expect(tokens.lines.contains { $0.hasPrefix("0\t4\tNgày\tword") })
  }
}
