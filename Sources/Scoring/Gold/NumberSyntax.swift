/// The form of a NUMBER's value: a decimal, a range `a..b`, or two of them with a slash for fractions and rates.
enum NumberSyntax {
  static func complaint(about value: String, kind: String?) -> String? {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(isQuantity) else {
      return "value=\"\(value)\" is not a number: write 28.5, 90..100, 14/101"
    }
    switch kind {
    case "fraction" where parts.count == 1, "rate" where parts.count == 1:
      return "value=\"\(value)\": a \(kind ?? "") is written a/b"
    case "ordinal", "cardinal", "percent", "money", "measure", "age":
      return parts.count == 2 ? "value=\"\(value)\": only a fraction or a rate has a slash" : nil
    default: return nil
    }
  }

  private static func isQuantity(_ text: Substring) -> Bool {
    var bounds = [Substring]()
    var rest = text
    while let dots = rest.firstRange(of: "..") {
      bounds.append(rest[..<dots.lowerBound])
      rest = rest[dots.upperBound...]
    }
    bounds.append(rest)
    return bounds.count <= 2 && bounds.allSatisfy(isDecimal)
  }

  private static func isDecimal(_ text: Substring) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
