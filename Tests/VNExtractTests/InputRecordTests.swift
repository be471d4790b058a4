import Testing
import VNExtract

@Suite struct InputRecordTests {
  private func read(_ line: String) throws(InputRecord.Failure) -> InputRecord {
    try Array(line.utf8).withUnsafeBufferPointer { bytes throws(InputRecord.Failure) in try InputRecord(json: bytes) }
  }

  @Test func readsFields() throws {
    let record = try read(
      #"{"id":7,"text":"a\n\"b\" \u0111 \ud83d\ude00","x":[1,{"y":null}],"lang":"vi","date":"2024-02-27"}"#)
    #expect(record.id == "7" && record.language == "vi" && record.date?.date == CivilDate(2024, 2, 27))
    #expect(String(decoding: record.text, as: UTF8.self) == "a\n\"b\" đ 😀")
    #expect(try read(#"{"text":"","language":"ar","id":null}"#).language == "ar")
    #expect(try String(decoding: read(#"{"text":"\ud800x"}"#).text, as: UTF8.self) == "\u{FFFD}x")
  }

  @Test(arguments: [
    ("", "this is not a JSON object", 0), ("[]", "this is not a JSON object", 0),
    ("{", "expected the name of a field in quotes", 1),
    (#"{"text" 1}"#, "expected ':'", 8), (#"{"text":1}"#, "expected a string", 8),
    (#"{"text":"a"#, "the string is not closed", 10),
    (#"{"text":"a"} x"#, "something stands after the object", 13),
    (#"{"id":"1"}"#, "the object has no field 'text'", 0),
    (#"{"text":"a","date":"soon"}"#, "'date' is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm", 19),
    (#"{"text":"\q"}"#, "unknown escape in a string", 10),
    (#"{"text":"a",}"#, "expected the name of a field in quotes", 12),
    (#"{"text":"\u12"}"#, "expected four hexadecimal digits", 13), (#"{"a":tru}"#, "expected a value", 8),
    ("{\"text\":\"a\tb\"}", "a control character stands bare in a string", 10),
  ]) func tellsWhatIsWrong(line: String, message: String, offset: Int) {
    #expect(throws: InputRecord.Failure(message: message, offset: offset, id: line.contains("\"id\"") ? "1" : nil)) {
      try read(line)
    }
  }

  @Test func nestingIsBounded() {
    #expect(throws: InputRecord.Failure.self) { try read(#"{"a":"# + String(repeating: "[", count: 100_000)) }
  }
}
