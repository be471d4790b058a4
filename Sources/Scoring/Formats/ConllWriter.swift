/// Writes CoNLL columns: a token and its tag on each line, a blank line between the lines of the text.
///
/// Tokens are runs of letters and digits, other characters singly, cut where a mention begins or ends. With offsets, each
/// line is *token, start, end, tag*, the text stands in a comment, and reading gives the text back exactly, and spans
/// that neither begin nor end with a blank.
/// Attributes and relations have no place in this form; of overlapping mentions the first and longest stays.
public enum ConllWriter {
  /// The columns of one document.
  public static func write(
    _ document: AnnotatedDocument, scheme: TagScheme = .iob2, offsets: Bool = true
  ) -> String {
    let text = ScalarText(document.text ?? "")
    var flat = [AnnotatedMention]()
    for mention in document.mentions.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where mention.start >= (flat.last?.end ?? 0) && mention.end <= text.count {
      flat.append(mention)
    }
    let tokens = TextTokens(text, cuts: flat.flatMap { [$0.start, $0.end] }).ranges
    var output = ConllHeader.lines(of: document, withText: offsets)
    var first = 0
    var mention = 0
    var open: Int?
    while first < tokens.count {
      // A sentence ends at a line's end outside mentions.
      var last = first
      var inside = [(type: String, tokens: Range<Int>)]()
      while last < tokens.count {
        while mention < flat.count, flat[mention].end <= tokens[last].lowerBound { mention += 1 }
        if mention < flat.count, flat[mention].start <= tokens[last].lowerBound {
          if open == mention, let begun = inside.last {
            inside[inside.count - 1].tokens = begun.tokens.lowerBound..<(last - first + 1)
          } else {
            inside.append((flat[mention].type, (last - first)..<(last - first + 1)))
            open = mention
          }
        }
        last += 1
        guard last < tokens.count else { break }
        let gap = tokens[last - 1].upperBound..<tokens[last].lowerBound
        let isInMention =
          mention < flat.count && flat[mention].end > tokens[last].lowerBound
          && flat[mention].start < tokens[last].lowerBound
        if !isInMention, text.scalars[gap].contains("\n") { break }
      }
      let tags = scheme.tags(for: inside, count: last - first)
      for (token, tag) in zip(tokens[first..<last], tags) {
        let place = offsets ? "\t\(token.lowerBound)\t\(token.upperBound)" : ""
        output += "\(text[token])\(place)\t\(tag)\n"
      }
      output += "\n"
      first = last
    }
    return output
  }
}
