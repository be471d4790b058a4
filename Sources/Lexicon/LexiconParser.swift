import Glibc
import UnicodeText

/// Reads a lexicon file: a header line, then one entry a line, tab-separated; lines that start with `#` are comments.
///
/// Strict: an unknown column, a missing cell, an entry out of order or an interrupted block of a sense is an error. Order is
/// the byte order of the surfaces within a sense.
public final class LexiconParser {
  /// An entry as offsets into the file.
  struct Row {
    var start: Int32
    var surfaceEnd: Int32
    /// Number of the sense among `senses`.
    var sense: Int32
    /// Where the sense ends, and the line.
    var senseEnd: Int32
    var end: Int32
    /// The line, from 1.
    var line: Int32

    var surface: Span { Span(Int(start), Int(surfaceEnd)) }
  }

  /// The errors found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The file as valid UTF-8.
  let text: Text
  /// The entries in the order of the file.
  private(set) var rows: [Row] = []
  /// The names of the senses, in the order in which they begin.
  private(set) var senses: [String] = []

  private let source: SourceFile
  private var columns: [Feature?]?
  private var senseNumbers: [String: Int32] = [:]

  /// Parses a whole file; linear in its size.
  public init(_ source: SourceFile) {
    self.source = source
    text = Text(validating: source.bytes)
    parse()
  }

  /// The entries read.
  public var entries: [LexiconEntry] { rows.map(entry) }

  /// The file's path.
  var path: String { source.path }

  /// An entry; its strings are made anew at each call.
  func entry(_ row: Row) -> LexiconEntry {
    var features: [Feature: String] = [:]
    eachFeature(of: row) { features[$0] = text.string($1) }
    return LexiconEntry(
      surface: text.string(row.surface), sense: senses[Int(row.sense)], features: features, file: source.path,
      line: Int(row.line))
  }

  /// Calls `body` with each feature that a row has, in the order of the columns, and where its value stands.
  func eachFeature(of row: Row, _ body: (Feature, Span) -> Void) {
    var start = Int(row.senseEnd) + 1
    for column in columns ?? [] where start < row.end {
      let end = tab(from: start, to: Int(row.end))
      if let column, end > start { body(column, Span(start, end)) }
      start = end + 1
    }
  }

  /// Where the cell that begins at `start` ends.
  private func tab(from start: Int, to end: Int) -> Int { place(of: 0x09, from: start, to: end) }

  /// Where a byte stands first in a range; the end of the range where it does not.
  private func place(of byte: UInt8, from start: Int, to end: Int) -> Int {
    text.bytes.withUnsafeBytes { bytes in
      guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
        return max(start, end)
      }
      return UnsafeRawPointer(found) - base
    }
  }

  private func parse() {
    var line: Int32 = 0
    var start = 0
    var isFinished: [Bool] = []
    while start <= text.bytes.count {
      var end = place(of: 0x0A, from: start, to: text.bytes.count)
      let next = end + 1
      if end > start, text.bytes[end - 1] == 0x0D { end -= 1 }
      line += 1
      if end - start > SourceLimit.line {
        report(Int(line), column: 1, SourceLimit.tooLong(end - start), "")
      } else if end > start && text.bytes[start] != UInt8(ascii: "#") {
        if columns == nil {
          columns = header(text.string(Span(start, end)), line: Int(line))
        } else if let row = row(start, end, line) {
          check(row, &isFinished)
          rows.append(row)
        }
      }
      start = next
      if diagnostics.count >= SourceLimit.errors {
        report(Int(line), column: 1, SourceLimit.tooManyErrors, "")
        return
      }
    }
    if columns == nil {
      report(1, column: 1, "the file has no header line (surface, sense, then features)", "")
    }
  }

  /// Reads a line; nil where it is no entry.
  private func row(_ start: Int, _ end: Int, _ line: Int32) -> Row? {
    let surfaceEnd = tab(from: start, to: end)
    let senseEnd = tab(from: min(surfaceEnd + 1, end), to: end)
    guard surfaceEnd > start, senseEnd > surfaceEnd + 1 else {
      report(
        Int(line), column: 1, "an entry needs a surface and a sense, separated by a tab", text.string(Span(start, end)))
      return nil
    }
    var cellStart = senseEnd + 1
    var room = columns?.count ?? 0
    while cellStart <= end && room > 0 {
      cellStart = tab(from: cellStart, to: end) + 1
      room -= 1
    }
    if cellStart <= end {
      let column = text.string(Span(start, cellStart)).unicodeScalars.count + 1
      report(Int(line), column: column, "more cells than the header has columns", text.string(Span(start, end)))
    }
    return Row(
      start: Int32(truncatingIfNeeded: start), surfaceEnd: Int32(truncatingIfNeeded: surfaceEnd),
      sense: sense(Span(surfaceEnd + 1, senseEnd)), senseEnd: Int32(truncatingIfNeeded: senseEnd),
      end: Int32(truncatingIfNeeded: end), line: line)
  }

  private func sense(_ span: Span) -> Int32 {
    // The senses stand in blocks: mostly it is that of the row before.
    if let last = rows.last, isSame(span, Span(Int(last.surfaceEnd) + 1, Int(last.senseEnd))) { return last.sense }
    let name = text.string(span)
    if let known = senseNumbers[name] { return known }
    let number = Int32(truncatingIfNeeded: senses.count)
    senses.append(name)
    senseNumbers[name] = number
    return number
  }

  private func isSame(_ first: Span, _ second: Span) -> Bool {
    guard first.count == second.count else { return false }
    return text.bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + first.start, $0 + second.start, first.count) == 0 } ?? true
    }
  }

  /// Reports a row that stands in the wrong place.
  private func check(_ row: Row, _ isFinished: inout [Bool]) {
    guard let before = rows.last else { return }
    if isFinished.count < senses.count { isFinished += repeatElement(false, count: senses.count - isFinished.count) }
    if before.sense != row.sense {
      isFinished[Int(before.sense)] = true
      if isFinished[Int(row.sense)] {
        report(
          Int(row.line), column: text.string(row.surface).unicodeScalars.count + 2,
          "the entries of sense '\(senses[Int(row.sense)])' must stand together",
          text.string(Span(Int(row.start), Int(row.end))))
      }
    } else if !precedes(before.surface, row.surface) {
      let (first, second) = (text.string(before.surface), text.string(row.surface))
      report(
        Int(row.line), column: 1,
        first == second
          ? "'\(second)' stands here twice in sense '\(senses[Int(row.sense)])'"
          : "'\(second)' must stand before '\(first)' (byte order within a sense)",
        text.string(Span(Int(row.start), Int(row.end))))
    }
  }

  private func precedes(_ first: Span, _ second: Span) -> Bool {
    text.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      let order = memcmp(base + first.start, base + second.start, min(first.count, second.count))
      return order == 0 ? first.count < second.count : order < 0
    }
  }

  /// Reads the header; a column that is not understood is reported and its cells are passed over.
  private func header(_ text: String, line: Int) -> [Feature?] {
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if cells.count < 2 || cells[0] != "surface" || cells[1] != "sense" {
      report(line, column: 1, "the header must begin with the columns 'surface' and 'sense'", text)
    }
    var column = 1
    var seen: Set<String> = []
    var features: [Feature?] = []
    for (index, cell) in cells.enumerated() {
      if index >= 2 {
        let feature = Feature(rawValue: cell)
        if feature == nil {
          let known = Feature.allCases.map(\.rawValue).joined(separator: ", ")
          report(line, column: column, "unknown column '\(cell)'; known are \(known)", text)
        }
        features.append(feature)
      }
      if !seen.insert(cell).inserted { report(line, column: column, "column '\(cell)' stands here twice", text) }
      column += cell.unicodeScalars.count + 1
    }
    return features
  }

  private func report(_ line: Int, column: Int, _ message: String, _ text: String) {
    diagnostics.append(
      Diagnostic(file: source.path, line: line, column: column, message: message, source: text))
  }
}
