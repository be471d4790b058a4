internal import CICU

/// The stretches of a text that a step rewrites one by one, each without a look at the others.
struct NormalizationUnits: Sequence, IteratorProtocol {
  private let step: NormalizationStep
  private let bytes: [UInt8]
  private let tokens: Tokens
  private var token = 0
  private var position = 0

  init(_ step: NormalizationStep, _ bytes: [UInt8]) {
    self.step = step
    self.bytes = bytes
    var tokens = Tokens()
    if step == .key {
      Tokenizer(table: TypeTable { _ in false }).tokenize(Text(bytes: bytes, malformed: []), into: &tokens)
    }
    self.tokens = tokens
  }

  mutating func next() -> Span? {
    guard position < bytes.count else { return nil }
    let start = position
    position = end(from: start)
    return Span(start, position)
  }

  private mutating func end(from start: Int) -> Int {
    switch step {
    case .nfc: return formEnd(start, ICUDoor.Form.nfc)
    case .nfd: return formEnd(start, ICUDoor.Form.nfd)
    case .nfkc: return formEnd(start, ICUDoor.Form.nfkc)
    case .nfkd: return formEnd(start, ICUDoor.Form.nfkd)
    case .caseFold: return formEnd(start, ICUDoor.Form.nfc)
    case .toneOld, .toneNew, .finalI, .finalY: return runEnd(start) { Characters.isLatin($0) || Characters.isMark($0) }
    case .skeleton: return formEnd(start, ICUDoor.Form.nfd)
    case .blanks: return runEnd(start) { CharacterClass($0) == .blank }
    case .key: return tokenEnd(start)
    default: return start + UTF8.width(Decoded.scalar(bytes, start))
    }
  }

  /// Up to the next character before which the normalization form can be cut.
  private func formEnd(_ start: Int, _ form: ICUDoor.Form) -> Int {
    var end = start + UTF8.width(Decoded.scalar(bytes, start))
    while end < bytes.count {
      let scalar = Decoded.scalar(bytes, end)
      if scalar.value < 0x300 || cicu_has_boundary_before(form.rawValue, scalar.value) != 0 { break }
      end += UTF8.width(scalar)
    }
    return end
  }

  /// A run of characters that belong together, or one that does not.
  private func runEnd(_ start: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
    let first = Decoded.scalar(bytes, start)
    var end = start + UTF8.width(first)
    if first == "\r", end < bytes.count, bytes[end] == 0x0A { return end + 1 }
    guard belongs(first) else { return end }
    while end < bytes.count {
      let scalar = Decoded.scalar(bytes, end)
      if !belongs(scalar) { break }
      end += UTF8.width(scalar)
    }
    return end
  }

  /// A token, or what stands before the next one.
  private mutating func tokenEnd(_ start: Int) -> Int {
    guard token < tokens.count else { return bytes.count }
    let span = tokens.span(token)
    if start < span.start { return span.start }
    token += 1
    return span.end
  }
}
