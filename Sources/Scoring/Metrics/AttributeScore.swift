import UnicodeText

/// How often an attribute is right, over strict pairs.
public struct AttributeScore: Sendable, Hashable {
  /// Pairs whose gold mention has the attribute.
  public var total = 0
  /// Those of them whose system mention has the same value.
  public var right = 0
  /// Pairs in which only the system mention has the attribute.
  public var extra = 0

  /// Makes a score of nothing.
  public init() {}

  /// `right / total`; nil if no gold mention among the pairs has the attribute.
  public var accuracy: Double? { total == 0 ? nil : Double(right) / Double(total) }

  /// Adds the score of other documents.
  public static func += (a: inout AttributeScore, b: AttributeScore) {
    a.total += b.total
    a.right += b.right
    a.extra += b.extra
  }

  /// The attributes that are scored, in the order reports show them.
  static let names = ["value", "kind", "timex", "mod", "unit", "status"]

  /// Whether two values of an attribute are the same; a unit is judged by its first word, however that is spelt:
  /// answers are written plainly, gold as its text has it.
  static func agree(_ name: String, _ gold: String, _ predicted: String) -> Bool {
    if gold == predicted { return true }
    guard name == "unit" else { return false }
    func firstWord(_ text: String) -> Substring? { PlainSpelling.write(text).split(separator: " ").first }
    return firstWord(gold) == firstWord(predicted)
  }
}
