import CICU
import Glibc
import Testing

@testable import UnicodeText

/// The embedded word rules are those of the reference version of ICU.
@Suite struct WordRuleTests {
  static let path =
    String(#filePath.dropLast("Tests/UnicodeTextTests/WordRuleTests.swift".count))
    + "Sources/UnicodeText/WordRuleData.swift"

  /// With RECORD_WORD_RULES set the file is written anew, and the test fails so that nobody forgets to look at it.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "the rules are those of ICU 72"))
  func embeddedRulesAreICUs() throws {
    let source = try #require(WordRuleImporter()).source
    if getenv("RECORD_WORD_RULES") != nil {
      writeFile(Self.path, Array(source.utf8))
      Issue.record("recorded \(Self.path)")
    } else {
      #expect(readFile(Self.path) == Array(source.utf8))
    }
  }
}
