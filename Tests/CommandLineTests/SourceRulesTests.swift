import Foundation
import Testing

/// House rules that a scan can check.
@Suite struct SourceRulesTests {
  private static func sources() throws -> [(path: String, text: String)] {
    let folder = Command.root.appending(path: "Sources")
    let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    return try names.filter { $0.hasSuffix(".swift") }.map { name in
      (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  @Test func filesAreSmall() throws {
    for source in try Self.sources() {
      #expect(source.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 320, "\(source.path)")
    }
  }

  /// The orthography of a script: its letters and syllables, tables of old encodings, examples of seams.
  private static let orthography = [
    "ArabicLetters", "LegacyCharacters", "StepRewriter", "StepExamples", "SeamRule", "Vietnamese",
  ]

  @Test func noWordsOfALanguageInSwift() throws {
    for source in try Self.sources()
    where !Self.orthography.contains(where: { source.path.hasPrefix("UnicodeText/" + $0) }) {
      for line in source.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let strings = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter {
          $0.offset % 2 == 1
        }
        let foreign = strings.contains { part in
          part.element.unicodeScalars.contains {
            (0x600...0x6FF).contains($0.value) || (0x1EA0...0x1EF9).contains($0.value)
          }
        }
        #expect(!foreign, "\(source.path): \(line)")
      }
    }
  }

  @Test func noICUHeaderOutsideItsDoor() throws {
    for source in try Self.sources() { #expect(!source.text.contains("unicode/u"), "\(source.path)") }
    let header = try String(
      contentsOf: Command.root.appending(path: "Sources/CICU/include/cicu.h"), encoding: .utf8)
    #expect(!header.contains("#include <unicode"))
  }

  @Test func nothingTraps() throws {
    for source in try Self.sources() {
      for word in ["try" + "!", "as" + "! ", "fatal" + "Error("] {
        #expect(!source.text.contains(word), "\(source.path)")
      }
    }
  }
}
