import BuiltInLexicons
import Foundation
import Lexicon
import Patterns
import Testing
import VNExtract

/// The rules in the guide to lexicons and rules work as they stand there.
@Suite struct LexiconGuideTests {
  /// The blocks of rules with the language they are for.
  private static func blocks() throws -> [(language: String, text: String)] {
    let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Lexicons/README.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    return text.matches(of: /```rules (?<language>[a-z]+)\n(?<text>(?:[^`]|`[^`])*?)```/).map {
      (String($0.output.language), String($0.output.text))
    }
  }

  @Test func examplesOfTheGuideHold() throws {
    let blocks = try Self.blocks()
    #expect(blocks.count >= 10)
    let words = BuiltIn.files.filter { $0.name.hasSuffix(".tsv") }
    let files = blocks.enumerated().map { number, block in
      SourceFile(path: "guide-\(number + 1).rules", language: block.language, bytes: Array(block.text.utf8))
    }
    let compiler = LanguageCompiler(words + files)
    #expect(compiler.diagnostics.map(\.summary) == [])
    for file in files {
      let runner = ExampleRunner(LanguageCompiler(words + [file]))
      #expect(runner.count > 2)
      #expect(runner.failures().map(\.description) == [])
    }
  }
}
