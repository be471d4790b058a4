/// A JSON value that remembers where in the file it stands, so that a wrong field can be pointed at.
struct JSONValue {
  enum Content {
    case null
    case boolean(Bool)
    /// A number as written; decimals stay exact.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])
  }

  let content: Content
  /// Byte offset of the value's first character.
  let offset: Int

  /// The member of that name; nil if there is none or it is null.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = content, let value = members.last(where: { $0.key == name })?.value else {
      return nil
    }
    if case .null = value.content { return nil }
    return value
  }

  var string: String? {
    if case .string(let string) = content { return string }
    return nil
  }

  /// A string, or a number as written.
  var scalarText: String? {
    switch content {
    case .string(let string): string
    case .number(let digits): digits
    default: nil
    }
  }

  var integer: Int? {
    if case .number(let digits) = content { return Int(digits) }
    return nil
  }

  var array: [JSONValue]? {
    if case .array(let values) = content { return values }
    return nil
  }

  var members: [(key: String, value: JSONValue)]? {
    if case .object(let members) = content { return members }
    return nil
  }
}
