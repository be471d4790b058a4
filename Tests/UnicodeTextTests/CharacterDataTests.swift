import CICU
import Glibc
import Testing

@testable import UnicodeText

/// The embedded classes and foldings are those that ICU and the standard library compute.
@Suite struct CharacterDataTests {
  static let path =
    String(#filePath.dropLast("Tests/UnicodeTextTests/CharacterDataTests.swift".count))
    + "Sources/UnicodeText/CharacterData.swift"

  /// With RECORD_CHARACTER_DATA set the file is written anew, and the test fails so that nobody forgets to look at it.
  @Test(.enabled(if: cicu_version() >> 16 == 72, "the data are those of ICU 72"))
  func embeddedDataAreComputed() {
    let source = Self.source
    if getenv("RECORD_CHARACTER_DATA") != nil {
      writeFile(Self.path, Array(source.utf8))
      Issue.record("recorded \(Self.path)")
    } else {
      #expect(readFile(Self.path).elementsEqual(source.utf8) as Bool)
    }
  }

  private static var source: String {
    let entries = CharacterTable.ranges.joined().map { entry($0) }
    let digits = entries.flatMap { [$0 >> 18, $0 >> 12 & 63, $0 >> 6 & 63, $0 & 63] }
    let characters = digits.map { UInt8(0x30 + $0 + ($0 >= 0x2C ? 1 : 0)) }
    let lines = stride(from: 0, to: characters.count, by: 112).map {
      "    " + String(decoding: characters[$0..<min($0 + 112, characters.count)], as: UTF8.self)
    }
    return """
      // Generated from ICU 72 by CharacterDataTests; do not edit.

      /// The entries of `CharacterTable`: 24 bits each, four characters from `0` on without the backslash.
      enum CharacterData {
        static let entries: StaticString = \"\"\"
      \(lines.map { "  " + $0.dropFirst(2) }.joined(separator: "\n"))
          \"\"\"
      }

      """
  }

  private static func entry(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    let characterClass = CharacterClass(computing: scalar)
    let bits = UInt32(characterClass.rawValue) << 20
    // What a hamza does depends on the letter before it; so does the tilde of ñ.
    if (0x653...0x655).contains(value) { return bits | value }
    if value == 0xF1 || value == 0xD1 { return bits | 1 << 19 }
    var folded = Array(String(decoding: GeneralFolding.fold(Array(String(scalar).utf8)), as: UTF8.self).unicodeScalars)
    var tone: UInt32 = 0
    if folded.count == 2, let last = folded.last, let index = Folding.tones.firstIndex(of: last) {
      tone = UInt32(index + 1)
      folded.removeLast()
    }
    // Zero stands for nothing, so the null character goes the general way.
    guard folded.count <= 1, value > 0, (folded.first?.value ?? 0) <= 0xFFFF else { return bits | 1 << 19 }
    return bits | tone << 16 | (folded.first?.value ?? 0)
  }
}
