/// Who holds which position where, as a reader would write it down from the document.
enum WrittenPositions {
  private struct Position: Hashable {
    let person: String
    let title: String
    let organization: String
  }

  static func counts(gold: AnnotatedDocument, predicted: AnnotatedDocument) -> ScoreCounts {
    // An answer without its text is about gold's.
    let text = ScalarText(gold.text ?? predicted.text ?? "")
    let expected = positions(of: gold, in: text)
    let given = positions(of: predicted, in: text)
    return ScoreCounts(
      gold: expected.count, predicted: given.count, correct: expected.intersection(given).count)
  }

  private static func positions(of document: AnnotatedDocument, in text: ScalarText) -> Set<Position> {
    var names = [String: String]()
    for mention in document.mentions where mention.type == "PERSON" {
      guard let entity = mention.entity else { continue }
      let name = text[mention]
      if name.unicodeScalars.count > names[entity]?.unicodeScalars.count ?? 0 { names[entity] = name }
    }
    var positions = Set<Position>()
    for relation in document.relations {
      guard let person = relation.person.map({ document.mentions[$0] }) else { continue }
      let title = document.mentions[relation.title]
      guard ["position", "rank", nil].contains(title["kind"]) else { continue }
      positions.insert(
        Position(
          person: person.entity.flatMap { names[$0] } ?? text[person], title: text[title],
          organization: relation.organization.map { text[document.mentions[$0]] } ?? ""))
    }
    return positions
  }
}
