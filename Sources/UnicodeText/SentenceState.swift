/// Finds the starts of sentences from the classes of the tokens passed.
struct SentenceState: Hashable {
  private enum Pending { case none, stop, end }

  private var pending = Pending.none
  private var previous = SentenceClass.inner
  private var previousStarts = false
  /// Whether the stop pending stands behind a lower-case word, so that a capital glued to it begins a sentence.
  private var isBehindWord = false

  /// Whether the next token begins a sentence.
  mutating func startsSentence(_ next: SentenceClass, isLineStart: Bool, isGlued: Bool) -> Bool {
    let starts = isLineStart || (pending != .none && begins(next, isGlued: isGlued))
    switch next {
    case .end: pending = .end
    case .stop:
      let isList = previous == .start && previousStarts
      let isAbbreviation = isGlued && (previous == .abbreviation || isList)
      if pending != .end { pending = isAbbreviation ? .none : .stop }
      isBehindWord = isGlued && previous == .lowerWord
    case .close where !starts: break
    case .quote where !starts && isGlued: break
    default: pending = .none
    }
    previous = next
    previousStarts = starts
    return starts
  }

  private func begins(_ next: SentenceClass, isGlued: Bool) -> Bool {
    switch next {
    case .start, .abbreviation: !isGlued || (pending == .stop && isBehindWord && previous == .stop)
    case .open, .quote: !isGlued
    case .inner, .stop, .end, .close, .lowerWord: false
    }
  }
}
