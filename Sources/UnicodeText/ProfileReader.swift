/// Reads the lines of a `profile.tsv` into keys and values.
struct ProfileReader {
  private(set) var values: [String: String] = [:]
  private var lines: [String: Int] = [:]
  private let file: String

  init(_ tsv: [UInt8], file: String) throws {
    self.file = file
    var number = 0
    var hasHeader = false
    for line in Text(validating: tsv).bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.isEmpty || content.first == 0x23 { continue }
      let cells = content.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let key = cells.first, !key.isEmpty else { throw error(number, 1, "a key is missing") }
      let value = cells.count > 1 ? cells[1] : ""
      guard cells.count <= 2 else {
        throw error(number, key.count + value.count + 3, "a line has a key and a value, one tab between them")
      }
      if !hasHeader {
        guard key == "key", value == "value" else { throw error(number, 1, "the header must be key<TAB>value") }
        hasHeader = true
        continue
      }
      if let first = lines[key] { throw error(number, 1, "`\(key)` stands in line \(first) already") }
      values[key] = value
      lines[key] = number
    }
    if !hasHeader { throw error(1, 1, "the header key<TAB>value is missing") }
  }

  /// A value, nil where it is absent or empty.
  func text(_ key: String) -> String? {
    guard let value = values[key], !value.isEmpty else { return nil }
    return value
  }

  /// A value that must be there.
  func required(_ key: String) throws -> String {
    guard let value = text(key) else { throw error(lines[key] ?? 1, 1, "`\(key)` is missing") }
    return value
  }

  /// The parts of a value between blanks; empty where it is absent.
  func list(_ key: String) -> [String] {
    (text(key) ?? "").split(separator: " ").map { String($0) }
  }

  /// A value out of a set of names; nil where it is absent.
  func choice<Choice>(_ key: String, _ type: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let value = text(key) else { return nil }
    if let choice = Choice(rawValue: value) { return choice }
    let names = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    throw error(lines[key] ?? 1, key.count + 2, "`\(value)` is none of \(names)")
  }

  private func error(_ line: Int, _ column: Int, _ message: String) -> ProfileError {
    ProfileError(file: file, line: line, column: column, message: message)
  }
}
