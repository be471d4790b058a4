/// A number word: what it is worth and the part it plays in a written number.
struct NumberWord: Hashable, Sendable {
  /// The part that a word plays, named in the lexicon.
  enum Role: String, Sendable {
    /// One to nine.
    case unit
    /// A word that fills both places below a hundred.
    case teen
    /// A ten, which leaves its ones free.
    case ten
    /// A hundred, or hundreds in one word.
    case hundred
    /// A word that multiplies all that is smaller before it.
    case scale
    /// Nothing: alone, as a decimal, or before an empty place.
    case zero
    /// A part of the unit before it, or of the scale behind it.
    case half
    /// A word that only joins.
    case linker
    /// The decimal mark in words.
    case point
    /// The sign in words.
    case minus
  }

  /// How a word departs from what its role does.
  enum Kind: String, Sendable {
    /// A term complete in itself, as a dual is: nothing multiplies it.
    case whole
    /// By itself two of it: a dual without its ending.
    case pair
    /// A unit right behind it counts its tenths.
    case tenths
    /// Ones that follow tens; a unit right before them counts tens.
    case ones
    /// A ten that multiplies the unit before it.
    case times
  }

  var value: ExactDecimal
  var role: Role
  var kind: Kind?
}

/// One element of a written number.
enum NumberPart: Hashable, Sendable {
  /// A run of digits as written, in ASCII.
  case digits(String)
  /// A mark between digits or before them.
  case mark(Character)
  /// A number word.
  case word(NumberWord)
  /// Anything else.
  case other
}
