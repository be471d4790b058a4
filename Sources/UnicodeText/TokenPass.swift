/// One pass over a stretch of text: segments to tokens with flags.
struct TokenPass {
  private let table: TypeTable
  private let scratch: TokenScratch
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  /// Offset of the stretch in its text.
  private let origin: Int

  /// Flags of the next token as far as they are known: `glued`, or the line and paragraph it begins.
  private var pending: UInt8 = TokenFlags.lineStart.rawValue | TokenFlags.paragraphStart.rawValue
  /// State of the sentence table, times 64.
  private var sentence = 0
  /// Tokens in the scratch that are not in the result yet.
  private var written = 0
  /// No token may reach back before this offset: what stands there is an address already.
  private var joinedEnd = 0

  init(table: TypeTable, scratch: TokenScratch, bytes: UnsafePointer<UInt8>, count: Int, origin: Int) {
    self.table = table
    self.scratch = scratch
    self.bytes = bytes
    self.count = count
    self.origin = origin
  }

  mutating func run(into tokens: inout Tokens) {
    var scanner = WordScanner(WordTables.shared, bytes, count)
    var start = 0
    while true {
      let segments = scanner.next(scratch.ends, capacity: TokenScratch.capacity)
      if segments == 0 { break }
      _ = SentenceTable.shared.withEntries { batch(segments, from: &start, $0, &tokens) }
      scratch.flush(written, into: &tokens)
      written = 0
    }
  }

  /// Turns one batch of segments into tokens.
  @inline(never)
  private mutating func batch(
    _ segments: Int, from first: inout Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    let ends = scratch.ends
    var start = first
    for index in 0..<segments {
      let end = Int(ends[index])
      let length = end &- start
      if length == 1 && bytes[start] == 0x20 {
        pending &= ~TokenFlags.glued.rawValue
        start = end
        continue
      }
      var key = SegmentTable.key(bytes + start, length, readable: count &- start)
      if let slot = table.segments.find(key, bytes + start) {
        key = slot.pointee
      } else {
        key = table.addSegment(key, UnsafeBufferPointer(start: bytes + start, count: length))
      }
      if key.action == .token && start >= joinedEnd {
        write(start, end, TokenTypeID(key.value), key.sentenceClass, sentences)
      } else {
        handle(key, start, end, sentences, &tokens)
      }
      start = end
    }
    first = start
  }

  @inline(__always)
  private mutating func write(
    _ start: Int, _ end: Int, _ type: TokenTypeID, _ class_: SentenceClass, _ sentences: UnsafePointer<UInt8>
  ) {
    // Bit 0 of the flags is `glued`, bit 1 `lineStart`, as the sentence table wants them.
    let entry = sentences[sentence | Int(class_.rawValue) << 2 | Int(pending & 3)]
    sentence = Int(entry & ~SentenceTable.starts) << 6
    let flags = pending | (entry & SentenceTable.starts) >> 4
    pending = TokenFlags.glued.rawValue
    scratch.tokenStarts[written] = Int32(truncatingIfNeeded: origin &+ start)
    scratch.tokenEnds[written] = Int32(truncatingIfNeeded: origin &+ end)
    scratch.types[written] = type
    scratch.flags[written] = TokenFlags(rawValue: flags)
    written &+= 1
  }

  /// The rarer segments: blanks, several tokens, addresses, and what an address reaches into.
  @inline(never)
  private mutating func handle(
    _ slot: SegmentTable.Slot, _ start: Int, _ end: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    if start < joinedEnd {
      if end <= joinedEnd { return }
      // An address ended inside this segment: what is left of it is read by itself.
      let rest = end - joinedEnd
      let key = SegmentTable.key(bytes + joinedEnd, rest, readable: count - joinedEnd)
      let found = table.segments.find(key, bytes + joinedEnd)?.pointee
      let slot = found ?? table.addSegment(key, UnsafeBufferPointer(start: bytes + joinedEnd, count: rest))
      return handle(slot, joinedEnd, end, sentences, &tokens)
    }
    switch slot.action {
    case .token: append([.init(start: 0, end: end - start, type: TokenTypeID(slot.value))], start, sentences, &tokens)
    case .ignorable: break
    case .blank:
      pending &= ~TokenFlags.glued.rawValue
      for _ in 0..<min(slot.value, 2) {
        let isSecond = pending & TokenFlags.lineStart.rawValue != 0
        pending |= isSecond ? TokenFlags.paragraphStart.rawValue : TokenFlags.lineStart.rawValue
      }
    case .cut:
      switch table.cuts[Int(slot.value)] {
      case .pieces(let pieces): append(pieces, start, sentences, &tokens)
      case .trigger(let trigger, let pieces):
        if !join(trigger, start, end, sentences, &tokens) { append(pieces, start, sentences, &tokens) }
      case .blank, .ignorable: break
      }
    }
  }

  private mutating func append(
    _ pieces: [SegmentCut.Piece], _ start: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) {
    // The scratch has room for one token a segment; several are handed over as they come.
    scratch.flush(written, into: &tokens)
    written = 0
    for piece in pieces {
      if piece.isAfterBlank { pending &= ~TokenFlags.glued.rawValue }
      write(start + piece.start, start + piece.end, piece.type, table.sentenceClass(piece.type), sentences)
      scratch.flush(written, into: &tokens)
      written = 0
    }
  }

  /// Joins an address, hashtag or handle that begins or holds the segment; false where there is none.
  private mutating func join(
    _ trigger: SegmentCut.Trigger, _ start: Int, _ end: Int, _ sentences: UnsafePointer<UInt8>, _ tokens: inout Tokens
  ) -> Bool {
    let finder = AddressFinder(bytes: UnsafeBufferPointer(start: bytes, count: count), lowerBound: joinedEnd)
    var found: (span: Span, role: TokenRole)?
    switch trigger {
    case .colon: found = finder.url(colonAt: start)
    case .www: found = finder.url(from: start)
    case .at: found = finder.email(from: start, to: end) ?? finder.handle(from: start)
    case .hash: found = finder.hashtag(at: start)
    }
    guard let found else { return false }
    scratch.flush(written, into: &tokens)
    written = 0
    // Tokens that the address begins with go; the flags of the first of them stay.
    var flags: TokenFlags?
    while let last = tokens.starts.last, Int(last) - origin >= found.span.start {
      flags = tokens.flags.last
      tokens.removeLast()
    }
    let bounds = UnsafeBufferPointer(start: bytes + found.span.start, count: found.span.count)
    let type = table.id(of: bounds, role: found.role)
    write(found.span.start, found.span.end, type, table.sentenceClass(type), sentences)
    if let flags { scratch.flags[written - 1] = flags }
    joinedEnd = found.span.end
    return true
  }
}
