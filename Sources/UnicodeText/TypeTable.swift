/// The distinct spellings a worker has met, each analysed once.
///
/// Natural text repeats itself, so what is expensive runs once for each spelling. One table serves one thread; it
/// grows with the number of distinct spellings until `reset()`.
public final class TypeTable {
  /// Answers whether a folded spelling is a word of the lexicons; the seams of Arabic proclitics depend on it.
  let isKnown: (FoldedKey) -> Bool
  private let cutsUnknown: Bool

  /// What a table holds.
  private struct Contents: ~Copyable {
    var segments = SegmentTable()
    var cuts: [SegmentCut] = []
    var types: [TokenType] = []
    /// The fingerprints of the primary folded spellings.
    var fingerprints: [UInt64] = []
    var sentenceClasses: [SentenceClass] = []
    var spellings = SpellingIndex()
    /// The segment looked at last.
    var decoded = Decoded([])
  }

  /// Behind a pointer, so that no access is checked at run time: one thread at a time has the table.
  private let contents: UnsafeMutablePointer<Contents>
  private lazy var breaker = WordBreaker()

  /// An empty table; `isKnown` must give the same answer for the same key as long as the table lives.
  ///
  /// With `cutsUnknown` an Arabic conjunction is cut also where neither the word nor the remainder is known.
  public init(cutsUnknown: Bool = true, isKnown: @escaping (FoldedKey) -> Bool) {
    self.isKnown = isKnown
    self.cutsUnknown = cutsUnknown
    contents = .allocate(capacity: 1)
    contents.initialize(to: Contents())
  }

  deinit {
    contents.deinitialize(count: 1)
    contents.deallocate()
  }

  /// The segments met, as the tokenizer's loop reads them; void once a segment is added.
  var segments: SegmentTable.View { contents.pointee.segments.view }

  /// What a segment is cut into whose slot says so.
  func cut(_ number: Int) -> SegmentCut { contents.pointee.cuts[number] }

  /// The analysis of a spelling; `id` must come from this table since its last `reset()`.
  public subscript(id: TokenTypeID) -> TokenType { contents.pointee.types[id.index] }

  /// The kind of a spelling alone.
  package func kind(of id: TokenTypeID) -> TokenKind { contents.pointee.types[id.index].kind }

  /// How a spelling is written, alone.
  package func shape(of id: TokenTypeID) -> Shape { contents.pointee.types[id.index].shape }

  /// The primary folded spelling alone.
  package func key(of id: TokenTypeID) -> FoldedKey { contents.pointee.types[id.index].key }

  /// The fingerprint of the primary folded spelling.
  package func fingerprint(of id: TokenTypeID) -> UInt64 { contents.pointee.fingerprints[id.index] }

  /// Number of distinct spellings; ids run from 0 up to it.
  public var count: Int { contents.pointee.types.count }

  /// Whether the table has grown so large that it should be reset before the next text.
  ///
  /// All that a worker remembers of a spelling comes to some 400 bytes; a stream of texts has new ones without end.
  public var isFull: Bool {
    count > 1 << 15 || contents.pointee.spellings.byteCount + contents.pointee.segments.byteCount > 1 << 22
  }

  /// Forgets all spellings: every id given out before is void.
  public func reset() {
    contents.pointee.types.removeAll(keepingCapacity: true)
    contents.pointee.fingerprints.removeAll(keepingCapacity: true)
    contents.pointee.sentenceClasses.removeAll(keepingCapacity: true)
    contents.pointee.spellings.removeAll()
    contents.pointee.segments.removeAll()
    contents.pointee.cuts.removeAll(keepingCapacity: true)
  }

  func sentenceClass(_ id: TokenTypeID) -> SentenceClass { contents.pointee.sentenceClasses[id.index] }

  /// The number of a spelling in a role, analysed now if it is new.
  func id(of bytes: UnsafeBufferPointer<UInt8>, role: TokenRole) -> TokenTypeID {
    id(of: bytes, role: role) { Decoded(Array(bytes)) }
  }

  @inline(__always)
  private func id(
    of bytes: UnsafeBufferPointer<UInt8>, role: TokenRole, decoded: () -> Decoded
  ) -> TokenTypeID {
    let hash = SpellingIndex.hash(bytes, seed: role.rawValue)
    if let number = contents.pointee.spellings.find(bytes, hash: hash, tag: role.rawValue) {
      return TokenTypeID(Int32(truncatingIfNeeded: number))
    }
    let number = contents.pointee.spellings.insert(bytes, hash: hash, tag: role.rawValue)
    let analysis = TokenAnalysis(decoded(), role: role, isKnown: isKnown)
    contents.pointee.types.append(analysis.type)
    contents.pointee.fingerprints.append(analysis.type.key.fingerprint)
    contents.pointee.sentenceClasses.append(analysis.sentenceClass)
    return TokenTypeID(Int32(truncatingIfNeeded: number))
  }

  /// Analyses a segment that is new and remembers what it becomes under its key.
  func addSegment(_ key: SegmentTable.Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> SegmentTable.Slot {
    var slot = key
    contents.pointee.decoded.read(bytes)
    if contents.pointee.decoded.isSeamlessWord {
      set(&slot, id(of: bytes, role: .plain) { contents.pointee.decoded })
    } else {
      set(&slot, cut(bytes), bytes)
    }
    if let start = bytes.baseAddress { contents.pointee.segments.insert(slot, start) }
    return slot
  }

  private func set(_ slot: inout SegmentTable.Slot, _ type: TokenTypeID) {
    slot.action = .token
    slot.value = type.rawValue
    slot.sentenceClass = sentenceClass(type)
  }

  private func set(_ slot: inout SegmentTable.Slot, _ cut: SegmentCut, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch cut {
    case .blank(let lineBreaks):
      slot.action = .blank
      slot.value = Int32(truncatingIfNeeded: lineBreaks)
    case .ignorable: slot.action = .ignorable
    case .pieces(let pieces) where pieces.count == 1 && pieces[0].start == 0 && pieces[0].end == 1 && bytes[0] == 0x3A:
      set(&slot, pieces[0].type)
      slot.action = .colon
    case .pieces(let pieces) where pieces.count == 1 && pieces[0].start == 0 && pieces[0].end == bytes.count:
      set(&slot, pieces[0].type)
    case .pieces(let pieces) where pieces.count <= Int(UInt16.max):
      slot.action = .pieces
      slot.pieceCount = UInt16(pieces.count)
      slot.value = contents.pointee.segments.add(
        pieces.map { piece in
          SegmentTable.Piece(
            start: Int32(truncatingIfNeeded: piece.start), end: Int32(truncatingIfNeeded: piece.end), type: piece.type,
            sentenceClass: sentenceClass(piece.type), isAfterBlank: piece.isAfterBlank)
        })
    case let cut:
      slot.action = .cut
      slot.value = Int32(truncatingIfNeeded: contents.pointee.cuts.count)
      contents.pointee.cuts.append(cut)
    }
  }

  private func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> SegmentCut {
    let decoded = contents.pointee.decoded
    var cutter = SegmentCutter(decoded, isKnown: isKnown, cutsUnknown: cutsUnknown, breaker: { self.breaker }) {
      piece, role in
      if piece.isEmpty { return ArabicLetters.lam.withUnsafeBufferPointer { self.id(of: $0, role: role) } }
      if piece.count == bytes.count { return self.id(of: bytes, role: role) { decoded } }
      return self.id(of: UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end]), role: role)
    }
    return cutter.cut()
  }
}
