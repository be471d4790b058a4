import Patterns
import UnicodeText

/// What bare figures count whose own line does not say it: those of a table ('Laval: 44,000', '2022: 251',
/// 'Director: 71 - 6 - 0') and those of a heading ('Whirlwinds kill nine').
///
/// A row is a short line with figures behind a colon or bar; rows right below each other make a block. A column of a block
/// counts what one of its figures says it counts, else what the text says that the same number counts; where dashes join the
/// figures of a row, all of them count the same. A figure of a heading counts what the text says of the same number.
struct FigureRows {
  /// A draft of a line.
  private struct Place: Hashable {
    let line: Int
    let draft: Int
  }

  /// A number of a row that counts something.
  private struct Figure {
    let line: Int
    let draft: Int
    let column: Int
    let value: String
    let unit: String?
  }

  /// Below it a number stands in a text twice without meaning the same.
  private static let leastTelling = 10
  /// How many tokens a row and a heading have at most.
  private static let (longestRow, longestHeading) = (40, 24)

  private let lines: [Line]
  private let view: DocumentView
  /// What is counted by a number, as the text first says.
  private var counted: [String: String] = [:]
  private var units: [Place: String] = [:]

  /// Looks at every line once; linear.
  init(_ lines: [Line], _ view: DocumentView) {
    self.lines = lines
    self.view = view
    let counts = lines.map { line in line.chosen.filter { line.drafts[$0].counts } }
    // Without a bare number there is nothing to tell.
    guard
      zip(lines, counts).contains(where: { line, counts in counts.contains { line.drafts[$0].number?.unit == nil } })
    else { return }
    for (line, counts) in zip(lines, counts) {
      for index in counts {
        guard let number = line.drafts[index].number, let unit = number.unit else { continue }
        // Of k of n it is k that stands alone elsewhere.
        let value = String(number.value.prefix { $0 != "/" })
        counted[value] = counted[value] ?? unit
      }
    }
    var block: [Figure] = []
    for (number, counts) in counts.enumerated() {
      let row = row(number, counts)
      if row.isEmpty {
        settle(block)
        block = []
        settleHeading(number, counts)
      } else {
        block += row
      }
    }
    settle(block)
  }

  /// What a bare number counts by the table or heading it stands in.
  func unit(line: Int, draft: Int) -> String? { units[Place(line: line, draft: draft)] }

  /// The figures of a row; none where the line is no row.
  private func row(_ number: Int, _ counts: [Int]) -> [Figure] {
    let line = lines[number]
    guard !counts.isEmpty, line.range.count <= Self.longestRow,
      let sign = line.range.dropLast().first(where: isRowSign), !endsSentence(line)
    else { return [] }
    var column = 0
    var figures: [Figure] = []
    var at = sign
    for index in counts where line.drafts[index].range.lowerBound > sign {
      let draft = line.drafts[index]
      guard let value = draft.number else { continue }
      let bars = (at..<draft.range.lowerBound).filter(isBar).count
      column += figures.isEmpty ? 0 : max(1, bars)
      figures.append(Figure(line: number, draft: index, column: column, value: value.value, unit: value.unit))
      at = draft.range.upperBound
    }
    return figures
  }

  /// Gives the figures of a block what their columns count.
  private mutating func settle(_ block: [Figure]) {
    guard block.contains(where: { $0.unit == nil }) else { return }
    var columns: [Int: String] = [:]
    for figure in block where columns[figure.column] == nil { columns[figure.column] = figure.unit }
    for figure in block where columns[figure.column] == nil {
      guard let value = Int(figure.value), value >= Self.leastTelling else { continue }
      columns[figure.column] = counted[figure.value]
    }
    guard let any = columns.min(by: { $0.key < $1.key })?.value else { return }
    for figure in block where figure.unit == nil {
      let line = lines[figure.line]
      let unit = columns[figure.column] ?? (isJoined(line.drafts[figure.draft].range, line) ? any : nil)
      units[Place(line: figure.line, draft: figure.draft)] = unit
    }
  }

  /// Gives the bare figures of a heading, but for those of a score, what the text says that they count.
  private mutating func settleHeading(_ number: Int, _ counts: [Int]) {
    let line = lines[number]
    guard line.range.count <= Self.longestHeading, !endsSentence(line) else { return }
    for index in counts {
      guard let value = line.drafts[index].number, value.unit == nil, !isJoined(line.drafts[index].range, line) else {
        continue
      }
      units[Place(line: number, draft: index)] = counted[value.value]
    }
  }

  /// Whether a dash stands beside a figure.
  private func isJoined(_ range: Range<Int>, _ line: Line) -> Bool {
    [range.lowerBound - 1, range.upperBound].contains { line.range.contains($0) && isDash($0) }
  }

  private func isRowSign(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: ":") && !view.tokens.flags[index + 1].contains(.glued) || isBar(index)
  }

  private func isBar(_ index: Int) -> Bool { byte(index) == UInt8(ascii: "|") }

  private func isDash(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "-") || view.types.key(of: view.tokens.types[index]).bytes == [0xE2, 0x80, 0x93]
  }

  private func endsSentence(_ line: Line) -> Bool {
    guard let byte = byte(line.range.upperBound - 1) else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
  }

  /// The one byte of a token; nil where it has more.
  private func byte(_ index: Int) -> UInt8? {
    let bytes = view.types.key(of: view.tokens.types[index]).bytes
    return bytes.count == 1 ? bytes.first : nil
  }
}

extension Draft {
  /// Whether it is a number that counts something, be it said what or not.
  fileprivate var counts: Bool {
    guard evidence != .possible, let kind = number?.kind else { return false }
    return kind == "cardinal" || kind == "fraction"
  }
}
