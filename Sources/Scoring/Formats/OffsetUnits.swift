/// Turns offsets in UTF-8 bytes or UTF-16 code units into Unicode scalars.
struct OffsetUnits {
  /// For each offset the number of scalars before it, or -1 inside a scalar.
  private let table: [Int]

  /// nil for an unknown unit.
  init?(text: String, unit: String) {
    var table = [Int]()
    var count = 0
    for scalar in text.unicodeScalars {
      table.append(count)
      switch unit {
      case "utf8": for _ in 1..<UTF8.width(scalar) { table.append(-1) }
      case "utf16": for _ in 1..<UTF16.width(scalar) { table.append(-1) }
      default: return nil
      }
      count += 1
    }
    if unit != "utf8" && unit != "utf16" { return nil }
    table.append(count)
    self.table = table
  }

  /// The scalar offset; nil inside a scalar or after the text.
  func scalars(_ offset: Int) -> Int? {
    guard table.indices.contains(offset), table[offset] >= 0 else { return nil }
    return table[offset]
  }
}
