extension Shape {
  private static let namesOfMarks: [(mark: Shape, name: String)] = [
    (.capitalized, "capitalized"), (.allCaps, "all-caps"), (.lower, "lower"), (.mixed, "mixed"),
    (.initial, "initial"), (.hasDigit, "digit"), (.hasDot, "dot"), (.latin, "latin"), (.arabic, "arabic"),
    (.otherScript, "other-script"), (.vietnameseSyllable, "syllable"), (.vietnameseMarked, "marked"),
    (.definite, "definite"), (.proclitic, "proclitic"), (.afterProclitic, "after-proclitic"), (.roman, "roman"),
  ]

  /// The names of its marks, for people.
  public var names: [String] { Self.namesOfMarks.filter { contains($0.mark) }.map(\.name) }
}
