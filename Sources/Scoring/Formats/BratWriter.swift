/// Writes the `.ann` file of brat stand-off; the text beside it is the document's own.
///
/// The form has no place for language and date. Relations become `of` and `at` between title and person or organization.
public enum BratWriter {
  /// Attributes whose values are single words of a fixed list, as brat's attributes are; the others become notes.
  private static let listed: Set<String> = ["kind", "mod", "timex", "status", "evidence"]

  /// The `.ann` file of a document.
  public static func write(_ document: AnnotatedDocument) -> String {
    let text = ScalarText(document.text ?? "")
    var lines = [String]()
    var attributes = 0
    var notes = 0
    for (index, mention) in document.mentions.enumerated() {
      // A line's end inside a mention would end its line.
      let surface = text[mention].map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
      lines.append("T\(index + 1)\t\(mention.type) \(mention.start) \(mention.end)\t\(surface)")
      for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
        if listed.contains(name) {
          attributes += 1
          lines.append("A\(attributes)\t\(name) T\(index + 1) \(value)")
        } else {
          notes += 1
          let line = value.map { $0.isNewline ? " " : String($0) }.joined()
          lines.append("#\(notes)\tAnnotatorNotes T\(index + 1)\t\(name)=\(line)")
        }
      }
    }
    var count = 0
    for relation in document.relations {
      for (name, argument) in [("of", relation.person), ("at", relation.organization)] {
        guard let argument else { continue }
        count += 1
        lines.append("R\(count)\t\(name) Arg1:T\(relation.title + 1) Arg2:T\(argument + 1)")
      }
    }
    for group in document.entityGroups where group.count > 1 {
      lines.append("*\tEquiv " + group.map { "T\($0 + 1)" }.joined(separator: " "))
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
