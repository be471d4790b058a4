import Lexicon
import UnicodeText

/// What a predicate is asked of: a token with its entries, a longer lexicon entry, or a mention.
struct Item {
  /// The token's type; the first token's for a longer entry; nil for a mention.
  var type: TokenType?
  /// Whether it is an entry of several words.
  var isPhrase = false
  /// The lexicon entries that it is.
  var entries: [LexiconEntry] = []
  /// What rules can ask of a mention.
  var mention: MentionFacts?

  /// Whether every term of a test holds; a phrase is only ever matched by its senses, a mention by its type.
  func passes(_ test: ItemTest) -> Bool {
    if mention != nil, !test.asksMention { return false }
    if isPhrase, !test.asksSense { return false }
    return test.terms.allSatisfy { holds($0.atom) != $0.isNegated }
  }

  /// Whether an atom holds.
  func holds(_ atom: Atom) -> Bool {
    switch atom {
    case .literal(let key): !isPhrase && (type.map { $0.key == key || $0.alternates.contains(key) } ?? false)
    case .sense(let name, let tests):
      entries.contains { entry in
        entry.sense == name && tests.allSatisfy { $0.accepts(Self.feature($0.name, of: entry)) }
      }
    case .mention(let name, let tests):
      if let mention {
        mention.type.string == name && tests.allSatisfy { $0.accepts(mention[$0.name]) }
      } else {
        false
      }
    case .shape(let shape): type.map { $0.passes(shape) } ?? false
    case .number(let bounds):
      if let type, type.kind == .number {
        if let bounds { type.number.map(bounds.contains) ?? false } else { true }
      } else {
        false
      }
    case .digits(let bounds): type.map { $0.kind == .number && bounds.contains($0.digits) } ?? false
    case .begins(let letters): type.map { $0.kind == .word && $0.key.bytes.starts(with: letters.utf8) } ?? false
    case .ends(let letters):
      type.map { $0.kind == .word && $0.key.bytes.suffix(letters.utf8.count).elementsEqual(letters.utf8) } ?? false
    case .any: type != nil
    }
  }

  private static func feature(_ name: String, of entry: LexiconEntry) -> String? {
    Feature(rawValue: name).flatMap { entry[$0] }
  }
}

extension TokenType {
  /// Whether the type has a shape that rules can ask for.
  func passes(_ test: ShapeTest) -> Bool {
    switch test {
    case .capitalized: kind == .word && shape.contains(.capitalized)
    case .allCaps: kind == .word && shape.contains(.allCaps)
    case .lower: kind == .word && shape.contains(.lower)
    case .word: kind == .word && !shape.contains(.proclitic)
    case .latin: kind == .word && shape.contains(.latin)
    case .arabic: kind == .word && shape.contains(.arabic) && !shape.contains(.proclitic)
    case .initial: shape.contains(.initial)
    case .syllable: shape.contains(.vietnameseSyllable)
    case .marked: shape.contains(.vietnameseMarked)
    case .definite: shape.contains(.definite)
    case .proclitic: shape.contains(.proclitic)
    case .bound: shape.contains(.afterProclitic)
    case .roman: shape.contains(.roman)
    case .dotted: shape.contains(.hasDot)
    case .mixed: kind == .word && shape.contains(.hasDigit)
    case .punctuation: kind == .punctuation
    case .symbol: kind == .symbol
    case .address: kind == .url || kind == .email || kind == .hashtag || kind == .handle
    }
  }
}
