import Scoring

/// Scores of any two annotations of one text: ratios between 0 and 1, a document against itself without error, every report.
struct ScoreTarget: FuzzTarget {
  private static let types = ["PERSON", "ORG", "LOC", "TITLE", "DATE", "NUMBER", "<b>", ""]
  private static let attributes = ["value", "kind", "mod", "unit", "status", "rule", "timex"]
  private static let values = ["1", "2024-02-27", "position", "a", "", "0.5", "=x", "<script>", "\u{1B}[31m"]

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let pairing = pieces.byte() & 1 == 0 ? Scorer.Pairing.optimal : .nervaluate
    let count = 1 + pieces.byte() % 3
    let isFree = pieces.byte() & 1 == 1
    let gold = (0..<count).map { document(&pieces, "d\($0)", isFree) }
    let answers = (0..<pieces.byte() % 4).map { document(&pieces, "d\($0)", isFree) }
    let options = Scorer.Options(pairing: pairing)
    let report = Scorer.score(gold: gold, predicted: answers, options: options)
    check(report)
    let own = Scorer.score(gold: gold, predicted: gold, options: options)
    check(own)
    if !isFree, pairing == .optimal {
      let f1 = Metric.strictF1.value(in: own.total, type: "micro")
      promise(f1 == nil || f1 == 1, "gold is right, \(f1 ?? -1)")
    }
    _ = report.text(by: Set(Breakdown.allCases), errors: 50)
    _ = report.json()
    _ = report.html()
    _ = ReportDifference(from: report, to: own).text()
  }

  private func check(_ report: ScoreReport) {
    for metric in Metric.allCases {
      for type in ["micro", "macro", "holds"] + Self.types {
        guard let value = metric.value(in: report.total, type: type) else { continue }
        promise(value >= 0 && value <= 1 + 1e-9, "\(metric) of \(type) is \(value)")
      }
    }
  }

  /// A document of some twenty characters; where `isFree` is false its mentions lie inside and apart.
  private func document(_ pieces: inout Pieces, _ id: String, _ isFree: Bool) -> AnnotatedDocument {
    var mentions: [AnnotatedMention] = []
    var at = 0
    for number in 0..<pieces.byte() % 12 {
      let start = isFree ? pieces.byte() - 20 : at + pieces.byte() % 3
      let end = isFree ? start + pieces.byte() - 10 : start + 1 + pieces.byte() % 3
      at = end
      var attributes: [String: String] = [:]
      for _ in 0..<pieces.byte() % 3 { attributes[pieces.one(of: Self.attributes)] = pieces.one(of: Self.values) }
      let entity = pieces.byte()
      mentions.append(
        AnnotatedMention(
          type: pieces.one(of: Self.types), start: start, end: end, id: "m\(number)",
          entity: entity < 128 ? "e\(entity % 4)" : nil, attributes: attributes))
    }
    var relations: [AnnotatedRelation] = []
    if !mentions.isEmpty {
      for _ in 0..<pieces.byte() % 4 {
        let (title, person, place) = (pieces.byte(), pieces.byte(), pieces.byte())
        relations.append(
          AnnotatedRelation(
            title: title % mentions.count, person: person < 200 ? person % mentions.count : nil,
            organization: place < 200 ? place % mentions.count : nil))
      }
    }
    return AnnotatedDocument(
      id: id, language: ["vi", "ar", nil][pieces.byte() % 3], date: nil,
      text: isFree && pieces.byte() & 1 == 1 ? nil : String(repeating: "Ông Nguyễn ", count: 8), mentions: mentions,
      relations: relations)
  }
}
