/// Reads a lexicon file: a header line, then one entry a line, tab-separated; lines that start with `#` are comments.
///
/// Strict: an unknown column, a missing cell, an entry out of order or an interrupted block of a sense is an error. Order is
/// the byte order of the surfaces within a sense.
public struct LexiconParser {
  /// The entries read so far.
  public private(set) var entries: [LexiconEntry] = []
  /// The errors found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  private let source: SourceFile

  /// Parses a whole file; linear in its size.
  public init(_ source: SourceFile) {
    self.source = source
    parse()
  }

  private mutating func parse() {
    var columns: [Feature?]?
    var finished: Set<String> = []
    var previous: (sense: String, surface: String)?
    for (index, line) in source.lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let known = columns else {
        columns = header(cells, line: index + 1, text: line)
        continue
      }
      guard let entry = entry(cells, columns: known, line: index + 1, text: line) else { continue }
      if let before = previous {
        if before.sense != entry.sense {
          finished.insert(before.sense)
          if finished.contains(entry.sense) {
            report(
              index + 1, column: cells[0].unicodeScalars.count + 2,
              "the entries of sense '\(entry.sense)' must stand together", line)
          }
        } else if !before.surface.utf8.lexicographicallyPrecedes(entry.surface.utf8) {
          let same = before.surface == entry.surface
          report(
            index + 1, column: 1,
            same
              ? "'\(entry.surface)' stands here twice in sense '\(entry.sense)'"
              : "'\(entry.surface)' must stand before '\(before.surface)' (byte order within a sense)", line)
        }
      }
      previous = (entry.sense, entry.surface)
      entries.append(entry)
    }
    if columns == nil {
      report(1, column: 1, "the file has no header line (surface, sense, then features)", "")
    }
  }

  /// Reads the header; a column that is not understood is reported and its cells are passed over.
  private mutating func header(_ cells: [String], line: Int, text: String) -> [Feature?] {
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

  private mutating func entry(_ cells: [String], columns: [Feature?], line: Int, text: String) -> LexiconEntry? {
    guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else {
      report(line, column: 1, "an entry needs a surface and a sense, separated by a tab", text)
      return nil
    }
    if cells.count > columns.count + 2 {
      let lead = cells.prefix(columns.count + 2).reduce(1) { $0 + $1.unicodeScalars.count + 1 }
      report(line, column: lead, "more cells than the header has columns", text)
    }
    var features: [Feature: String] = [:]
    for (cell, column) in zip(cells.dropFirst(2), columns) where !cell.isEmpty {
      if let column { features[column] = cell }
    }
    return LexiconEntry(surface: cells[0], sense: cells[1], features: features, file: source.path, line: line)
  }

  private mutating func report(_ line: Int, column: Int, _ message: String, _ text: String) {
    diagnostics.append(
      Diagnostic(file: source.path, line: line, column: column, message: message, source: text))
  }
}
