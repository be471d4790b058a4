// Scores 100,000 made-up mentions and says how long it took; with a path it also writes the same data as IOB2 tags,
// one sentence a line, gold and prediction in turn, for other scorers (see peers.py).
import Foundation
import Scoring

/// A small generator, so that every run scores the same mentions.
struct Generator {
  var state: UInt64 = 42

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

let documents = 1000
let mentionsPerDocument = 100
let types = ["TITLE", "PERSON", "ORG", "LOC", "DATE", "NUMBER"]
var generator = Generator()
var gold: [AnnotatedDocument] = []
var predicted: [AnnotatedDocument] = []
for number in 0..<documents {
  var mentions: [AnnotatedMention] = []
  var answers: [AnnotatedMention] = []
  var at = 0
  for _ in 0..<mentionsPerDocument {
    let start = at + generator.next(4)
    let end = start + 1 + generator.next(3)
    let type = types[generator.next(types.count)]
    mentions.append(AnnotatedMention(type: type, start: start, end: end))
    // One answer in five is wrong in its type, its end, or is missing.
    switch generator.next(15) {
    case 0: answers.append(AnnotatedMention(type: types[generator.next(types.count)], start: start, end: end))
    case 1: answers.append(AnnotatedMention(type: type, start: start, end: end + 1))
    case 2: break
    default: answers.append(AnnotatedMention(type: type, start: start, end: end))
    }
    at = end + 1
  }
  gold.append(AnnotatedDocument(id: "\(number)", mentions: mentions))
  predicted.append(AnnotatedDocument(id: "\(number)", mentions: answers))
}

if CommandLine.arguments.count > 1 {
  func tags(_ document: AnnotatedDocument) -> String {
    let length = (document.mentions.map(\.end).max() ?? 0) + 2
    var tags = Array(repeating: "O", count: length)
    for mention in document.mentions {
      for index in mention.start..<mention.end { tags[index] = (index == mention.start ? "B-" : "I-") + mention.type }
    }
    return tags.joined(separator: " ")
  }
  let lines = zip(gold, predicted).map { pair in
    let (left, right) = (tags(pair.0).split(separator: " "), tags(pair.1).split(separator: " "))
    let length = max(left.count, right.count)
    func padded(_ tags: [Substring]) -> String {
      (tags.map(String.init) + Array(repeating: "O", count: length - tags.count)).joined(separator: " ")
    }
    return padded(left) + "\n" + padded(right)
  }
  try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[1]))
}

let clock = ContinuousClock()
var best = Double.infinity
var figure: Double?
for _ in 0..<5 {
  let duration = clock.measure {
    let report = Scorer.score(gold: gold, predicted: predicted)
    figure = Metric.strictF1.value(in: report.total, type: "micro")
  }
  let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  best = min(best, seconds)
}
let total = documents * mentionsPerDocument
print(
  "vnextract: \(total) mentions in \((best * 1000).rounded() / 1000) s, \(Int(Double(total) / best)) a second, strict F1 \(figure ?? 0)"
)
