public import UnicodeText

extension Mention {
  /// Where the mention stands in the string that was read; nil where that is another string.
  ///
  /// A leading U+FEFF, which is no part of a document's text, is passed over. Constant time for native strings.
  public func range(in string: String) -> Range<String.Index>? {
    let utf8 = string.utf8
    let mark = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let start = utf8.index(utf8.startIndex, offsetBy: mark + bytes.lowerBound, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: bytes.count, limitedBy: utf8.endIndex),
      utf8[start..<end].elementsEqual(text.utf8)
    else { return nil }
    return start..<end
  }
}

extension Document {
  /// Where each mention stands, in a unit of one's choice; linear in the text's length.
  public func ranges(in unit: OffsetUnit) -> [Range<Int>] {
    var offsets = OffsetConverter(text, unit: unit)
    return mentions.map { offsets.convert($0.bytes.lowerBound)..<offsets.convert($0.bytes.upperBound) }
  }

  /// Where one mention stands, in a unit of one's choice; linear in its offset.
  public func range(of mention: Mention, in unit: OffsetUnit) -> Range<Int> {
    OffsetConverter.offset(
      ofByte: mention.bytes.lowerBound, unit: unit, in: text)..<OffsetConverter.offset(
        ofByte: mention.bytes.upperBound, unit: unit, in: text)
  }

  /// The mention of an id, as relations and entities name it; nil where there is none.
  public subscript(id: String) -> Mention? { mentions.first { $0.id == id } }
}
