import Glibc
import Synchronization
import VNExtract

/// JSON Lines in memory, which several threads answer.
struct LineBlock {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: [Range<Int>]
  private let before: Int

  /// Lines that a thread takes at once come to about so many bytes: enough that taking them costs nothing, few enough
  /// that all threads end at about the same time.
  private static let share = 1 << 14

  /// Cuts bytes at line ends; a carriage return before one belongs to it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, numberedAfter before: Int) {
    self.bytes = bytes
    self.before = before
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let mark = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      let hasReturn = mark < bytes.count && mark > start && bytes[mark - 1] == 0x0D
      lines.append(start..<(hasReturn ? mark - 1 : mark))
      start = mark + 1
    }
    self.lines = lines
  }

  /// The answers in the order of the lines, each with a line end.
  func answers(by extractor: Extractor, _ wanted: WantedAnswer) -> [UInt8] {
    let shares = shares()
    let results = Mutex<[[UInt8]]>(Array(repeating: [], count: shares.count))
    let count = wanted.threads > 0 ? wanted.threads : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    ThreadTeam.forEach(in: 0..<shares.count, threads: count) { index in
      let answer = answers(shares[index], extractor, wanted)
      results.withLock { $0[index] = answer }
    }
    return results.withLock { Array($0.joined()) }
  }

  /// Neighbouring lines that one thread answers.
  private func shares() -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var first = 0
    var size = 0
    for (index, line) in lines.enumerated() {
      size += line.count
      guard size >= Self.share || index == lines.count - 1 else { continue }
      shares.append(first..<index + 1)
      first = index + 1
      size = 0
    }
    return shares
  }

  private func answers(_ share: Range<Int>, _ extractor: Extractor, _ wanted: WantedAnswer) -> [UInt8] {
    var json = JSONWriter()
    for index in share {
      let number = before + index + 1
      do throws(InputRecord.Failure) {
        let line = lines[index]
        guard line.count <= InputRecord.lineLimit else {
          throw InputRecord.Failure(
            message: "the line has \(line.count) bytes; at most \(InputRecord.lineLimit) are read", offset: 0)
        }
        try extractor.extract(
          json: UnsafeBufferPointer(rebasing: bytes[line]), id: String(number), options: wanted.extraction
        ).write(to: &json, withText: wanted.withText)
      } catch let failure {
        failure.write(to: &json, id: String(number), line: number)
      }
      json.newline()
    }
    return json.bytes
  }
}
