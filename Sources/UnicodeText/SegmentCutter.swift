/// Cuts one word segment at the seams that lie inside it, and asks for the type of each piece.
struct SegmentCutter {
  private let text: Decoded
  private let isKnown: (FoldedKey) -> Bool
  private let cutsUnknown: Bool
  private let breaker: () -> WordBreaker
  private let makeType: (Span, TokenRole) -> TokenTypeID
  private var pieces: [SegmentCut.Piece] = []
  /// Whether the piece added last is a proclitic.
  private var isAfterProclitic = false

  /// A cutter for one segment; `makeType` numbers the spelling of a stretch of it, of an empty one lam.
  init(
    _ text: Decoded, isKnown: @escaping (FoldedKey) -> Bool, cutsUnknown: Bool, breaker: @escaping () -> WordBreaker,
    makeType: @escaping (Span, TokenRole) -> TokenTypeID
  ) {
    self.text = text
    self.isKnown = isKnown
    self.cutsUnknown = cutsUnknown
    self.breaker = breaker
    self.makeType = makeType
  }

  /// The tokens of the segment.
  mutating func cut() -> SegmentCut {
    guard let visible = trimmed(0..<text.count) else {
      let blanks = text.indices.contains { Characters.isBlank(text[$0].scalar) }
      return blanks ? .blank(lineBreaks: lineBreaks) : .ignorable
    }
    for (number, part) in parts(of: visible).enumerated() {
      let first = pieces.count
      isAfterProclitic = false
      for word in dictionaryWords(part) {
        for piece in SeamFinder(text, word).pieces() { addWord(piece) }
      }
      if number > 0 && first < pieces.count { pieces[first].isAfterBlank = true }
    }
    if let trigger = trigger(visible) { return .trigger(trigger, pieces) }
    return .pieces(pieces)
  }

  private var lineBreaks: Int {
    var count = 0
    for index in 0..<text.count where text[index].characterClass == .lineBreak {
      let isCRLF = index > 0 && text[index].scalar == "\n" && text[index - 1].scalar == "\r"
      if !isCRLF { count += text[index].scalar.value == 0x2029 ? 2 : 1 }
    }
    return count
  }

  /// Leaves blank and ignorable characters at the edges out; nil where nothing is left.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    func isVisible(_ index: Int) -> Bool {
      switch text[index].characterClass {
      case .blank, .lineBreak, .zeroWidthSpace, .ignorable: false
      default: true
      }
    }
    guard let first = range.first(where: isVisible), let last = range.last(where: isVisible) else { return nil }
    return first..<(last + 1)
  }

  private func trigger(_ visible: Range<Int>) -> SegmentCut.Trigger? {
    if visible.contains(where: { text[$0].scalar == "@" }) { return .at }
    let first = text[visible.lowerBound].scalar
    if visible.count == 1 {
      return first == "#" ? .hash : first.value == 0xB2 || first.value == 0xB3 ? .exponent : nil
    }
    let start = visible.prefix(24).lazy.filter { !Characters.isIgnorable(text[$0].scalar) }.prefix(5)
    let isWWW = start.prefix(3).allSatisfy { text[$0].scalar.value | 0x20 == 0x77 }
    return isWWW && start.count == 5 && start.dropFirst(3).first.map { text[$0].scalar } == "." ? .www : nil
  }

  /// The stretches between zero-width spaces that stand for blanks; all of it where they mean nothing.
  ///
  /// One stands for a blank where the whole is no word and both sides are, or where letter case says that a word begins.
  private func parts(of visible: Range<Int>) -> [Range<Int>] {
    guard visible.contains(where: { text[$0].characterClass == .zeroWidthSpace }) else { return [visible] }
    let parts = visible.split { text[$0].characterClass == .zeroWidthSpace }
      .compactMap { trimmed($0.startIndex..<$0.endIndex) }
    if parts.count < 2 || isWord(visible) { return [visible] }
    var result: [Range<Int>] = []
    for part in parts {
      if let last = result.last, !isBlank(between: last, part) {
        result[result.count - 1] = last.lowerBound..<part.upperBound
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// Whether what stands between two stretches is a blank.
  ///
  /// Digits go on in digits and in their unit, and no sign parts from the word it is glued to.
  private func isBlank(between left: Range<Int>, _ right: Range<Int>) -> Bool {
    func isAttached(_ index: Int) -> Bool {
      text[index].characterClass == .mark || text[index].characterClass == .ignorable
    }
    guard let end = left.last(where: { !isAttached($0) }), let start = right.first(where: { !isAttached($0) }) else {
      return false
    }
    let (last, first) = (text[end].characterClass, text[start].characterClass)
    guard last.isLetter, first.isLetter || first == .digit else { return false }
    let begins = last == .lower && first == .upper
    return begins || (isWord(left) && isWord(right))
  }

  /// Whether a stretch is a word by itself: known, with or without proclitics, a Vietnamese syllable with diacritics, or
  /// digits, with a known ending or without; a single letter is none.
  private func isWord(_ range: Range<Int>) -> Bool {
    guard range.count < 64 else { return false }
    let digits = range.prefix { text[$0].characterClass == .digit || text[$0].characterClass == .ignorable }
    if digits.count == range.count { return true }
    // An ordinal with its ending: `63rd`.
    if !digits.isEmpty { return isWord(digits.endIndex..<range.upperBound) }
    let key = FoldedKey(bytes: Folding.fold(text.bytes(range)))
    if key.bytes.contains(where: { $0 >= 0x80 }) && VietnameseSyllable(key) != nil { return true }
    guard range.count(where: { text[$0].characterClass.isLetter }) > 1 else { return false }
    if isKnown(key) { return true }
    return ProcliticCutter(isKnown: isKnown, cutsUnknown: cutsUnknown).isWord(key.bytes)
  }

  /// The words a dictionary finds in scripts written without blanks.
  private func dictionaryWords(_ range: Range<Int>) -> [Range<Int>] {
    guard range.contains(where: { WordTables.isDictionaryScript(text[$0].scalar) }) else { return [range] }
    var ends: [Int32] = []
    var statuses: [UInt8] = []
    text.bytes(range).withUnsafeBufferPointer { breaker().segments($0, ends: &ends, statuses: &statuses) }
    var words: [Range<Int>] = []
    var start = range.lowerBound
    var next = start
    for end in ends {
      while next < range.upperBound, text.offset(next) < text.offset(range.lowerBound) + Int(end) { next += 1 }
      if let word = trimmed(start..<next) { words.append(word) }
      start = next
    }
    return words
  }

  private mutating func add(_ range: Range<Int>, _ role: TokenRole) {
    guard let visible = trimmed(range) else { return }
    let span = text.span(visible)
    pieces.append(SegmentCut.Piece(start: span.start, end: span.end, type: makeType(span, role)))
    isAfterProclitic = role == .proclitic
  }

  /// Adds a piece, and before it the proclitics of an Arabic word; a proclitic before digits stands by itself.
  private mutating func addWord(_ piece: Range<Int>) {
    guard Characters.isArabic(text[piece.lowerBound].scalar), text[piece.lowerBound].characterClass.isLetter,
      piece.count < 64
    else {
      guard let seam = amountSeam(piece) else { return add(piece, isAfterProclitic ? .afterProclitic : .plain) }
      add(piece.lowerBound..<seam, .plain)
      return add(seam..<piece.upperBound, .plain)
    }
    let folded = Folding.fold(text.bytes(piece))
    let isBeforeDigits = piece.upperBound < text.count && text[piece.upperBound].characterClass == .digit
    if isBeforeDigits && folded.count == 2 && ArabicLetters.isProclitic(folded[...]) { return add(piece, .proclitic) }
    var rest = piece
    var role = TokenRole.plain
    let count =
      ArabicLetters.isProclitic(folded[...])
      ? ProcliticCutter(isKnown: isKnown, cutsUnknown: cutsUnknown).count(of: folded) : 0
    for number in 0..<count {
      // Marks, joiners and tatweel behind the letter belong to it.
      var end = rest.lowerBound + 1
      while end < rest.upperBound, !text[end].characterClass.isLetter || text[end].scalar.value == 0x640 { end += 1 }
      if !isOneLetter(text[rest.lowerBound].scalar) {
        // Of the ligature lam and alef the word has all of the bytes.
        let start = text.offset(rest.lowerBound)
        pieces.append(SegmentCut.Piece(start: start, end: start, type: makeType(Span(start, start), .proclitic)))
        role = .ligature
        break
      }
      guard end < rest.upperBound else { break }
      add(rest.lowerBound..<end, .proclitic)
      rest = end..<rest.upperBound
      let left = folded[(2 * number)...]
      let isLam = left.starts(with: ArabicLetters.lam) && left.dropFirst(2).starts(with: ArabicLetters.lam)
      role = isLam ? .afterLam : .afterProclitic
    }
    add(rest, role)
  }

  /// Where a known word such as a currency's code ends and the digits of an amount begin; nil in names such as `CO2`.
  private func amountSeam(_ piece: Range<Int>) -> Int? {
    guard piece.count < 32, let seam = piece.first(where: { text[$0].characterClass == .digit }) else { return nil }
    func count(_ range: Range<Int>, _ isWanted: (Int) -> Bool) -> Int? {
      // Invisible characters count for nothing.
      let visible = range.filter { !Characters.isIgnorable(text[$0].scalar) }
      return visible.allSatisfy(isWanted) ? visible.count : nil
    }
    guard let letters = count(piece.lowerBound..<seam, { text[$0].characterClass.isLetter }), (2...4).contains(letters),
      let digits = count(seam..<piece.upperBound, { text[$0].characterClass == .digit }), digits > (letters > 2 ? 0 : 1)
    else { return nil }
    let isAmount =
      isKnown(FoldedKey(bytes: Folding.fold(text.bytes(piece.lowerBound..<seam))))
      && !isKnown(FoldedKey(bytes: Folding.fold(text.bytes(piece))))
    return isAmount ? seam : nil
  }

  /// Whether a character folds to one letter; a ligature cannot be cut, but the word in it is looked up.
  private func isOneLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x700 || Folding.fold(Array(String(scalar).utf8)).count == 2
  }
}
