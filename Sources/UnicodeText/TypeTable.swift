/// The distinct spellings a worker has met, each analysed once.
///
/// Natural text repeats itself, so what is expensive runs once for each spelling. One table serves one thread; it
/// grows with the number of distinct spellings until `reset()`.
public final class TypeTable {
  /// Answers whether a folded spelling is a word of the lexicons; the seams of Arabic proclitics depend on it.
  let isKnown: (FoldedKey) -> Bool

  /// The segments met, read by the tokenizer's loop.
  var segments = SegmentTable()
  private(set) var cuts: [SegmentCut] = []
  private var types: [TokenType] = []
  private var sentenceClasses: [SentenceClass] = []
  private var spellings = SpellingIndex()
  /// The segment looked at last.
  private var decoded = Decoded([])
  private lazy var breaker = WordBreaker()

  /// An empty table; `isKnown` must give the same answer for the same key as long as the table lives.
  public init(isKnown: @escaping (FoldedKey) -> Bool) {
    self.isKnown = isKnown
  }

  /// The analysis of a spelling; `id` must come from this table since its last `reset()`.
  public subscript(id: TokenTypeID) -> TokenType { types[id.index] }

  /// Number of distinct spellings; ids run from 0 up to it.
  public var count: Int { types.count }

  /// Whether the table has grown so large that it should be reset before the next text.
  public var isFull: Bool { count > 1 << 20 || spellings.byteCount + segments.byteCount > 1 << 26 }

  /// Forgets all spellings: every id given out before is void.
  public func reset() {
    types.removeAll(keepingCapacity: true)
    sentenceClasses.removeAll(keepingCapacity: true)
    spellings.removeAll()
    segments.removeAll()
    cuts.removeAll(keepingCapacity: true)
  }

  func sentenceClass(_ id: TokenTypeID) -> SentenceClass { sentenceClasses[id.index] }

  /// The number of a spelling in a role, analysed now if it is new.
  func id(of bytes: UnsafeBufferPointer<UInt8>, role: TokenRole, _ text: Decoded? = nil) -> TokenTypeID {
    let hash = SpellingIndex.hash(bytes, seed: role.rawValue)
    if let number = spellings.find(bytes, hash: hash, tag: role.rawValue) {
      return TokenTypeID(Int32(truncatingIfNeeded: number))
    }
    let number = spellings.insert(bytes, hash: hash, tag: role.rawValue)
    let analysis = TokenAnalysis(text ?? Decoded(Array(bytes)), role: role, isKnown: isKnown)
    types.append(analysis.type)
    sentenceClasses.append(analysis.sentenceClass)
    return TokenTypeID(Int32(truncatingIfNeeded: number))
  }

  /// Analyses a segment that is new and remembers what it becomes under its key.
  func addSegment(_ key: SegmentTable.Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> SegmentTable.Slot {
    var slot = key
    decoded.read(bytes)
    if decoded.isPlainWord || decoded.isPlainArabicWord {
      let type = id(of: bytes, role: .plain, decoded)
      slot.action = .token
      slot.value = type.rawValue
      slot.sentenceClass = sentenceClass(type)
      if let start = bytes.baseAddress { segments.insert(slot, start) }
      return slot
    }
    switch cut(bytes) {
    case .blank(let lineBreaks):
      slot.action = .blank
      slot.value = Int32(truncatingIfNeeded: lineBreaks)
    case .ignorable: slot.action = .ignorable
    case .pieces(let pieces) where pieces.count == 1 && pieces[0].start == 0 && pieces[0].end == 1 && bytes[0] == 0x3A:
      slot.action = .colon
      slot.value = pieces[0].type.rawValue
      slot.sentenceClass = sentenceClass(pieces[0].type)
    case .pieces(let pieces) where pieces.count == 1 && pieces[0].start == 0 && pieces[0].end == bytes.count:
      slot.action = .token
      slot.value = pieces[0].type.rawValue
      slot.sentenceClass = sentenceClass(pieces[0].type)
    case .pieces(let pieces) where pieces.count <= Int(UInt16.max):
      slot.action = .pieces
      slot.pieceCount = UInt16(pieces.count)
      slot.value = segments.add(
        pieces.map { piece in
          SegmentTable.Piece(
            start: Int32(truncatingIfNeeded: piece.start), end: Int32(truncatingIfNeeded: piece.end), type: piece.type,
            sentenceClass: sentenceClass(piece.type), isAfterBlank: piece.isAfterBlank)
        })
    case let cut:
      slot.action = .cut
      slot.value = Int32(truncatingIfNeeded: cuts.count)
      cuts.append(cut)
    }
    if let start = bytes.baseAddress { segments.insert(slot, start) }
    return slot
  }

  private func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> SegmentCut {
    var cutter = SegmentCutter(Decoded(Array(bytes)), isKnown: isKnown, breaker: { self.breaker }) { piece, role in
      piece.isEmpty
        ? ArabicLetters.lam.withUnsafeBufferPointer { self.id(of: $0, role: role) }
        : self.id(of: UnsafeBufferPointer(rebasing: bytes[piece.start..<piece.end]), role: role)
    }
    return cutter.cut()
  }
}
