/// One token's tag: where in a mention the token stands, and the mention's type.
struct Tag: Hashable {
  /// `O`, `B`, `I`, `E`, `S` (or `L` and `U`, which mean `E` and `S`).
  let prefix: Character
  let type: String

  static let outside = Tag(prefix: "O", type: "")

  private init(prefix: Character, type: String) {
    self.prefix = prefix
    self.type = type
  }

  /// nil for what is no tag of any scheme; a tag without type has the type `_`.
  init?(_ text: some StringProtocol) {
    guard let first = text.first else { return nil }
    if text == "O" {
      self = .outside
      return
    }
    let rest = text.dropFirst()
    guard rest.isEmpty || rest.first == "-" else { return nil }
    let name = rest.dropFirst()
    type = name.isEmpty ? "_" : String(name)
    switch first {
    case "B", "I", "E", "S": prefix = first
    case "L": prefix = "E"
    case "U": prefix = "S"
    default: return nil
    }
  }
}
