/// Checks and repairs UTF-8 by the state machine of the WHATWG Encoding standard (the "UTF-8 decoder").
struct UTF8Validator {
  /// Input offsets of the maximal bad sequences found by `repair`.
  private(set) var malformed: [Int] = []

  /// Whether the bytes from `from` on are well-formed (Unicode standard, table 3-7); O(n).
  func isValid(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var index = from
    while index < count {
      let lead = base[index]
      if lead < 0x80 {
        index = Self.skipASCII(bytes, from: index &+ 1)
      } else if lead < 0xE0, lead >= 0xC2, index &+ 1 < count, base[index &+ 1] & 0xC0 == 0x80 {
        index &+= 2
      } else if lead >= 0xE1, lead < 0xED, index &+ 2 < count,
        (base[index &+ 1] & 0xC0) | (base[index &+ 2] & 0xC0) >> 2 == 0xA0
      {
        // The three-byte sequences that need no closer look: all but E0, ED, EE and EF.
        index &+= 3
      } else {
        let length = Self.sequence(bytes, at: index)
        if length <= 0 { return false }
        index &+= length
      }
    }
    return true
  }

  /// The bytes from `from` on with one U+FFFD for each maximal bad sequence; O(n).
  mutating func repair(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count - from + 16)
    malformed = []
    var index = from
    while index < bytes.count {
      let length = Self.sequence(bytes, at: index)
      if length > 0 {
        for offset in 0..<length { output.append(bytes[index + offset]) }
        index += length
      } else {
        malformed.append(index)
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += -length
      }
    }
    return output
  }

  private static func skipASCII(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    var index = from
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while index + 8 <= bytes.count {
        if base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the well-formed sequence at `index`, or minus the length of the maximal bad one.
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let needed: Int
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0...0xEF:
      needed = 2
      if lead == 0xE0 { lower = 0xA0 }
      if lead == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      needed = 3
      if lead == 0xF0 { lower = 0x90 }
      if lead == 0xF4 { upper = 0x8F }
    default: return -1
    }
    var seen = 0
    while seen < needed {
      let next = index + 1 + seen
      guard next < bytes.count, bytes[next] >= lower, bytes[next] <= upper else { return -(1 + seen) }
      lower = 0x80
      upper = 0xBF
      seen += 1
    }
    return 1 + needed
  }
}
