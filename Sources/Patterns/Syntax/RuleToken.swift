/// A lexical element of a rule file.
struct RuleToken: Equatable {
  enum Kind: Equatable {
    case word(String)  // names, keywords, numbers
    case string(String)
    case sense(String)  // the text between < and >
    case sign(Character)
    case ellipsis
    case macro(String)  // $name
    case mention(String)  // @TYPE
  }

  var kind: Kind
  var line: Int
  var column: Int
  var text: String
  var isFirstOfLine: Bool
  var isIndented: Bool
}

extension RuleToken {
  /// The tokens of each line together.
  static func lines(of tokens: [RuleToken]) -> [[RuleToken]] {
    var lines: [[RuleToken]] = []
    for token in tokens {
      if token.isFirstOfLine { lines.append([]) }
      lines[lines.count - 1].append(token)
    }
    return lines
  }
}
