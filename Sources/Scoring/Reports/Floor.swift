/// A figure that a part of the corpus must reach.
public struct Floor: Sendable, Hashable {
  /// The part of the corpus: `development` or `test`.
  public let part: String
  /// Language code, or `all`.
  public let language: String
  /// A mention type, `micro`, `macro`, or `holds` for relations.
  public let type: String
  /// The figure, see ``Metric``.
  public let metric: Metric
  /// What it must reach, 0 to 1.
  public let floor: Double

  /// A floor that was not reached.
  public struct Shortfall: Sendable, Hashable, CustomStringConvertible {
    /// The floor.
    public let floor: Floor
    /// What was measured; nil where the figure is undefined.
    public let measured: Double?

    /// The shortfall in one line.
    public var description: String {
      let figure = measured.map { TextTable.fixed($0, digits: 4) } ?? "undefined"
      return "\(floor.part) \(floor.language) \(floor.type) \(floor.metric.rawValue): \(figure) is below "
        + TextTable.fixed(floor.floor, digits: 4)
    }
  }

  /// Reads a floors file: tab-separated, a header `part language type metric floor`, `#` comments.
  public static func read(
    _ bytes: some Collection<UInt8>, file: String
  ) throws(AnnotationError) -> [Floor] {
    let source = SourceFile(name: file, bytes: Array(bytes))
    try source.requireUTF8()
    var floors = [Floor]()
    var header = false
    for line in SourceLines(source) where !line.text.isEmpty && !line.text.hasPrefix("#") {
      let cells = line.cells
      let texts = cells.map { String($0.text) }
      if !header {
        guard texts == ["part", "language", "type", "metric", "floor"] else {
          throw source.error(at: line.offset, "the header is: part, language, type, metric, floor, with tabs between")
        }
        header = true
        continue
      }
      guard cells.count == 5 else { throw source.error(at: line.offset, "five cells are expected, not \(cells.count)") }
      guard let metric = Metric(rawValue: texts[3]) else {
        let known = Metric.allCases.map(\.rawValue).joined(separator: ", ")
        throw source.error(at: cells[3].offset, "unknown metric \(texts[3]): use one of \(known)")
      }
      guard let floor = Double(texts[4]), (0...1).contains(floor) else {
        throw source.error(at: cells[4].offset, "\(texts[4]) is not a number from 0 to 1")
      }
      floors.append(Floor(part: texts[0], language: texts[1], type: texts[2], metric: metric, floor: floor))
    }
    return floors
  }

  /// The floors of a part that a report of that part does not reach; an undefined figure reaches none.
  public static func check(_ floors: [Floor], part: String, report: ScoreReport) -> [Shortfall] {
    floors.filter { $0.part == part }.compactMap { floor in
      let table = floor.language == "all" ? report.total : report.languages[floor.language]
      let measured = table.flatMap { floor.metric.value(in: $0, type: floor.type) }
      // Floors are written rounded down, so no tolerance is needed.
      return (measured ?? -1) < floor.floor ? Shortfall(floor: floor, measured: measured) : nil
    }
  }
}
