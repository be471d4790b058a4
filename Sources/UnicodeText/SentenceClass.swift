/// What a token means for the bounds of sentences.
enum SentenceClass: UInt8 {
  /// Goes on with the sentence: lower-case words and signs.
  case inner
  /// A full stop, which may belong to an abbreviation.
  case stop
  /// Ends a sentence without doubt: `!` `?` `…` and their like.
  case end
  /// Closes a quotation or bracket.
  case close
  /// Opens a quotation or bracket.
  case open
  /// Begins a sentence behind an end: upper-case and caseless words, digits, dashes, bullets, addresses.
  case start
  /// The same, and a full stop glued to it is that of an abbreviation.
  case abbreviation
  /// A lower-case word of two letters or more: a capital glued to the stop behind it begins a sentence.
  case lowerWord
  /// An ASCII quote, which opens or closes.
  case quote
}
