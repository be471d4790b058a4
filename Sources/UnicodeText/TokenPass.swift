/// One pass over a stretch of text: segments to tokens with flags.
struct TokenPass {
  private let table: TypeTable
  private let scratch: TokenScratch
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// Offset of the stretch in its text.
  private let origin: Int
  private var state: State

  /// What changes from token to token.
  private struct State {
    /// Flags of the next token as far as they are known: `glued`, or the line and paragraph it begins.
    var pending: UInt8 = TokenFlags.lineStart.rawValue | TokenFlags.paragraphStart.rawValue
    /// State of the sentence table, times 64.
    var sentence = 0
    /// Tokens in the scratch that are not in the result yet.
    var written = 0
    /// No token may reach back before this offset: what stands there is an address already.
    var joinedEnd = 0
    let origin: Int
    let starts: UnsafeMutablePointer<Int32>
    let ends: UnsafeMutablePointer<Int32>
    let types: UnsafeMutablePointer<TokenTypeID>
    let flags: UnsafeMutablePointer<TokenFlags>

    @inline(__always)
    mutating func write(
      _ start: Int, _ end: Int, _ type: TokenTypeID, _ sentenceClass: SentenceClass, _ table: UnsafePointer<UInt8>
    ) {
      // Bit 0 of the flags is `glued`, bit 1 `lineStart`, as the sentence table wants them.
      let entry = table[sentence | Int(sentenceClass.rawValue) << 2 | Int(pending & 3)]
      sentence = Int(entry & ~SentenceTable.starts) << 6
      starts[written] = Int32(truncatingIfNeeded: origin &+ start)
      ends[written] = Int32(truncatingIfNeeded: origin &+ end)
      types[written] = type
      flags[written] = TokenFlags(rawValue: pending | (entry & SentenceTable.starts) >> 4)
      pending = TokenFlags.glued.rawValue
      written &+= 1
    }

    /// Writes the tokens of a segment that begins at `start`.
    @inline(__always)
    mutating func write(
      _ pieces: UnsafePointer<SegmentTable.Piece>, _ count: Int, _ start: Int, _ table: UnsafePointer<UInt8>
    ) {
      for index in 0..<count {
        let piece = pieces[index]
        if piece.isAfterBlank { pending &= ~TokenFlags.glued.rawValue }
        write(
          start &+ Int(piece.start), start &+ Int(piece.end), piece.type, piece.sentenceClass, table)
      }
    }
  }

  init(table: TypeTable, scratch: TokenScratch, bytes: UnsafePointer<UInt8>, count: Int, origin: Int) {
    self.table = table
    self.scratch = scratch
    self.bytes = bytes
    self.count = count
    self.origin = origin
    state = State(
      origin: origin, starts: scratch.tokenStarts, ends: scratch.tokenEnds, types: scratch.types, flags: scratch.flags)
  }

  mutating func run(into tokens: inout Tokens) {
    var scanner = WordScanner(WordTables.shared, bytes, count)
    var start = 0
    while true {
      let segments = scanner.next(scratch.ends, capacity: TokenScratch.segments)
      if segments == 0 { break }
      _ = SentenceTable.shared.withEntries { batch(segments, from: &start, $0, &tokens) }
      flush(&tokens)
    }
  }

  private mutating func flush(_ tokens: inout Tokens) {
    scratch.flush(state.written, into: &tokens)
    state.written = 0
  }

  /// Turns one batch of segments into tokens.
  @inline(never)
  private mutating func batch(
    _ segments: Int, from first: inout Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    let ends = scratch.ends
    let bytes = self.bytes
    let count = self.count
    var view = table.segments
    // The loop works on a copy of the state, which the compiler keeps in registers.
    var state = self.state
    var start = first
    var index = 0
    // Behind the last segment stands none.
    ends[segments] = 0
    while index < segments {
      let end = Int(ends[index])
      let key = SegmentTable.key(bytes + start, end &- start, readable: count &- start)
      let slot = view.find(key, bytes + start)
      if let slot, slot.pointee.action == .token, start >= state.joinedEnd {
        state.write(start, end, TokenTypeID(slot.pointee.value), slot.pointee.sentenceClass, sentences)
      } else {
        // The loop holds words alone, so that the compiler finds registers for it.
        self.state = state
        if !writeReady(start, end, slot, view, sentences) { handle(start, end, sentences, &tokens) }
        state = self.state
        view = table.segments
      }
      // A blank behind is taken along without a branch, which nothing would predict.
      let isBlank = (Int(ends[index &+ 1]) == end &+ 1 ? 1 : 0) & (bytes[min(end, count &- 1)] == 0x20 ? 1 : 0)
      state.pending &= ~UInt8(truncatingIfNeeded: isBlank)
      index &+= 1 &+ isBlank
      start = end &+ isBlank
    }
    self.state = state
    first = start
  }

  /// Writes the tokens of a segment that is known, is no word, and needs no look around; false where it does or is new.
  @inline(never)
  private mutating func writeReady(
    _ start: Int, _ end: Int, _ slot: UnsafePointer<SegmentTable.Slot>?, _ view: SegmentTable.View,
    _ sentences: UnsafePointer<UInt8>
  ) -> Bool {
    guard let slot = slot?.pointee, start >= state.joinedEnd else { return false }
    switch slot.action {
    case .colon where end &- start == 1 && !isBeforeSlashes(end):
      state.write(start, end, TokenTypeID(slot.value), slot.sentenceClass, sentences)
    case .pieces where state.written &+ Int(slot.pieceCount) < TokenScratch.segments:
      let pieces = view.pieces + Int(truncatingIfNeeded: slot.value)
      state.write(pieces, Int(slot.pieceCount), start, sentences)
    default: return false
    }
    return true
  }

  /// The rarer segments: blanks, several tokens, addresses, and what an address reaches into.
  @inline(never)
  private mutating func handle(_ start: Int, _ end: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens) {
    if end <= state.joinedEnd { return }
    // A long segment gives any number of tokens; one place for each segment must stay free for the rest of the batch.
    if state.written >= TokenScratch.segments { flush(&tokens) }
    // Where an address ended inside this segment, what is left of it is read by itself.
    var start = max(start, state.joinedEnd)
    while end - start > SeamRule.longestSegment {
      let part = characterStart(start + SeamRule.longestSegment)
      handle(start, part, sentences, &tokens)
      start = max(part, state.joinedEnd)
      if end <= start { return }
    }
    let key = SegmentTable.key(bytes + start, end - start, readable: count - start)
    let segment = UnsafeBufferPointer(start: bytes + start, count: end - start)
    let slot = table.segments.find(key, bytes + start)?.pointee ?? table.addSegment(key, segment)
    switch slot.action {
    case .token: state.write(start, end, TokenTypeID(slot.value), slot.sentenceClass, sentences)
    case .colon:
      let finder = AddressFinder(bytes: UnsafeBufferPointer(start: bytes, count: count), lowerBound: state.joinedEnd)
      if let found = finder.url(colonAt: start) {
        join(found, sentences, &tokens)
      } else {
        state.write(start, start + 1, TokenTypeID(slot.value), slot.sentenceClass, sentences)
      }
    case .ignorable: break
    case .blank:
      state.pending &= ~TokenFlags.glued.rawValue
      for _ in 0..<min(slot.value, 2) {
        let isSecond = state.pending & TokenFlags.lineStart.rawValue != 0
        state.pending |= isSecond ? TokenFlags.paragraphStart.rawValue : TokenFlags.lineStart.rawValue
      }
    case .pieces:
      let view = table.segments
      for index in 0..<Int(slot.pieceCount) {
        // One place a segment must stay free for the rest of the batch.
        if state.written >= TokenScratch.segments { flush(&tokens) }
        state.write(view.pieces + Int(slot.value) + index, 1, start, sentences)
      }
    case .cut:
      switch table.cut(Int(slot.value)) {
      case .pieces(let pieces): append(pieces, start, sentences, &tokens)
      case .trigger(let trigger, let pieces):
        if !join(trigger, start, end, sentences, &tokens) { append(pieces, start, sentences, &tokens) }
      case .blank, .ignorable: break
      }
    }
  }

  /// The offset itself, or the start of the character it lies in.
  private func characterStart(_ offset: Int) -> Int {
    var offset = offset
    while bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private mutating func append(
    _ pieces: [SegmentCut.Piece], _ start: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    for piece in pieces {
      // One place a segment must stay free for the rest of the batch.
      if state.written >= TokenScratch.segments { flush(&tokens) }
      if piece.isAfterBlank { state.pending &= ~TokenFlags.glued.rawValue }
      state.write(start + piece.start, start + piece.end, piece.type, table.sentenceClass(piece.type), sentences)
    }
  }

  /// Whether a slash may follow; ignorable characters before it are looked at later.
  @inline(__always)
  private func isBeforeSlashes(_ offset: Int) -> Bool {
    offset < count && (bytes[offset] == 0x2F || bytes[offset] >= 0xC2)
  }

  /// Joins an address, hashtag or handle that begins or holds the segment; false where there is none.
  private mutating func join(
    _ trigger: SegmentCut.Trigger, _ start: Int, _ end: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) -> Bool {
    let finder = AddressFinder(bytes: UnsafeBufferPointer(start: bytes, count: count), lowerBound: state.joinedEnd)
    var found: AddressFinder.Address?
    switch trigger {
    case .www: found = finder.url(from: start)
    case .at: found = finder.email(from: start, to: end) ?? finder.handle(from: start)
    case .hash: found = finder.hashtag(at: start)
    case .exponent: found = power(start, &tokens)
    }
    guard let found else { return false }
    // An address may lie inside the segment: what stands before it and behind it is read by itself.
    if found.span.start > start { handle(start, found.span.start, sentences, &tokens) }
    join(found, sentences, &tokens)
    if found.span.end < end { handle(found.span.end, end, sentences, &tokens) }
    return true
  }

  /// A unit of length and the superscript behind it: an area or a volume.
  private mutating func power(_ start: Int, _ tokens: inout Tokens) -> AddressFinder.Address? {
    flush(&tokens)
    guard let first = tokens.starts.last, let end = tokens.ends.last, Int(end) == origin + start, start > 0,
      bytes[start - 1] == 0x6D, end - first <= 2, Int(first) - origin >= state.joinedEnd
    else { return nil }
    return (Span(Int(first) - origin, start + 2), .plain)
  }

  /// Makes one token of an address; those it begins with go, and the flags of the first of them stay.
  private mutating func join(
    _ found: AddressFinder.Address, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    flush(&tokens)
    var flags: TokenFlags?
    while let last = tokens.starts.last, Int(last) - origin >= found.span.start {
      flags = tokens.flags.last
      tokens.removeLast()
    }
    let bounds = UnsafeBufferPointer(start: bytes + found.span.start, count: found.span.count)
    let type = table.id(of: bounds, role: found.role)
    state.write(found.span.start, found.span.end, type, table.sentenceClass(type), sentences)
    if let flags { scratch.flags[state.written - 1] = flags }
    state.joinedEnd = found.span.end
  }
}
