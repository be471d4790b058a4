/// `SentenceState` as a table: one load a token.
struct SentenceTable: Sendable {
  static let shared = SentenceTable()

  /// Set where the token begins a sentence; the other bits are the next state.
  static let starts: UInt8 = 0x80

  private let entries: [UInt8]

  private init() {
    var states = [SentenceState()]
    var numbers = [SentenceState(): 0]
    var entries: [UInt8] = []
    var state = 0
    while state < states.count {
      for input in 0..<64 {
        var next = states[state]
        var entry: UInt8 = 0
        if let class_ = SentenceClass(rawValue: UInt8(input >> 2)),
          next.startsSentence(class_, isLineStart: input & 2 != 0, isGlued: input & 1 != 0)
        {
          entry = Self.starts
        }
        if numbers[next] == nil {
          numbers[next] = states.count
          states.append(next)
        }
        entries.append(entry | UInt8(numbers[next] ?? 0))
      }
      state += 1
    }
    self.entries = entries
  }

  /// Calls `body` with the entries: by state × 64 + class × 4 + 2 at the start of a line + 1 where glued.
  func withEntries<Result>(_ body: (UnsafePointer<UInt8>) -> Result?) -> Result? {
    entries.withUnsafeBufferPointer { $0.baseAddress.flatMap(body) }
  }
}
