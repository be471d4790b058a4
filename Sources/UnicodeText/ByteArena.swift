/// Bytes that are only ever added to, at an address that stays until the next addition.
struct ByteArena: ~Copyable {
  /// The first byte.
  private(set) var base: UnsafeMutablePointer<UInt8>
  /// How many bytes there are.
  private(set) var count = 0
  private var capacity = 1 << 12

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  /// Adds bytes behind the others; amortized linear.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if count + bytes.count > capacity {
      capacity = max(2 * capacity, count + bytes.count)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.update(from: base, count: count)
      base.deallocate()
      base = larger
    }
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Forgets all bytes and keeps the memory.
  mutating func removeAll() { count = 0 }
}
