public import UnicodeText

/// A rule's pattern as it was written, after macros are put in.
public indirect enum Pattern: Hashable, Sendable {
  /// One token, lexicon entry or earlier mention that passes a test.
  case item(ItemTest)
  /// Takes nothing; only where no blank stands (`~`).
  case glue
  /// One after the other.
  case sequence([Pattern])
  /// One of several.
  case choice([Pattern])
  /// Again and again, at least `minimum` times.
  case repetition(Pattern, minimum: Int, maximum: Int?)
  /// A part with a name.
  case capture(String, Pattern)
  /// The part between brackets: the span of the mention.
  case mention(Pattern)
  /// The beginning (`^`) or end (`$`) of a line.
  case lineBound

  /// Whether the empty sequence matches.
  public var matchesNothing: Bool {
    switch self {
    case .item: false
    case .lineBound, .glue: true
    case .sequence(let parts): parts.allSatisfy(\.matchesNothing)
    case .choice(let parts): parts.contains(where: \.matchesNothing)
    case .repetition(let part, let minimum, _): minimum == 0 || part.matchesNothing
    case .capture(_, let part), .mention(let part): part.matchesNothing
    }
  }

  /// The same pattern read from right to left.
  public var reversed: Pattern {
    switch self {
    case .item, .lineBound, .glue: self
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .choice(let parts): .choice(parts.map(\.reversed))
    case .repetition(let part, let minimum, let maximum):
      .repetition(part.reversed, minimum: minimum, maximum: maximum)
    case .capture(let name, let part): .capture(name, part.reversed)
    case .mention(let part): .mention(part.reversed)
    }
  }

  /// The names of all captures.
  public var captureNames: Set<String> {
    switch self {
    case .item, .lineBound, .glue: []
    case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion($1.captureNames) }
    case .repetition(let part, _, _), .mention(let part): part.captureNames
    case .capture(let name, let part): part.captureNames.union([name])
    }
  }

  /// Whether brackets stand anywhere in it.
  public var hasMention: Bool {
    switch self {
    case .item, .lineBound, .glue: false
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.hasMention)
    case .repetition(let part, _, _), .capture(_, let part): part.hasMention
    case .mention: true
    }
  }

  /// Whether the brackets, where there are any, begin with every match.
  var beginsWithMention: Bool { !hasMention || mentionStands { $0 } }

  /// Whether the brackets, where there are any, end with every match.
  var endsWithMention: Bool { !hasMention || mentionStands { $0.reversed() } }

  /// Whether all that a match takes is the mention: there are no brackets, or they stand around everything.
  var isMention: Bool {
    switch self {
    case .mention: true
    case .item, .glue, .lineBound, .repetition: !hasMention
    case .sequence(let parts):
      !hasMention
        || parts.filter { $0 != .glue && $0 != .lineBound }.count == 1
          && parts.contains { $0.hasMention && $0.isMention }
    case .choice(let parts): !hasMention || parts.allSatisfy { $0.hasMention && $0.isMention }
    case .capture(_, let part): part.isMention
    }
  }

  /// Whether the brackets stand before all that takes an item, in the order that `order` gives.
  private func mentionStands(_ order: ([Pattern]) -> [Pattern]) -> Bool {
    switch self {
    case .mention: true
    case .item, .glue, .lineBound, .repetition: false
    case .sequence(let parts):
      order(parts).first { $0 != .glue && $0 != .lineBound }.map { $0.mentionStands(order) } ?? false
    case .choice(let parts): parts.allSatisfy { $0.mentionStands(order) }
    case .capture(_, let part): part.mentionStands(order)
    }
  }

  /// All tests of items in it.
  public var tests: Set<ItemTest> {
    switch self {
    case .item(let test): [test]
    case .lineBound, .glue: []
    case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion($1.tests) }
    case .repetition(let part, _, _), .capture(_, let part), .mention(let part): part.tests
    }
  }
}

/// What one item must be: every atom must hold (or, where negated, not hold).
public struct ItemTest: Hashable, Sendable {
  /// One atom and whether `!` stands before it.
  public struct Term: Hashable, Sendable {
    /// What is asked.
    public var atom: Atom
    /// Whether it must not hold.
    public var isNegated: Bool
  }

  /// The atoms that must hold together.
  public var terms: [Term]
  /// Where it is written.
  public var place = SourcePlace()

  /// Whether some atom asks for a sense of the lexicon.
  public var asksSense: Bool {
    terms.contains { if case .sense = $0.atom { !$0.isNegated } else { false } }
  }

  /// Whether some atom asks for an earlier mention.
  public var asksMention: Bool {
    terms.contains { if case .mention = $0.atom { !$0.isNegated } else { false } }
  }
}

/// The smallest question about an item.
public enum Atom: Hashable, Sendable {
  /// A folded word.
  case literal(FoldedKey)
  /// A sense of the lexicon, with conditions on one entry's features.
  case sense(String, [FeatureTest])
  /// The written shape of a token.
  case shape(ShapeTest)
  /// A token of digits within bounds; nil means any digits.
  case number(ClosedRange<Int>?)
  /// A token of so many digits.
  case digits(ClosedRange<Int>)
  /// A mention found by an earlier phase, with conditions on its attributes.
  case mention(String, [FeatureTest])
  /// A word whose folded key begins with these letters.
  case begins(String)
  /// A word whose folded key ends in these letters.
  case ends(String)
  /// Any token.
  case any
}

/// A condition on a feature of a lexicon entry or an attribute of a mention.
public struct FeatureTest: Hashable, Sendable {
  /// The feature's name.
  public var name: String
  /// The accepted values; empty means any value.
  public var values: [String]
  /// Whether the condition must not hold.
  public var isNegated: Bool

  /// Whether a value (nil where there is none) meets the condition.
  public func accepts(_ value: String?) -> Bool {
    let holds =
      if let value {
        values.isEmpty || values.contains(value)
      } else {
        false
      }
    return holds != isNegated
  }
}

/// The shapes of tokens that rules can ask for.
public enum ShapeTest: String, CaseIterable, Hashable, Sendable {
  /// Begins with an upper-case letter.
  case capitalized = "Cap"
  /// Two letters or more, all upper-case.
  case allCaps = "ALLCAPS"
  /// All letters lower-case.
  case lower
  /// A word of any script.
  case word
  /// A word of Latin letters.
  case latin
  /// A word of Arabic letters.
  case arabic
  /// One upper-case letter, or such letters with dots between them.
  case initial
  /// A well-formed Vietnamese syllable.
  case syllable
  /// A syllable that carries Vietnamese diacritics.
  case marked
  /// An Arabic word with its article.
  case definite
  /// A cut Arabic proclitic.
  case proclitic
  /// A token after a cut Arabic proclitic.
  case bound
  /// A Roman number in capitals.
  case roman
  /// A word with dots inside.
  case dotted
  /// A word with digits inside.
  case mixed
  /// Punctuation.
  case punctuation = "punct"
  /// A symbol.
  case symbol
  /// A web address, e-mail address, hashtag or handle.
  case address
}
