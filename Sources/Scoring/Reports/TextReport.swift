/// Reports as aligned text for a terminal.
enum TextReport {
  static func table(_ table: ScoreTable) -> String {
    var rows = [["type", "gold", "system", "strict P", "R", "F1", "overlap F1", "value"]]
    for score in table.types + [table.micro] {
      rows.append([
        score.type, String(score.strict.gold), String(score.strict.predicted), percent(score.strict.precision),
        percent(score.strict.recall), percent(score.strict.f1), percent(score.overlap.f1),
        percent(score.attributes["value"]?.accuracy),
      ])
    }
    rows.append([
      "macro", "", "", percent(table.macro { $0.strict.precision }), percent(table.macro { $0.strict.recall }),
      percent(table.macro { $0.strict.f1 }), percent(table.macro { $0.overlap.f1 }),
      percent(table.macro { $0.attributes["value"]?.accuracy }),
    ])
    return aligned(rows)
  }

  /// A ratio in percent with one decimal; a dash where it is undefined.
  static func percent(_ ratio: Double?) -> String {
    guard let ratio else { return "–" }
    return fixed(ratio * 100, digits: 1)
  }

  /// A figure with four decimals; a dash where it is undefined.
  static func decimal(_ figure: Double?) -> String { figure.map { fixed($0, digits: 4) } ?? "–" }

  /// A number with that many decimals.
  static func fixed(_ number: Double, digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let units = Int((abs(number) * Double(scale)).rounded())
    let decimals = String(units % scale)
    let zeros = String(repeating: "0", count: digits - decimals.count)
    return (number < 0 && units > 0 ? "-" : "") + "\(units / scale).\(zeros)\(decimals)"
  }

  /// Columns of equal width, the first to the left and the others to the right.
  static func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? cell + pad : "  " + pad + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
