/// The attributes with fixed values that a rule gives, few and short: compared and not hashed.
struct RuleConstants: ExpressibleByDictionaryLiteral {
  private let pairs: [(name: String, value: String)]

  init(_ constants: [String: String]) { pairs = constants.map { ($0.key, $0.value) } }

  init(dictionaryLiteral elements: (String, String)...) { pairs = elements.map { ($0.0, $0.1) } }

  /// Whether there are none.
  var isEmpty: Bool { pairs.isEmpty }

  /// The value of an attribute, nil where the rule does not give it.
  subscript(name: String) -> String? {
    for pair in pairs where pair.name == name { return pair.value }
    return nil
  }
}
