/// Which attributes each element of the inline markup takes, and which values they have.
enum GoldSchema {
  enum Value {
    case identifier
    case oneOf([String])
    case timex
    case number
    case text
  }

  struct Attribute {
    let name: String
    let value: Value
    var required = false
  }

  static let types = ["TITLE", "PERSON", "ORG", "LOC", "DATE", "NUMBER"]

  /// The order is the one the writer keeps.
  static let attributes: [String: [Attribute]] = [
    "TITLE": [
      Attribute(name: "kind", value: .oneOf(["position", "honorific", "degree", "rank"]), required: true),
      Attribute(name: "of", value: .identifier), Attribute(name: "at", value: .identifier),
      Attribute(name: "status", value: .oneOf(["former", "acting", "elect"])),
    ],
    "PERSON": [Attribute(name: "id", value: .identifier)],
    "ORG": [Attribute(name: "id", value: .identifier), Attribute(name: "entity", value: .identifier)],
    "LOC": [Attribute(name: "id", value: .identifier), Attribute(name: "entity", value: .identifier)],
    "DATE": [
      Attribute(name: "type", value: .oneOf(["DATE", "TIME", "DURATION", "SET"]), required: true),
      Attribute(name: "value", value: .timex, required: true),
      Attribute(name: "mod", value: .oneOf(timexModifiers)),
      Attribute(name: "quant", value: .text), Attribute(name: "freq", value: .text),
    ],
    "NUMBER": [
      Attribute(name: "kind", value: .oneOf(numberKinds), required: true),
      Attribute(name: "value", value: .number, required: true),
      Attribute(name: "mod", value: .oneOf(numberModifiers)),
      Attribute(name: "unit", value: .text),
    ],
  ]

  static let numberKinds = ["cardinal", "ordinal", "percent", "fraction", "rate", "money", "measure", "age"]
  static let numberModifiers = ["MORE_THAN", "LESS_THAN", "APPROX", "EQUAL_OR_MORE", "EQUAL_OR_LESS"]
  static let timexModifiers =
    numberModifiers + ["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END"]

  /// What is wrong with the value of an attribute, in words; nil if nothing is.
  static func complaint(about value: String, of attribute: Attribute, kind: String?) -> String? {
    if value.isEmpty { return "\(attribute.name) is empty" }
    switch attribute.value {
    case .text: return nil
    case .identifier:
      let plain = value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      return plain ? nil : "\(attribute.name)=\"\(value)\": an identifier is ASCII without blanks"
    case .oneOf(let values):
      return values.contains(value)
        ? nil : "\(attribute.name)=\"\(value)\" is not one of \(values.joined(separator: ", "))"
    case .timex:
      return TimexSyntax.isValue(value) ? nil : "value=\"\(value)\" is not a TIMEX3 value"
    case .number:
      return NumberSyntax.complaint(about: value, kind: kind)
    }
  }
}
