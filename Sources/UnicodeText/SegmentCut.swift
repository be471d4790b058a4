/// How one word segment becomes tokens.
enum SegmentCut {
  /// Blank or line break, no token; `lineBreaks` counts ends of lines, a paragraph separator as two.
  case blank(lineBreaks: Int)
  /// Ignorable characters only, no token and no blank.
  case ignorable
  /// The tokens of the segment, in order.
  case pieces([Piece])
  /// A segment that may belong to an address, hashtag or handle, with the tokens it gives if it does not.
  case trigger(Trigger, [Piece])

  /// A token cut from a segment; offsets count from the segment's start.
  struct Piece {
    let start: Int
    let end: Int
    let type: TokenTypeID
    /// Whether a zero-width space that is a blank stands before it.
    var isAfterBlank = false
  }

  /// What a segment may be the beginning of.
  enum Trigger {
    /// A word beginning with `www.`.
    case www
    /// `@`, or a word that holds one.
    case at
    /// `#`.
    case hash
    /// A superscript 2 or 3.
    case exponent
  }
}
