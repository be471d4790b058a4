/// How a row of tags marks mentions.
public enum TagScheme: String, Sendable, CaseIterable {
  /// `I-` inside, `B-` only between neighbours of one type (Ramshaw and Marcus 1995).
  case iob1
  /// `B-` at every beginning, `I-` inside.
  case iob2
  /// As IOB2, with `E-` at the end and `S-` for a mention of one token.
  case bioes

  /// The tags of a row of `count` tokens; mentions are half-open ranges of tokens that do not overlap, in order.
  public func tags(for mentions: [(type: String, tokens: Range<Int>)], count: Int) -> [String] {
    var tags = [String](repeating: "O", count: count)
    var previous: (type: String, tokens: Range<Int>)?
    for mention in mentions {
      for token in mention.tokens { tags[token] = "I-\(mention.type)" }
      guard let first = mention.tokens.first, let last = mention.tokens.last else { continue }
      switch self {
      case .iob1:
        if let previous, previous.type == mention.type, previous.tokens.upperBound == first {
          tags[first] = "B-\(mention.type)"
        }
      case .iob2: tags[first] = "B-\(mention.type)"
      case .bioes:
        tags[first] = "B-\(mention.type)"
        tags[last] = (first == last ? "S-" : "E-") + mention.type
      }
      previous = mention
    }
    return tags
  }

  /// Whether a tag may follow another at all; `O` stands before the first and after the last.
  func allows(_ tag: Tag, after previous: Tag) -> Bool {
    let continues = previous.type == tag.type
    switch self {
    case .iob1:
      switch tag.prefix {
      case "O", "I": return true
      case "B": return continues && previous.prefix != "O"
      default: return false
      }
    case .iob2:
      switch tag.prefix {
      case "O", "B": return true
      case "I": return continues && previous.prefix != "O"
      default: return false
      }
    case .bioes:
      let open = previous.prefix == "B" || previous.prefix == "I"
      switch tag.prefix {
      case "O", "B", "S": return !open
      case "I", "E": return open && continues
      default: return false
      }
    }
  }
}
