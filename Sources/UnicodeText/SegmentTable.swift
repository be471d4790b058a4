/// What the tokenizer does with each distinct segment, found by its bytes: open addressing, every hit verified.
///
/// Segments of up to 16 bytes are their own key, so that the common hit touches one slot and nothing else.
struct SegmentTable: ~Copyable {
  /// What a segment becomes.
  enum Action: UInt8 {
    /// One token, `value` its type.
    case token
    /// No token but a blank, `value` the number of line breaks in it.
    case blank
    /// Neither token nor blank.
    case ignorable
    /// Several tokens, or one that is shorter than the segment; `value` is the number of the cut.
    case cut
  }

  /// A segment's key and what it becomes; 32 bytes.
  struct Slot {
    /// The first eight bytes, or a hash of a long segment.
    var low: UInt64 = 0
    /// Its last bytes from the ninth on, or a second hash of a long segment.
    var high: UInt64 = 0
    /// Length in bytes; 0 in an empty slot.
    var length: UInt32 = 0
    /// Where the bytes of a long segment stand in the arena.
    var offset: UInt32 = 0
    var value: Int32 = 0
    var action: Action = .ignorable
    var sentenceClass: SentenceClass = .inner
  }

  private(set) var count = 0
  private(set) var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var arena: [UInt8] = []

  init() {
    mask = (1 << 12) - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit { slots.deallocate() }

  /// Bytes held for long segments.
  var byteCount: Int { arena.count }

  /// Forgets all segments and keeps the memory.
  mutating func removeAll() {
    slots.update(repeating: Slot(), count: mask + 1)
    arena.removeAll(keepingCapacity: true)
    count = 0
  }

  /// The key of a segment, without what it becomes; `readable` bytes may be read from its start.
  @inline(__always)
  static func key(_ bytes: UnsafePointer<UInt8>, _ length: Int, readable: Int) -> Slot {
    let raw = UnsafeRawPointer(bytes)
    var slot = Slot()
    slot.length = UInt32(truncatingIfNeeded: length)
    if length <= 8 {
      if readable >= 8 {
        let shift = UInt64(truncatingIfNeeded: (8 &- length) &* 8)
        slot.low = raw.loadUnaligned(as: UInt64.self) << shift
      } else {
        for index in 0..<length { slot.low |= UInt64(bytes[index]) << UInt64((8 &- length &+ index) &* 8) }
      }
    } else if length <= 16 {
      slot.low = raw.loadUnaligned(as: UInt64.self)
      slot.high = raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
    } else {
      let buffer = UnsafeBufferPointer(start: bytes, count: length)
      slot.low = SpellingIndex.hash(buffer, seed: 1)
      slot.high = SpellingIndex.hash(buffer, seed: 2)
    }
    return slot
  }

  @inline(__always)
  private static func hash(_ key: Slot) -> Int {
    let left = key.low ^ 0xA076_1D64_78BD_642F
    let right = key.high ^ UInt64(key.length) &* 0xE703_7ED1_A0B4_28DB ^ 0x8EBC_6AF0_9C88_C6E3
    let product = left.multipliedFullWidth(by: right)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// The slot of a segment, or nil where it is new.
  @inline(__always)
  func find(_ key: Slot, _ bytes: UnsafePointer<UInt8>) -> UnsafeMutablePointer<Slot>? {
    var index = Self.hash(key) & mask
    while true {
      let slot = slots + index
      if slot.pointee.low == key.low && slot.pointee.high == key.high && slot.pointee.length == key.length {
        if key.length <= 16 || isEqual(slot.pointee, bytes) { return slot }
      } else if slot.pointee.length == 0 {
        return nil
      }
      index = (index &+ 1) & mask
    }
  }

  @inline(never)
  private func isEqual(_ slot: Slot, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let start = Int(slot.offset)
    for index in 0..<Int(slot.length) where arena[start + index] != bytes[index] { return false }
    return true
  }

  /// Adds a segment that is new, with what it becomes.
  mutating func insert(_ entry: Slot, _ bytes: UnsafePointer<UInt8>) {
    if (count + 1) * 2 > mask { grow() }
    var entry = entry
    if entry.length > 16 {
      entry.offset = UInt32(truncatingIfNeeded: arena.count)
      arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(entry.length)))
    }
    place(entry)
    count += 1
  }

  private func place(_ entry: Slot) {
    var index = Self.hash(entry) & mask
    while slots[index].length != 0 { index = (index + 1) & mask }
    slots[index] = entry
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0..<oldCount where old[index].length != 0 { place(old[index]) }
    old.deallocate()
  }
}
