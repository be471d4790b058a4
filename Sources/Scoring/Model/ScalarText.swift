/// A text that can be cut at Unicode-scalar offsets without walking it.
struct ScalarText {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var count: Int { scalars.count }

  /// The text of a range; what lies outside the text is empty.
  subscript(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  subscript(_ mention: AnnotatedMention) -> String { self[mention.start..<max(mention.start, mention.end)] }
}
