import Foundation

/// The project's own corpus as plain text, and texts made to be costly.
enum Corpus {
  /// Sentences of the gold documents of some languages, shuffled the same way every time, until there are enough bytes.
  static func sample(_ name: String, languages: [String], bytes: Int) throws -> Sample {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpora")
    var sentences: [String] = []
    for language in languages {
      for part in ["development", "test"] {
        let path = folder.appending(path: language).appending(path: part)
        for file in try FileManager.default.contentsOfDirectory(atPath: path.path).sorted()
        where file.hasSuffix(".gold.xml") {
          let gold = try String(contentsOf: path.appending(path: file), encoding: .utf8)
          let text = gold.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
          sentences += text.split(whereSeparator: \.isNewline).flatMap { $0.split(separator: ". ") }.map { $0 + ".\n" }
        }
      }
    }
    var generator = Generator()
    var out: [UInt8] = []
    out.reserveCapacity(bytes + 4096)
    while out.count < bytes && !sentences.isEmpty {
      for index in sentences.indices.dropFirst().reversed() { sentences.swapAt(index, generator.next(index + 1)) }
      for sentence in sentences where out.count < bytes { out += Array(sentence.utf8) }
    }
    return Sample(name, out)
  }

  /// Texts that cost other tools more than linear time.
  static func hostile(bytes: Int) -> [Sample] {
    [
      ("marks", "\u{301}"), ("one letter", "a"), ("signs", ":'."), ("scripts", "aаαا가अ"), ("one Arabic letter", "و"),
    ].map { name, unit in
      let utf8 = Array(unit.utf8)
      return Sample(name, Array((0..<bytes / utf8.count).map { _ in utf8 }.joined()))
    }
  }
}

/// A small generator, so that every run sees the same text.
struct Generator {
  private var state: UInt64 = 42

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
