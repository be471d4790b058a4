import CICU
import Glibc
import Testing

@testable import UnicodeText

/// Where sentences begin otherwise than by UAX #29, case by case of SentenceBreakTest.
///
/// `sentence-differences.tsv` lists them with their reasons; RECORD_SENTENCE_DIFFERENCES writes it anew.
@Suite struct SentenceDifferenceTests {
  private static let path =
    String(#filePath.dropLast("SentenceDifferenceTests.swift".count)) + "sentence-differences.tsv"

  /// The starts of visible characters that begin a sentence, the first of the text left out.
  private func ours(_ text: Text) -> [Int] {
    var tokens = Tokens()
    Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
    return (0..<tokens.count).dropFirst().filter { tokens.flags[$0].contains(.sentenceStart) }
      .map { tokens.span($0).start }
  }

  /// The same by the standard: its boundaries, each moved to the visible character behind it.
  private func standard(_ text: Text, _ ends: [Int32]) -> [Int] {
    var tokens = Tokens()
    Tokenizer(table: TypeTable { _ in false }).tokenize(text, into: &tokens)
    let starts = (0..<tokens.count).map { tokens.span($0).start }
    let found = ends.dropLast().compactMap { end in starts.first { $0 >= Int(end) } }
    return Array(Set(found).subtracting(starts.prefix(1))).sorted()
  }

  private func reason(_ text: Text, _ place: Int, isOurs: Bool) -> String {
    let before = text.string(Span(0, place)).unicodeScalars
    let after = text.string(Span(place, text.bytes.count)).unicodeScalars
    let signs = before.reversed().drop { Characters.isBlank($0) || Characters.isIgnorable($0) || Characters.isMark($0) }
    let isBehindBlank = before.last.map(Characters.isBlank) ?? false
    if isOurs {
      if before.contains(where: { $0.value == 0x0B || $0.value == 0x0C }) {
        return "every end of a line ends a sentence"
      }
      if !isBehindBlank { return "a capital glued to the stop behind a lower-case word begins a sentence" }
      return "what follows an end begins a sentence, whatever stands between"
    }
    if let first = after.first, CharacterClass(first) == .lower { return "a lower-case word goes on" }
    if !isBehindBlank { return "without a blank there is no sentence" }
    if let sign = signs.first, sign == "." { return "the stop is that of an abbreviation" }
    return "a sign that begins no sentence goes on"
  }

  @Test(.enabled(if: cicu_version() >> 16 == 72, "Debian's data files are of the Unicode version of ICU 72"))
  func differencesAreListed() {
    var lines = ["# text\tours\tstandard\treason: byte offsets of the first character of each sentence but the first"]
    for (bytes, ends) in breakTestCases("/usr/share/unicode/auxiliary/SentenceBreakTest.txt") {
      let text = Text(bytes: bytes, malformed: [])
      let (ours, standard) = (ours(text), standard(text, ends))
      if ours == standard { continue }
      let reasons =
        ours.filter { !standard.contains($0) }.map { reason(text, $0, isOurs: true) }
        + standard.filter { !ours.contains($0) }.map { reason(text, $0, isOurs: false) }
      let hex = text.string(text.span).unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
      let columns = [
        hex.joined(separator: " "), ours.map(String.init).joined(separator: " "),
        standard.map(String.init).joined(separator: " "), reasons.joined(separator: "; "),
      ]
      lines.append(columns.joined(separator: "\t"))
    }
    let listed = Array((lines.joined(separator: "\n") + "\n").utf8)
    if getenv("RECORD_SENTENCE_DIFFERENCES") != nil {
      writeFile(Self.path, listed)
      Issue.record("recorded \(Self.path)")
    } else {
      #expect(readFile(Self.path).elementsEqual(listed) as Bool)
    }
  }
}
