/// What the tokenizer does with each distinct segment, found by its bytes: open addressing, every hit verified.
///
/// Segments of up to 16 bytes are their own key. Slots stand in the order in which the segments were met, so that the
/// frequent ones, which come early, lie close together; a small index of numbers leads to them.
struct SegmentTable: ~Copyable {
  /// What a segment becomes.
  enum Action: UInt8 {
    /// One token, `value` its type.
    case token
    /// A colon, which may belong to an address, and ignorable characters; `value` is the colon's type.
    case colon
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

  /// The table as the tokenizer's loop reads it; void once the table changes.
  struct View {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let index: UnsafeMutablePointer<UInt32>
    fileprivate let mask: Int

    /// The slot of a segment of up to 16 bytes, or nil where it is new.
    @inline(__always)
    func find(_ key: Slot) -> UnsafePointer<Slot>? {
      var place = SegmentTable.hash(key) & mask
      while true {
        let number = index[place]
        if number == 0 { return nil }
        let slot = slots + Int(truncatingIfNeeded: number)
        if slot.pointee.low == key.low && slot.pointee.high == key.high && slot.pointee.length == key.length {
          return UnsafePointer(slot)
        }
        place = (place &+ 1) & mask
      }
    }
  }

  /// How many segments there are; slot 0 is none.
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 1 << 10
  private var index: UnsafeMutablePointer<UInt32>
  private var mask = (1 << 12) - 1
  private var arena: [UInt8] = []

  init() {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    index = .allocate(capacity: mask + 1)
    index.initialize(repeating: 0, count: mask + 1)
  }

  deinit {
    slots.deallocate()
    index.deallocate()
  }

  /// The table for reading.
  var view: View { View(slots: slots, index: index, mask: mask) }

  /// Bytes held for long segments.
  var byteCount: Int { arena.count }

  /// Forgets all segments and keeps the memory.
  mutating func removeAll() {
    index.update(repeating: 0, count: mask + 1)
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
  fileprivate static func hash(_ key: Slot) -> Int {
    let left = key.low ^ 0xA076_1D64_78BD_642F
    let right = key.high ^ UInt64(key.length) &* 0xE703_7ED1_A0B4_28DB ^ 0x8EBC_6AF0_9C88_C6E3
    let product = left.multipliedFullWidth(by: right)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// The slot of a segment of any length, or nil where it is new.
  @inline(never)
  func find(_ key: Slot, _ bytes: UnsafePointer<UInt8>) -> Slot? {
    if key.length <= 16 { return view.find(key)?.pointee }
    var place = Self.hash(key) & mask
    while index[place] != 0 {
      let slot = slots[Int(index[place])]
      if slot.low == key.low && slot.high == key.high && slot.length == key.length && isEqual(slot, bytes) {
        return slot
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  private func isEqual(_ slot: Slot, _ bytes: UnsafePointer<UInt8>) -> Bool {
    let start = Int(slot.offset)
    for index in 0..<Int(slot.length) where arena[start + index] != bytes[index] { return false }
    return true
  }

  /// Adds a segment that is new, with what it becomes.
  mutating func insert(_ entry: Slot, _ bytes: UnsafePointer<UInt8>) {
    count += 1
    if count == capacity { growSlots() }
    if count * 2 > mask { growIndex() }
    slots[count] = entry
    if entry.length > 16 {
      slots[count].offset = UInt32(truncatingIfNeeded: arena.count)
      arena.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(entry.length)))
    }
    place(count)
  }

  private func place(_ number: Int) {
    var place = Self.hash(slots[number]) & mask
    while index[place] != 0 { place = (place + 1) & mask }
    index[place] = UInt32(truncatingIfNeeded: number)
  }

  private mutating func growSlots() {
    let larger = UnsafeMutablePointer<Slot>.allocate(capacity: capacity * 2)
    larger.initialize(repeating: Slot(), count: capacity * 2)
    larger.update(from: slots, count: capacity)
    slots.deallocate()
    slots = larger
    capacity *= 2
  }

  private mutating func growIndex() {
    index.deallocate()
    mask = mask << 1 | 1
    index = .allocate(capacity: mask + 1)
    index.initialize(repeating: 0, count: mask + 1)
    for number in 1..<count { place(number) }
  }
}
