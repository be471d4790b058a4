import ExtractionServer
import HTTPTypes
import Testing
import UnicodeText
import VNExtract

@Suite struct ExtractTests {
  @Test func aTextIsAnsweredAsByTheCommand() async throws {
    try await Service.run { client in
      let answer = try await client.post("/extract", "text/plain; charset=UTF-8", Service.text)
      #expect(answer.status == 200)
      #expect(answer.fields[.contentType] == "application/json")
      #expect(answer.body == Service.answer(Service.text, id: "stdin"))
    }
  }

  @Test func anObjectIsAnsweredAsByTheCommand() async throws {
    try await Service.run { client in
      let body = #"{"id": 7, "text": "Ng\u00e0y 27/2, họp.", "lang": "vi", "date": "2025-01-01"}"#
      var options = ExtractionOptions()
      options.language = "vi"
      options.date = CivilDateTime("2025-01-01")
      let answer = try await client.post("/extract", "application/json", body)
      #expect(answer.status == 200)
      #expect(answer.body == Service.answer("Ngày 27/2, họp.", id: "7", options: options))
    }
  }

  @Test func theQueryAsksAsTheOptionsOfTheCommandDo() async throws {
    try await Service.run { client in
      var options = ExtractionOptions()
      options.language = "vi"
      options.date = CivilDateTime("2025-01-01")
      options.offsets = .utf16
      options.types = [.date, .person]
      options.withEntries = true
      let answer = try await client.post(
        "/extract?lang=vi&date=2025-01-01&offsets=utf16&types=DATE,person&with-entries=true&with-text=true&id=a%20b",
        "text/plain", Service.text)
      #expect(answer.body == Service.answer(Service.text, id: "a b", options: options, withText: true))
    }
  }

  @Test func aStreamIsAnsweredLineByLineInOrder() async throws {
    try await Service.run { client in
      let lines = (1...500).map { #"{"id":"\#($0)","text":"Ngày \#($0 % 28 + 1)/2/2024, ông Lê Văn Sáu nói."}"# }
      let answer = try await client.post("/extract", "application/x-ndjson", lines.joined(separator: "\n"))
      let wanted = (1...500).map { Service.answer("Ngày \($0 % 28 + 1)/2/2024, ông Lê Văn Sáu nói.", id: String($0)) }
      #expect(answer.status == 200)
      #expect(answer.body == wanted.joined())
    }
  }

  @Test func aLineThatCannotBeReadIsAnsweredToo() async throws {
    var limits = Limits()
    limits.body = 60
    try await Service.run(limits) { client in
      let long = #"{"id":"long","text":""# + String(repeating: "a", count: 60) + "\"}"
      let answer = try await client.post(
        "/extract", "application/jsonl", "\u{FEFF}{\"text\":\"Huế\"}\r\n\n\(long)\n{\"id\":\"x\",\"text\":1}\n")
      #expect(
        answer.body.split(separator: "\n").map(String.init) == [
          Service.answer("Huế", id: "1").trimmingLast(),
          #"{"id":"2","line":2,"error":"this is not a JSON object"}"#,
          #"{"id":"3","line":3,"error":"the line has 83 bytes; at most 60 are read"}"#,
          #"{"id":"x","line":4,"error":"expected a string"}"#,
        ])
    }
  }

  @Test func anEmptyStreamIsAnsweredByNothing() async throws {
    try await Service.run { client in
      let answer = try await client.post("/extract", "application/x-ndjson", "")
      #expect(answer.status == 200 && answer.body.isEmpty)
    }
  }

  @Test func anExplanationSaysWhatWasTried() async throws {
    try await Service.run { client in
      let answer = try await client.post("/explain?at=0&language=vi", "text/plain", "Ngày 27/2/2024")
      #expect(answer.status == 200)
      // The answer is long: what fails should not print it.
      let saysRule = answer.body.contains(#""rule":"vi.date.day""#)
      let saysAttempts = answer.body.contains(#""attempts":[{"#)
      #expect(saysRule && saysAttempts)
      let object = try await client.post("/explain", "application/json", #"{"text":"Ngày 27/2/2024","lang":"vi"}"#)
      #expect(object.status == 200)
      let isShort = object.body.contains(#""attempts":[]"#)
      #expect(isShort)
    }
  }
}

extension String {
  /// Without its last character.
  func trimmingLast() -> String { String(dropLast()) }
}
