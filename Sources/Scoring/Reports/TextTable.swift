/// Figures and aligned columns for a terminal.
enum TextTable {
  /// A ratio in percent with one decimal; a dash where it is undefined.
  static func percent(_ ratio: Double?) -> String { ratio.map { fixed($0 * 100, digits: 1) } ?? "–" }

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
