/// One pass over a stretch of text: segments to tokens with flags.
struct TokenPass {
  let table: TypeTable
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the stretch in its text.
  let origin: Int

  private var lineBreaks = 2
  private var isGlued = false
  private var sentence = SentenceState()
  /// No token may reach back before this offset: what stands there is an address already.
  private var joinedEnd = 0

  init(table: TypeTable, bytes: UnsafeBufferPointer<UInt8>, origin: Int) {
    self.table = table
    self.bytes = bytes
    self.origin = origin
  }

  mutating func run(_ breaker: WordBreaker, into tokens: inout Tokens) {
    var ends: [Int32] = []
    var statuses: [UInt8] = []
    breaker.segments(bytes, ends: &ends, statuses: &statuses)
    var start = 0
    for index in ends.indices {
      let end = Int(ends[index])
      defer { start = end }
      if end <= joinedEnd { continue }
      let first = max(start, joinedEnd)
      switch table.cut(of: slice(first, end)) {
      case .blank(let count):
        lineBreaks += count
        isGlued = false
      case .ignorable: break
      case .whole(let from, let to, let type): append(first + from, first + to, type, &tokens)
      case .pieces(let pieces): append(pieces, at: first, &tokens)
      case .trigger(let trigger, let pieces):
        if !join(trigger, first, end, &tokens) { append(pieces, at: first, &tokens) }
      }
    }
  }

  private func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private mutating func append(_ pieces: [SegmentCut.Piece], at start: Int, _ tokens: inout Tokens) {
    for piece in pieces { append(start + piece.start, start + piece.end, piece.type, &tokens) }
  }

  private mutating func append(_ start: Int, _ end: Int, _ type: TokenTypeID, _ tokens: inout Tokens) {
    var flags: TokenFlags = isGlued ? .glued : []
    if lineBreaks > 0 { flags.insert(.lineStart) }
    if lineBreaks > 1 { flags.insert(.paragraphStart) }
    if sentence.startsSentence(table.sentenceClass(type), isLineStart: lineBreaks > 0, isGlued: isGlued) {
      flags.insert(.sentenceStart)
    }
    tokens.append(origin + start, origin + end, type, flags)
    lineBreaks = 0
    isGlued = true
  }

  /// Joins an address, hashtag or handle that begins or holds the segment; false where there is none.
  private mutating func join(
    _ trigger: SegmentCut.Trigger, _ start: Int, _ end: Int, _ tokens: inout Tokens
  ) -> Bool {
    let finder = AddressFinder(bytes: bytes, lowerBound: joinedEnd)
    var found: (span: Span, role: TokenRole)?
    switch trigger {
    case .colon: found = finder.url(colonAt: start)
    case .www: found = finder.url(from: start)
    case .at: found = finder.email(from: start, to: end) ?? finder.handle(from: start)
    case .hash: found = finder.hashtag(at: start)
    }
    guard let found else { return false }
    // Tokens that the address begins with go; the flags of the first of them stay.
    var flags: TokenFlags?
    while let last = tokens.starts.last, Int(last) - origin >= found.span.start {
      flags = tokens.flags.last
      tokens.removeLast()
    }
    let type = table.id(of: slice(found.span.start, found.span.end), role: found.role)
    append(found.span.start, found.span.end, type, &tokens)
    if let flags { tokens.flags[tokens.count - 1] = flags }
    joinedEnd = found.span.end
    return true
  }
}
