import ExtractionServer
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@Suite struct ProblemTests {
  @Test(arguments: [
    (#"{"text": 1}"#, 1, 10), ("{\"text\": \"a\",\n \"date\": \"ạ\"}", 2, 10), ("{\"text\": \"ạ\" x}", 1, 14),
    ("", 1, 1), ("[]", 1, 1),
  ])
  func malformedObjectsAreToldWithTheirPlace(_ body: String, _ line: Int, _ column: Int) async throws {
    try await Service.run { client in
      let answer = try await client.post("/extract", "application/json", body)
      #expect(answer.status == 400)
      #expect(answer.fields[.contentType] == "application/problem+json")
      #expect(answer.body.contains(#""line":\#(line),"column":\#(column),"#), "\(answer.body)")
    }
  }

  @Test(arguments: [
    "language=xx", "date=1", "offsets=bytes", "types=DATE,CITY", "evidence=sure", "vague=maybe", "unknown=1",
    "lang=vi&language=vi", "at=3",
  ])
  func aQueryThatIsWrongIsTold(_ query: String) async throws {
    try await Service.run { client in
      let answer = try await client.post("/extract?" + query, "text/plain", "a")
      #expect(answer.status == 400)
      #expect(answer.body.contains("In the query"))
    }
  }

  @Test func allRulesOnAllOfATextAreNotTried() async throws {
    try await Service.run { client in
      let answer = try await client.post("/explain?rule=date", "text/plain", "Ngày 27/2/2024")
      #expect(answer.status == 400)
      #expect(answer.body.contains("'rule' needs 'at'"))
    }
  }

  @Test func bodiesOfOtherTypesAreRefused() async throws {
    try await Service.run { client in
      for type in ["text/html", "application/x-www-form-urlencoded", "text/plain; charset=windows-1258", nil] {
        #expect(try await client.post("/extract", type, "a").status == 415)
      }
      let packed = try await client.post("/extract", "text/plain", "a", fields: [.contentEncoding: "gzip"])
      #expect(packed.status == 415)
      #expect(try await client.post("/explain", "application/x-ndjson", "{}").status == 415)
    }
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    try await Service.run { client in
      #expect(try await client.ask("/other").status == 404)
      let wrong = try await client.ask("/extract")
      #expect(wrong.status == 405 && wrong.fields[.allow] == "POST")
      let deleting = try await client.ask("/health", .delete)
      #expect(deleting.status == 405 && deleting.fields[.allow] == "GET, HEAD")
    }
  }

  @Test func bodiesThatAreTooLargeAreRefused() async throws {
    var limits = Limits()
    limits.body = 1000
    try await Service.run(limits) { client in
      let whole = try await client.post("/extract", "text/plain", String(repeating: "a", count: 1000))
      #expect(whole.status == 200)
    }
    try await Service.run(limits) { client in
      let large = try await client.post("/extract", "text/plain", String(repeating: "a", count: 1001))
      #expect(large.status == 413)
      #expect(large.fields[.connection] == "close" || large.body.contains("1000"))
    }
  }

  @Test func moreThanCanWaitIsPutOff() async throws {
    var limits = Limits()
    limits.workers = 1
    limits.queue = 0
    let text = String(repeating: Service.text + " ", count: 400)
    try await Service.run(limits) { client in
      guard let port = client.port else { return }
      let statuses = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
              let answer = try await client.post(
                "/extract", headers: [.contentType: "text/plain"], body: .init(string: text))
              return (answer.status.code, answer.headers[.retryAfter] != nil)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.contains { $0.0 == 200 })
      #expect(statuses.contains { $0 == (503, true) })
      #expect(statuses.allSatisfy { $0.0 == 200 || $0.0 == 503 })
    }
  }
}
