import Synchronization

/// A short word that facts of mentions are made of, as `position` or `former`: compared and copied as two numbers, where a string
/// counts references.
public struct Term: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The UTF-8 of up to 15 bytes, the rest zero, with their number in the last; of longer words 255 there and their number among
  /// those met before.
  private let low: UInt64
  private let high: UInt64

  /// Words of more than 15 bytes, which are rare and never forgotten.
  private static let long = Mutex<[String]>([])

  /// The term of a word; linear in its length.
  public init(_ word: String) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in word.utf8 {
      if count < 8 {
        low |= UInt64(byte) << UInt64(8 * count)
      } else if count < 15 {
        high |= UInt64(byte) << UInt64(8 * count - 64)
      }
      count += 1
    }
    if count > 15 {
      let number = Self.long.withLock { known in
        if let place = known.firstIndex(of: word) { return place }
        known.append(word)
        return known.count - 1
      }
      (low, high, count) = (UInt64(number), 0, 255)
    }
    self.low = low
    self.high = high | UInt64(count) << 56
  }

  /// The term of a word that stands in the code.
  public init(stringLiteral word: String) { self.init(word) }

  /// The word.
  public var string: String {
    let count = Int(high >> 56)
    if count == 255 { return Self.long.withLock { $0[Int(low)] } }
    return String(unsafeUninitializedCapacity: count) { out in
      for index in 0..<count {
        out[index] = UInt8(truncatingIfNeeded: index < 8 ? low >> UInt64(8 * index) : high >> UInt64(8 * index - 64))
      }
      return count
    }
  }

  /// Some bits that differ between most terms.
  var bits: Int { Int(truncatingIfNeeded: (low ^ high) &* 0x9E37_79B9_7F4A_7C15 >> 40) }
}
