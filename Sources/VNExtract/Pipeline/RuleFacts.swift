import Patterns

/// What a reader of lines asks of a rule, made once; a class, since every match asks.
final class RuleFacts {
  /// The name that answers show.
  let name: String
  /// What the rule gives.
  let meaning: Meaning
  /// The attributes with fixed values.
  let constants: RuleConstants
  /// The kind and status among them.
  let kind: Term?
  let status: Term?
  /// Whether what it gives depends on more than the tokens of the mention.
  let isComposed: Bool

  init(_ rule: Int, _ rules: RuleSet, needsParts: Bool) {
    name = rules.name(of: rule)
    meaning = rules.meaning(of: rule)
    constants = RuleConstants(rules.constants(of: rule))
    kind = constants["kind"].map { Term($0) }
    status = constants["status"].map { Term($0) }
    isComposed = needsParts || !constants.isEmpty
  }
}
