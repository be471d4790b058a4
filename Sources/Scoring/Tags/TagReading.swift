/// How mentions are read from a row of tags, which may be ill-formed when a system wrote it.
public enum TagReading: Sendable {
  /// Every tag but `O` belongs to a mention, as in conlleval and seqeval's default: whatever cannot continue begins anew.
  case lenient
  /// Only well-formed mentions of the scheme are read, as in seqeval's strict mode.
  case strict(TagScheme)

  /// The mentions of one row, as half-open ranges of tokens; what is no tag at all reads as `O`.
  public func mentions(in tags: [String]) -> [(type: String, tokens: Range<Int>)] {
    mentions(in: tags.map { Tag($0) ?? .outside })
  }

  func mentions(in row: [Tag]) -> [(type: String, tokens: Range<Int>)] {
    switch self {
    case .lenient: Self.lenient(row)
    case .strict(let scheme): Self.strict(row, scheme)
    }
  }

  private static func lenient(_ row: [Tag]) -> [(type: String, tokens: Range<Int>)] {
    var mentions = [(type: String, tokens: Range<Int>)]()
    var start: Int?
    var previous = Tag.outside
    for (index, tag) in (row + [.outside]).enumerated() {
      let joins =
        (tag.prefix == "I" || tag.prefix == "E") && (previous.prefix == "B" || previous.prefix == "I")
        && tag.type == previous.type
      if !joins {
        if let first = start { mentions.append((previous.type, first..<index)) }
        start = tag.prefix == "O" ? nil : index
      }
      previous = tag
    }
    return mentions
  }

  private static func strict(_ row: [Tag], _ scheme: TagScheme) -> [(type: String, tokens: Range<Int>)] {
    // All of IOB1 but a `B-` that separates nothing is well formed, and that one begins a mention all the same.
    if scheme == .iob1 { return lenient(row) }
    var mentions = [(type: String, tokens: Range<Int>)]()
    var index = 0
    while index < row.count {
      let tag = row[index]
      let first = index
      index += 1
      if scheme == .bioes, tag.prefix == "S" { mentions.append((tag.type, first..<index)) }
      guard tag.prefix == "B" else { continue }
      while index < row.count, row[index].prefix == "I", row[index].type == tag.type { index += 1 }
      if scheme == .iob2 {
        mentions.append((tag.type, first..<index))
      } else if index < row.count, row[index].prefix == "E", row[index].type == tag.type {
        index += 1
        mentions.append((tag.type, first..<index))
      }
    }
    return mentions
  }
}
