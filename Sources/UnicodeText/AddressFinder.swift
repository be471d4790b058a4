/// Finds the bounds of addresses, hashtags and handles around a sign that may belong to one.
struct AddressFinder {
  /// What was found.
  typealias Address = (span: Span, role: TokenRole)

  let bytes: UnsafeBufferPointer<UInt8>
  /// Nothing found begins before this offset.
  let lowerBound: Int

  /// An address around a colon: a scheme of letters, digits, `+-.` before it, `//` behind it.
  ///
  /// Ignorable characters may stand anywhere inside.
  func url(colonAt colon: Int) -> Address? {
    guard let first = slash(from: colon + 1), let second = slash(from: first), second < bytes.count else { return nil }
    var index = colon
    while index > max(lowerBound, colon - 24), isLetterOrDigit(bytes[index - 1]) || bytes[index - 1] >= 0x80 {
      index -= 1
    }
    while index < colon, bytes[index] & 0xC0 == 0x80 { index += 1 }
    var start = colon
    while index < colon, let (scalar, length) = scalar(at: index) {
      if scalar.value < 0x80 {
        if start == colon && isLetter(bytes[index]) { start = index }
      } else if !Characters.isIgnorable(scalar) {
        start = colon
      }
      index += length
    }
    return start < colon ? url(from: start, minimum: second + 1) : nil
  }

  /// The offset behind a slash, ignorable characters before it passed over; nil where there is none.
  private func slash(from start: Int) -> Int? {
    var index = start
    while index < min(bytes.count, start + 16), let (scalar, length) = scalar(at: index) {
      if scalar == "/" { return index + length }
      if scalar.value < 0x80 || !Characters.isIgnorable(scalar) { return nil }
      index += length
    }
    return nil
  }

  /// The most bytes an address, hashtag or handle may have.
  private static let longest = 4096

  /// An address from its first byte up to a blank, a quote or the end, closing punctuation left out.
  func url(from start: Int, minimum: Int = 0) -> Address? {
    var end = start
    var visible = start
    while end < min(bytes.count, start + Self.longest), let (scalar, length) = scalar(at: end) {
      // A zero-width space inside means nothing; before what is not ASCII it is a blank.
      let goesOn = scalar.value == 0x200B && end + length < bytes.count && bytes[end + length] < 0x80
      if !goesOn && (Characters.isBlank(scalar) || CharacterClass(scalar) == .other) { break }
      if scalar == "<" || scalar == ">" || scalar == "\"" || scalar == "“" || scalar == "«" { break }
      end += length
      if !isClosing(scalar) && !Characters.isIgnorable(scalar) { visible = end }
    }
    guard visible >= minimum, visible > start else { return nil }
    return (Span(start, visible), .url)
  }

  /// An e-mail address around an `@` in the segment: a local part of up to 64 bytes, a host with a dot.
  func email(from start: Int, to end: Int) -> Address? {
    guard let at = (start..<end).first(where: { bytes[$0] == 0x40 }), at + 1 < bytes.count else { return nil }
    var first = at
    while first > max(lowerBound, at - 64), isLocal(bytes[first - 1]) { first -= 1 }
    while first < at, !isLetterOrDigit(bytes[first]) { first += 1 }
    var last = at + 1
    while last < min(bytes.count, at + 256), isHost(bytes[last]) { last += 1 }
    while last > at + 1, !isLetterOrDigit(bytes[last - 1]) { last -= 1 }
    guard first < at, bytes[(at + 1)..<last].contains(0x2E) else { return nil }
    return (Span(first, last), .email)
  }

  /// `@` and a name that begins with a letter, where no letter or digit stands before it.
  func handle(from start: Int) -> Address? {
    guard bytes[start] == 0x40 else { return nil }
    if start > lowerBound, isLetterOrDigit(bytes[start - 1]) || bytes[start - 1] == 0x40 { return nil }
    guard let end = name(from: start + 1) else { return nil }
    return (Span(start, end), .handle)
  }

  /// `#` and a word that holds a letter.
  func hashtag(at start: Int) -> Address? {
    guard let end = name(from: start + 1) else { return nil }
    return (Span(start, end), .hashtag)
  }

  /// The end of a run of letters, marks, digits and low lines that holds a letter.
  private func name(from start: Int) -> Int? {
    var end = start
    var visible = start
    var hasLetter = false
    while end < min(bytes.count, start + Self.longest), let (scalar, length) = scalar(at: end) {
      let isLetter = Characters.isLetter(scalar)
      let isIgnorable = Characters.isIgnorable(scalar)
      let isPart = isLetter || isIgnorable || Characters.isMark(scalar) || Characters.isDigit(scalar) || scalar == "_"
      if !isPart { break }
      hasLetter = hasLetter || isLetter
      end += length
      if !isIgnorable { visible = end }
    }
    return hasLetter ? visible : nil
  }

  private func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", ")", "!", "?", "\"", "'", "»", "”", "’", "…", "،", "؛", "؟", "]", "}": true
    default: false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  private func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) }
  private func isLocal(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || ".-_%+".utf8.contains(byte) }
  private func isHost(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == 0x2E || byte == 0x2D }
}
