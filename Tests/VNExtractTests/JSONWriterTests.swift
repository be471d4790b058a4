import Testing
import VNExtract

/// JSON as RFC 8259 has it.
@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("", #""""#), ("ông Bùi", #""ông Bùi""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("12345678\"", #""12345678\"""#), ("/", #""/""#),
    ("\u{1F600}", "\"\u{1F600}\""),
  ])
  func stringsAreEscaped(text: String, expected: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    var bytes = JSONWriter()
    bytes.string(utf8: Array(text.utf8))
    #expect(bytes.bytes == json.bytes)
    // Strings that are no run of bytes are written as others are.
    var scalars = JSONWriter()
    scalars.string(utf8: text.utf8.lazy.map { $0 })
    #expect(scalars.bytes == json.bytes)
  }

  @Test(arguments: [0, 7, 10, -1, 905, Int.max, Int.min])
  func numbersAreDecimal(number: Int) {
    var json = JSONWriter()
    json.number(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
  }

  @Test func fieldsAndElementsAreParted() {
    var json = JSONWriter()
    json.object { json in
      json.field("a", 1)
      json.field("b", nil)
      json.key("c")
      json.array { json in
        json.bool(true)
        json.null()
        json.array { _ in }
      }
      json.field("d", "e")
    }
    json.newline()
    json.bool(false)
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"a\":1,\"c\":[true,null,[]],\"d\":\"e\"}\nfalse")
    json.removeAll()
    #expect(json.bytes.isEmpty)
    json.null()
    #expect(json.bytes == Array("null".utf8))
  }

  @Test func longTextsGrowTheBuffer() {
    let text = String(repeating: "xã \"A\"\n", count: 50_000)
    var json = JSONWriter()
    json.string(text)
    let expected = "\"" + String(repeating: #"xã \"A\"\n"#, count: 50_000) + "\""
    #expect(json.bytes == Array(expected.utf8))
  }
}
