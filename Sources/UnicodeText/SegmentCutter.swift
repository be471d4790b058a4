/// Cuts one of ICU's word segments at the seams that lie inside it.
struct SegmentCutter {
  private typealias Character = (scalar: Unicode.Scalar, offset: Int)

  private let bytes: [UInt8]
  private let characters: [Character]
  private let isKnown: (FoldedKey) -> Bool
  private let breaker: () -> WordBreaker

  init(_ bytes: [UInt8], isKnown: @escaping (FoldedKey) -> Bool, breaker: @escaping () -> WordBreaker) {
    self.bytes = bytes
    self.characters = Characters.decode(bytes[...])
    self.isKnown = isKnown
    self.breaker = breaker
  }

  /// The tokens of the segment; `makeType` numbers the spelling of a stretch of it.
  func cut(makeType: (Span, TokenRole) -> TokenTypeID) -> SegmentCut {
    guard let visible = visibleRange else {
      if !characters.contains(where: { Characters.isBlank($0.scalar) }) { return .ignorable }
      return .blank(lineBreaks: lineBreaks)
    }
    var pieces: [SegmentCut.Piece] = []
    for (number, part) in parts(of: visible).enumerated() {
      var roles: [(Span, TokenRole)] = []
      for word in dictionaryWords(part) {
        for piece in cutPieces(word) { appendClitics(piece, &roles) }
      }
      for (index, role) in roles.enumerated() {
        let type = makeType(role.0, role.1)
        let isAfterBlank = number > 0 && index == 0
        pieces.append(SegmentCut.Piece(start: role.0.start, end: role.0.end, type: type, isAfterBlank: isAfterBlank))
      }
    }
    if let trigger = trigger(visible) { return .trigger(trigger, pieces) }
    return .pieces(pieces)
  }

  /// The stretches between zero-width spaces that stand for blanks; all of it where they mean nothing.
  private func parts(of visible: Range<Int>) -> [Range<Int>] {
    let parts = visible.split { characters[$0].scalar.value == 0x200B }
      .compactMap { trimmed($0.startIndex..<$0.endIndex) }
    if parts.count < 2 || isWord(visible) || !parts.allSatisfy(isWord) { return [visible] }
    return parts
  }

  /// Whether a stretch is a word by itself: known, or a Vietnamese syllable with diacritics.
  private func isWord(_ range: Range<Int>) -> Bool {
    guard range.count < 64 else { return false }
    let key = FoldedKey(bytes: Folding.fold(Array(bytes[span(range).start..<span(range).end])))
    return isKnown(key) || (key.bytes.contains { $0 >= 0x80 } && VietnameseSyllable(key) != nil)
  }

  /// The words a dictionary finds in scripts written without blanks.
  private func dictionaryWords(_ range: Range<Int>) -> [Range<Int>] {
    guard characters[range].contains(where: { WordTables.isDictionaryScript($0.scalar) }) else { return [range] }
    var ends: [Int32] = []
    var statuses: [UInt8] = []
    bytes[span(range).start..<span(range).end].withUnsafeBufferPointer {
      breaker().segments($0, ends: &ends, statuses: &statuses)
    }
    var words: [Range<Int>] = []
    var start = range.lowerBound
    var next = start
    for end in ends {
      while next < range.upperBound, characters[next].offset < span(range).start + Int(end) { next += 1 }
      if let word = trimmed(start..<next) { words.append(word) }
      start = next
    }
    return words
  }

  private var lineBreaks: Int {
    let scalars = characters.map(\.scalar)
    if scalars.starts(with: ["\r", "\n"]) { return 1 }
    return scalars.reduce(0) { $0 + ($1.value == 0x2029 ? 2 : Characters.isLineBreak($1) ? 1 : 0) }
  }

  /// The characters from the first to the last that is neither blank nor ignorable.
  private var visibleRange: Range<Int>? {
    func isVisible(_ character: Character) -> Bool {
      !Characters.isBlank(character.scalar) && !Characters.isIgnorable(character.scalar)
    }
    guard let first = characters.firstIndex(where: isVisible), let last = characters.lastIndex(where: isVisible)
    else { return nil }
    return first..<(last + 1)
  }

  private func trigger(_ visible: Range<Int>) -> SegmentCut.Trigger? {
    let text = bytes[span(visible).start..<span(visible).end]
    if text.contains(0x40) { return .at }
    if text.elementsEqual([0x23]) { return .hash }
    if text.elementsEqual([0x3A]) { return .colon }
    if text.count > 4, text.prefix(4).map({ $0 | 0x20 }).elementsEqual([0x77, 0x77, 0x77, 0x2E]) { return .www }
    return nil
  }

  private func span(_ range: Range<Int>) -> Span {
    let end = range.upperBound < characters.count ? characters[range.upperBound].offset : bytes.count
    return Span(characters[range.lowerBound].offset, end)
  }

  private enum Class { case digit, letter, arabic, dot, apostrophe, sign, attached }

  private func classify(_ scalar: Unicode.Scalar) -> Class {
    if Characters.isDigit(scalar) { return .digit }
    if Characters.isMark(scalar) || Characters.isIgnorable(scalar) { return .attached }
    if scalar == "." || scalar.value == 0xFF0E { return .dot }
    if scalar == "'" || scalar.value == 0x2019 || scalar.value == 0xFF07 { return .apostrophe }
    if Characters.isLetter(scalar) { return Characters.isArabic(scalar) ? .arabic : .letter }
    if scalar == "_" || scalar.value == 0x640 { return .letter }
    return .sign
  }

  /// Ranges of characters at the seams of digits, signs, missing blanks and the possessive.
  private func cutPieces(_ visible: Range<Int>) -> [Range<Int>] {
    let classes = visible.map { classify(characters[$0].scalar) }
    // Only digits, Arabic letters, dots and apostrophes make seams inside a segment.
    if !classes.contains(where: { $0 == .digit || $0 == .dot || $0 == .apostrophe }) { return [visible] }
    var seams: [Int] = []
    var previous = 0
    var chunkBeganWithDigit = classes.first == .digit
    for index in classes.indices.dropFirst() where classes[index] != .attached {
      let left = classes[previous]
      let right = classes[index]
      var isSeam = false
      switch (left, right) {
      case (.digit, .digit), (.letter, .letter), (.arabic, .arabic), (.letter, .arabic), (.arabic, .letter): break
      case (.letter, .digit): isSeam = chunkBeganWithDigit && !isExponent(index, behind: previous, visible)
      case (.digit, .letter): isSeam = chunkBeganWithDigit
      case (.arabic, .digit), (.digit, .arabic), (.digit, _), (_, .digit): isSeam = true
      case (.dot, _): isSeam = previous > 0 && seams.last == previous
      case (_, .dot): isSeam = !joins(dot: index, classes, visible)
      case (_, .apostrophe): isSeam = isPossessive(index, visible)
      default: break
      }
      if isSeam {
        seams.append(index)
        let goesOn = (left == .letter && right == .digit) || (left == .digit && right == .letter)
        if !goesOn { chunkBeganWithDigit = right == .digit }
      }
      previous = index
    }
    var pieces: [Range<Int>] = []
    var start = 0
    for seam in seams + [classes.count] {
      if let piece = trimmed((visible.lowerBound + start)..<(visible.lowerBound + seam)) { pieces.append(piece) }
      start = seam
    }
    return pieces
  }

  /// Leaves ignorable characters at a piece's edges out of it; nil where nothing is left.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, Characters.isIgnorable(characters[end - 1].scalar) { end -= 1 }
    while start < end, Characters.isIgnorable(characters[start].scalar) { start += 1 }
    return start < end ? start..<end : nil
  }

  /// A last digit 2 or 3 behind m: an area or a volume.
  private func isExponent(_ index: Int, behind letter: Int, _ visible: Range<Int>) -> Bool {
    guard visible.lowerBound + index + 1 == visible.upperBound else { return false }
    let digit = Characters.digitValue(characters[visible.lowerBound + index].scalar)
    return (digit == 2 || digit == 3) && characters[visible.lowerBound + letter].scalar == "m"
  }

  private func isPossessive(_ index: Int, _ visible: Range<Int>) -> Bool {
    guard visible.lowerBound + index + 2 == visible.upperBound else { return false }
    let scalar = characters[visible.lowerBound + index + 1].scalar
    return scalar == "s" || scalar == "S"
  }

  /// Whether a full stop between letters belongs to an abbreviation or a host's name.
  private func joins(dot: Int, _ classes: [Class], _ visible: Range<Int>) -> Bool {
    func isPart(_ index: Int) -> Bool { classes[index] != .dot && classes[index] != .sign }
    var first = dot
    while first > 0, isPart(first - 1) { first -= 1 }
    var last = dot + 1
    while last < classes.count, isPart(last) { last += 1 }
    let left = letters((visible.lowerBound + first)..<(visible.lowerBound + dot))
    let right = letters((visible.lowerBound + dot + 1)..<(visible.lowerBound + last))
    guard let leftFirst = left.first, let rightFirst = right.first else { return false }
    if Characters.isArabic(leftFirst) || Characters.isArabic(rightFirst) { return left.count < 3 && right.count < 3 }
    guard rightFirst.properties.isUppercase else { return true }
    let isSentence = left.count > 1 && left.allSatisfy { $0.properties.isLowercase }
    let isWord = right.count > 1 && right.dropFirst().allSatisfy { $0.properties.isLowercase }
    return !isSentence && !isWord
  }

  private func letters(_ range: Range<Int>) -> [Unicode.Scalar] {
    range.map { characters[$0].scalar }.filter { Characters.isLetter($0) && $0.value != 0x640 }
  }

  /// Cuts the proclitics of an Arabic word; letters before digits are proclitics by themselves.
  private func appendClitics(_ piece: Range<Int>, _ roles: inout [(Span, TokenRole)]) {
    let isArabic = Characters.isArabic(characters[piece.lowerBound].scalar)
    let firstIsDigit = Characters.isDigit(characters[piece.lowerBound].scalar)
    if firstIsDigit, let last = roles.last, last.1 == .proclitic {
      roles.append((span(piece), .afterProclitic))
      return
    }
    guard isArabic, !firstIsDigit, piece.count < 64 else {
      roles.append((span(piece), .plain))
      return
    }
    let next = piece.upperBound < characters.count ? characters[piece.upperBound].scalar : " "
    let scalars = letters(piece)
    if scalars.count == 1, let letter = scalars.first, ArabicLetters.isProclitic(letter), Characters.isDigit(next) {
      roles.append((span(piece), .proclitic))
      return
    }
    let cutter = ProcliticCutter(isKnown: isKnown)
    var rest = piece
    var role = TokenRole.plain
    for length in cutter.proclitics(of: Array(bytes[span(piece).start..<span(piece).end])) {
      let letter = characters[rest.lowerBound].scalar
      // Marks and joiners behind the letter belong to it.
      var end = rest.lowerBound + length
      while end < rest.upperBound,
        classify(characters[end].scalar) == .attached || characters[end].scalar.value == 0x640
      {
        end += 1
      }
      guard end < rest.upperBound, let clitic = trimmed(rest.lowerBound..<end) else { break }
      roles.append((span(clitic), .proclitic))
      rest = end..<rest.upperBound
      let isLam = letter.value == 0x644 || (letter.value >= 0xFEDD && letter.value <= 0xFEE0)
      let folded = Folding.fold(Array(bytes[span(rest).start..<span(rest).end]))
      role = isLam && folded.starts(with: ArabicLetters.lam) ? .afterLam : .afterProclitic
    }
    roles.append((span(rest), role))
  }
}
