/// Guesses languages over tokens: what a word speaks for is worked out once for each distinct spelling.
///
/// Beside a `LanguageGuesser` over text this costs next to nothing. It belongs to one thread and one `TypeTable`.
public final class TokenLanguages {
  /// What one spelling speaks for.
  private struct Vote {
    var strong: UInt64 = 0
    var weak: UInt64 = 0
    var isSyllable = false
    /// Number of the script, -1 where there is no word, -2 where it was not looked at yet.
    var script = -2
  }

  private let guesser: LanguageGuesser
  private var votes: [Vote] = []

  /// Guesses as `guesser` does.
  public init(_ guesser: LanguageGuesser) { self.guesser = guesser }

  /// Forgets all spellings; to be called whenever the table of the tokens is reset.
  public func reset() { votes.removeAll(keepingCapacity: true) }

  /// The language of a range of tokens of a text; `und` where nothing speaks for one.
  ///
  /// Where `bySyllables` is false, words that are syllables of Vietnamese speak for nothing: a line of names in a text of
  /// another language is in that language. Linear in the number of tokens.
  public func guess(_ text: Text, _ tokens: Tokens, in range: Range<Int>, bySyllables: Bool = true) -> String {
    var tally = WordTally(languages: guesser.languages.count)
    for index in range.clamped(to: 0..<tokens.count) {
      let type = tokens.types[index].index
      if type >= votes.count { votes += [Vote](repeating: Vote(), count: type + 1 - votes.count) }
      if votes[type].script == -2 { votes[type] = vote(text, tokens.span(index)) }
      let vote = votes[type]
      if let script = WordTally.Script(rawValue: vote.script) { tally.add(script, vote.strong, vote.weak) }
      if vote.isSyllable { tally.addSyllable() }
    }
    return guesser.decide(tally, bySyllables: bySyllables)
  }

  private func vote(_ text: Text, _ span: Span) -> Vote {
    var tally = WordTally(languages: guesser.languages.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      tally.count(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), guesser.evidence)
    }
    func mask(_ counts: [Int]) -> UInt64 {
      counts.enumerated().reduce(0) { $0 | ($1.element > 0 ? 1 << UInt64($1.offset) : 0) }
    }
    let script = tally.words.firstIndex { $0 > 0 } ?? -1
    return Vote(
      strong: mask(tally.strong), weak: mask(tally.weak), isSyllable: tally.syllables > 0, script: script)
  }
}
