/// Word boundaries as ICU's root rules draw them (UAX #29, tailored by CLDR), before any seam rule.
///
/// The rules run as a table over UTF-8; stretches of scripts that a dictionary segments (Thai, Khmer, Han, kana …) go to
/// ICU. It belongs to one thread.
public struct WordBoundaries {
  /// The rules without what tokens need otherwise.
  private static let tables = WordTables(isTailored: false)

  private let breaker = WordBreaker()
  private let batch: Int

  /// Boundaries for one thread.
  public init() { self.init(batch: 2048) }

  /// Finds `batch` segments at a time.
  init(batch: Int) { self.batch = batch }

  /// Replaces `ends` by the byte offsets at which segments end, ascending; linear.
  ///
  /// Only the first 2 GiB − 1 byte of a text are read.
  public func find(in text: Text, into ends: inout [Int32]) {
    ends.removeAll(keepingCapacity: true)
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var scanner = WordScanner(Self.tables, base, min(bytes.count, Int(Int32.max) - 1))
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: batch) { found in
        guard let segments = found.baseAddress else { return }
        var start = 0
        while true {
          let count = scanner.next(segments, capacity: batch)
          if count == 0 { return }
          if Self.mayHoldDictionaryScript(bytes[start..<Int(segments[count - 1])]) {
            for end in found[..<count] {
              add(UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]), from: start, to: &ends)
              start = Int(end)
            }
          } else {
            ends.append(contentsOf: found[..<count])
            start = Int(segments[count - 1])
          }
        }
      }
    }
  }

  /// Whether a character from U+0E00 on other than general punctuation stands in the bytes.
  private static func mayHoldDictionaryScript(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var found = false
    for index in bytes.indices {
      let byte = bytes[index]
      // E1 B8–BF is Latin, E2 80–81 general punctuation.
      if byte >= 0xE0 {
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
        found = found || !(byte == 0xE1 && next >= 0xB8) && !(byte == 0xE2 && next <= 0x81)
      }
    }
    return found
  }

  private func add(_ segment: UnsafeBufferPointer<UInt8>, from start: Int, to ends: inout [Int32]) {
    let scalars = String(decoding: segment, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: WordTables.isDictionaryScript) else {
      ends.append(Int32(truncatingIfNeeded: start + segment.count))
      return
    }
    var parts: [Int32] = []
    var statuses: [UInt8] = []
    breaker.segments(segment, ends: &parts, statuses: &statuses)
    ends += parts.map { $0 + Int32(truncatingIfNeeded: start) }
  }
}
