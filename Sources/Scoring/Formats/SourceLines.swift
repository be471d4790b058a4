/// The lines of a file with the byte offset of each; a line's end, LF or CRLF, is not part of it.
struct SourceLines: Sequence, IteratorProtocol {
  struct Line {
    let text: Substring
    let offset: Int

    /// The cells between tabs, each with the byte offset where it begins.
    var cells: [(text: Substring, offset: Int)] {
      var cells = [(text: Substring, offset: Int)]()
      var place = offset
      for cell in text.split(separator: "\t", omittingEmptySubsequences: false) {
        cells.append((cell, place))
        place += cell.utf8.count + 1
      }
      return cells
    }
  }

  private let file: SourceFile
  private var position: Int

  init(_ file: SourceFile) {
    self.file = file
    position = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    guard position < file.bytes.count else { return nil }
    let start = position
    let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
    position = end + 1
    let isCRLF = end > start && file.bytes[end - 1] == UInt8(ascii: "\r")
    return Line(text: Substring(decoding: file.bytes[start..<(isCRLF ? end - 1 : end)], as: UTF8.self), offset: start)
  }
}
