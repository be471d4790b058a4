import Glibc

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
    /// Several tokens, or one that is shorter than the segment: `pieceCount` of them, the first at `value` in the pieces.
    case pieces
    /// What needs a look at the text around it; `value` is the number of the cut.
    case cut
  }

  /// A token of a segment, ready to be written; 16 bytes.
  struct Piece {
    let start: Int32
    let end: Int32
    let type: TokenTypeID
    let sentenceClass: SentenceClass
    /// Whether a zero-width space that is a blank stands before it.
    let isAfterBlank: Bool
  }

  /// A segment's key and what it becomes; 32 bytes.
  struct Slot {
    /// The first eight bytes, or half of a long segment's hash.
    var low: UInt64 = 0
    /// Its last bytes from the ninth on, or the other half of the hash.
    var high: UInt64 = 0
    /// Length in bytes; 0 in an empty slot.
    var length: UInt32 = 0
    /// Where the bytes of a long segment stand in the arena.
    var offset: UInt32 = 0
    var value: Int32 = 0
    var action: Action = .ignorable
    var sentenceClass: SentenceClass = .inner
    var pieceCount: UInt16 = 0
  }

  /// The table as the tokenizer's loop reads it; void once the table changes.
  struct View {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let index: UnsafeMutablePointer<UInt32>
    fileprivate let mask: Int
    fileprivate let arena: UnsafeMutablePointer<UInt8>
    /// The pieces of the segments that give several tokens.
    let pieces: UnsafeMutablePointer<Piece>

    /// The slot of a segment, or nil where it is new.
    @inline(__always)
    func find(_ key: Slot, _ bytes: UnsafePointer<UInt8>) -> UnsafePointer<Slot>? {
      let hash = SegmentTable.hash(key)
      let tag = SegmentTable.tag(hash)
      var place = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = index[place]
        if entry == 0 { return nil }
        if entry & ~SegmentTable.numbers == tag {
          let slot = slots + Int(truncatingIfNeeded: entry & SegmentTable.numbers)
          if slot.pointee.low == key.low && slot.pointee.high == key.high && slot.pointee.length == key.length,
            key.length <= 16 || isEqual(slot.pointee, bytes)
          {
            return UnsafePointer(slot)
          }
        }
        place = (place &+ 1) & mask
      }
    }

    @inline(__always)
    private func isEqual(_ slot: Slot, _ bytes: UnsafePointer<UInt8>) -> Bool {
      memcmp(arena + Int(slot.offset), bytes, Int(slot.length)) == 0
    }
  }

  /// The bits of an entry of the index that number a slot; the others are a part of the hash, which spares most looks at
  /// the slots of other segments.
  private static let numbers: UInt32 = 1 << 26 - 1

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & ~numbers }

  /// How many segments there are; slot 0 is none.
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 1 << 10
  private var index: UnsafeMutablePointer<UInt32>
  private var mask = (1 << 12) - 1
  private var arena = ByteArena()
  private var pieces: UnsafeMutablePointer<Piece>
  private var pieceCount = 0
  private var pieceCapacity = 1 << 10

  init() {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    index = .allocate(capacity: mask + 1)
    index.initialize(repeating: 0, count: mask + 1)
    pieces = .allocate(capacity: pieceCapacity)
  }

  deinit {
    slots.deallocate()
    index.deallocate()
    pieces.deallocate()
  }

  /// The table for reading.
  var view: View { View(slots: slots, index: index, mask: mask, arena: arena.base, pieces: pieces) }

  /// Bytes held for long segments.
  var byteCount: Int { arena.count }

  /// Forgets all segments and keeps the memory.
  mutating func removeAll() {
    index.update(repeating: 0, count: mask + 1)
    arena.removeAll()
    count = 0
    pieceCount = 0
  }

  /// The key of a segment, without what it becomes; `readable` bytes may be read from its start.
  @inline(__always)
  static func key(_ bytes: UnsafePointer<UInt8>, _ length: Int, readable: Int) -> Slot {
    let raw = UnsafeRawPointer(bytes)
    var slot = Slot()
    slot.length = UInt32(truncatingIfNeeded: length)
    if length <= 16 && readable >= 8 {
      // Without a branch on the length, which nothing predicts: words are shorter and longer than eight bytes by turns.
      let shift = UInt64(truncatingIfNeeded: max(0, 8 &- length) &* 8)
      slot.low = raw.loadUnaligned(as: UInt64.self) << shift
      let last = raw.loadUnaligned(fromByteOffset: max(0, length &- 8), as: UInt64.self)
      slot.high = length > 8 ? last : 0
    } else if length <= 8 {
      for index in 0..<length { slot.low |= UInt64(bytes[index]) << UInt64((8 &- length &+ index) &* 8) }
    } else {
      let buffer = UnsafeBufferPointer(start: bytes, count: length)
      (slot.low, slot.high) = SpellingIndex.longHash(buffer)
    }
    return slot
  }

  @inline(__always)
  private static func hash(_ key: Slot) -> UInt64 {
    let left = key.low ^ 0xA076_1D64_78BD_642F
    let right = key.high ^ UInt64(key.length) &* 0xE703_7ED1_A0B4_28DB ^ 0x8EBC_6AF0_9C88_C6E3
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// Keeps the pieces of a segment; returns where they begin.
  mutating func add(_ added: [Piece]) -> Int32 {
    if pieceCount + added.count > pieceCapacity {
      let capacity = max(2 * pieceCapacity, pieceCount + added.count)
      let larger = UnsafeMutablePointer<Piece>.allocate(capacity: capacity)
      larger.update(from: pieces, count: pieceCount)
      pieces.deallocate()
      (pieces, pieceCapacity) = (larger, capacity)
    }
    for (index, piece) in added.enumerated() { pieces[pieceCount + index] = piece }
    defer { pieceCount += added.count }
    return Int32(truncatingIfNeeded: pieceCount)
  }

  /// Adds a segment that is new, with what it becomes.
  mutating func insert(_ entry: Slot, _ bytes: UnsafePointer<UInt8>) {
    // Whatever is forgotten is made anew when it is met again.
    if count == Int(Self.numbers) - 1 { removeAll() }
    count += 1
    if count == capacity { growSlots() }
    if count * 4 > mask { growIndex() }
    slots[count] = entry
    if entry.length > 16 {
      slots[count].offset = UInt32(truncatingIfNeeded: arena.count)
      arena.append(UnsafeBufferPointer(start: bytes, count: Int(entry.length)))
    }
    place(count)
  }

  private func place(_ number: Int) {
    let hash = Self.hash(slots[number])
    var place = Int(truncatingIfNeeded: hash) & mask
    while index[place] != 0 { place = (place + 1) & mask }
    index[place] = Self.tag(hash) | UInt32(truncatingIfNeeded: number)
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
