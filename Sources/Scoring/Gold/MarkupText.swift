/// Writes text and attributes of markup with the characters escaped that mean something there.
enum MarkupText {
  static func escape(_ scalars: some Sequence<Unicode.Scalar>, into output: inout String, quotes: Bool = false) {
    for scalar in scalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where quotes: output += "&quot;"
      case "\n" where quotes: output += "&#10;"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  static func attribute(_ name: String, _ value: String, into output: inout String) {
    output += " \(name)=\""
    escape(value.unicodeScalars, into: &output, quotes: true)
    output += "\""
  }
}
