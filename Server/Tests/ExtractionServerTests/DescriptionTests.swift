import Foundation
import HTTPTypes
import Testing

@testable import ExtractionServer

@Suite struct DescriptionTests {
  @Test func theServerSaysHowItIs() async throws {
    try await Service.run { client in
      #expect(try await client.ask("/health").body == "{\"status\":\"ok\",\"load\":0}\n")
      #expect(try await client.ask("/version").body.contains(#""languages":["ar","en","vi"]"#))
      let head = try await client.ask("/health", .head)
      #expect(head.status == 200 && head.body.isEmpty)
    }
  }

  @Test func thePageMaySpeakToTheServerOnly() async throws {
    try await Service.run { client in
      let (first, second) = (try await client.ask("/"), try await client.ask("/"))
      let policy = try #require(first.fields[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'") && policy.contains("connect-src 'self'"))
      let nonce = try #require(policy.firstMatch(of: /script-src 'nonce-(\w+)'/)?.1)
      #expect(first.body.contains("<script nonce=\"\(nonce)\">"))
      #expect(!first.body.contains("{{") && first.body != second.body)
      #expect(!first.body.contains("http:") && !first.body.contains("https:"))
    }
  }

  @Test func everyRequestIsDescribed() async throws {
    try await Service.run { client in
      let text = try await client.ask("/openapi.json").body
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let paths = try #require(object?["paths"] as? [String: [String: Any]])
      #expect(Set(paths.keys) == Set(Routes.handlers.keys))
      for (path, methods) in Routes.handlers {
        #expect(Set(methods.keys.map { $0.rawValue.lowercased() }) == Set(paths[path]?.keys.map { $0 } ?? []))
      }
      #expect((object?["info"] as? [String: Any])?["version"] as? String == Description.version)
    }
  }

  @Test func theSchemasAreThoseOfTheLibrary() async throws {
    try await Service.run { client in
      let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
      for name in ["document", "explanation"] {
        let file = root.appending(path: "Sources/VNExtract/Schema/\(name).schema.json")
        let schema = try String(contentsOf: file, encoding: .utf8)
        #expect(try await client.ask("/schema/\(name).json").body == schema)
      }
    }
  }
}
