import Glibc

/// A part of the product and what it promises for any bytes.
protocol FuzzTarget {
  /// Reads an input; ends the process where a promise does not hold.
  func run(_ bytes: [UInt8])
}

extension FuzzTarget {
  /// Ends the process, with the reason, where a promise does not hold.
  func promise(_ holds: Bool, _ what: @autoclosure () -> String) {
    if holds { return }
    let message = "BROKEN PROMISE: \(what())\n"
    _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    abort()
  }
}

/// An input that is taken piece by piece; zeros stand where it has ended.
struct Pieces {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  /// The next byte.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// Two bytes as a number.
  mutating func number() -> Int { byte() << 8 | byte() }

  /// One of several things.
  mutating func one<Thing>(of things: [Thing]) -> Thing { things[byte() % things.count] }

  /// What stands before the next zero byte; the rest where there is none.
  mutating func part() -> [UInt8] {
    let end = rest.firstIndex(of: 0) ?? rest.endIndex
    defer { rest = end < rest.endIndex ? rest[(end + 1)...] : [] }
    return Array(rest[..<end])
  }

  /// All that is left.
  mutating func all() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }
}
