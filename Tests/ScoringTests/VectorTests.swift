import Foundation
import Testing

@testable import Scoring

/// Answers computed by other tools on made-up data, to be reproduced to 1e-9.
@Suite struct VectorTests {
  static func lines(_ name: String) throws -> [[String: Any]] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Vectors"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  static func close(_ a: Double?, _ b: Any?) -> Bool {
    guard let b = (b as? NSNumber)?.doubleValue else { return false }
    // Those tools call an undefined ratio 0; their figures are rounded to twelve decimals.
    return abs((a ?? 0) - b) <= 1e-9
  }

  static func agree(_ counts: MatchCounts, _ expected: Any?) -> Bool {
    guard let expected = expected as? [String: Any] else { return false }
    let numbers = [
      ("COR", counts.correct), ("INC", counts.incorrect), ("PAR", counts.partial), ("MIS", counts.missing),
      ("SPU", counts.spurious), ("POS", counts.possible), ("ACT", counts.actual),
    ]
    return numbers.allSatisfy { (expected[$0.0] as? NSNumber)?.intValue == $0.1 }
      && close(counts.precision, expected["P"]) && close(counts.recall, expected["R"])
      && close(counts.f1, expected["F1"])
  }

  static func agree(_ counts: SchemeCounts, _ expected: Any?) -> Bool {
    guard let expected = expected as? [String: Any] else { return false }
    return agree(counts.strict, expected["strict"]) && agree(counts.exact, expected["exact"])
      && agree(counts.partial, expected["partial"]) && agree(counts.type, expected["ent_type"])
  }

  static func agree(_ average: TagScore.Average, _ expected: Any?) -> Bool {
    guard let numbers = expected as? [Any], numbers.count == 3 else { return false }
    return close(average.precision, numbers[0]) && close(average.recall, numbers[1]) && close(average.f1, numbers[2])
  }

  /// Mentions of rows of tags, each row a document.
  static func documents(_ rows: [[String]]) -> [AnnotatedDocument] {
    rows.enumerated().map { index, row in
      AnnotatedDocument(
        id: String(index),
        mentions: TagReading.lenient.mentions(in: row).map {
          AnnotatedMention(type: $0.type, start: $0.tokens.lowerBound, end: $0.tokens.upperBound)
        })
    }
  }

  static func expectNervaluate(_ gold: [AnnotatedDocument], _ predicted: [AnnotatedDocument], _ line: [String: Any]) {
    guard let expected = line["nervaluate_1_2_1"] as? [String: Any] else { return }
    let table = Scorer.score(gold: gold, predicted: predicted, options: .init(pairing: .nervaluate)).total
    #expect(agree(table.micro.schemes, expected["overall"]), "\(line["id"] ?? "")")
    for (type, figures) in expected["entities"] as? [String: Any] ?? [:] {
      #expect(agree(table[type]?.schemes ?? SchemeCounts(), figures), "\(line["id"] ?? "") \(type)")
    }
  }

  @Test func tagRows() throws {
    for line in try Self.lines("bio.jsonl") {
      let gold = try #require(line["gold"] as? [[String]])
      let predicted = try #require(line["pred"] as? [[String]])
      let name = "\(line["id"] ?? "")"
      for (key, reading) in [
        ("seqeval_1_2_2_default", TagReading.lenient), ("seqeval_1_2_2_strict_IOB2", .strict(.iob2)),
      ] {
        let expected = try #require(line[key] as? [String: Any])
        let score = TagScore(gold: gold, predicted: predicted, reading: reading)
        #expect(Self.agree(score.microAverage, expected["micro"]), "\(name) \(key) micro")
        #expect(Self.agree(score.macroAverage, expected["macro"]), "\(name) \(key) macro")
        #expect(Self.agree(score.weightedAverage, expected["weighted"]), "\(name) \(key) weighted")
      }
      let conlleval = try #require(line["conlleval_pip_0_2"] as? [String: Any])
      let score = TagScore(gold: gold, predicted: predicted)
      #expect(Self.agree(score.microAverage, conlleval["PRF"]), "\(name) conlleval")
      #expect(Self.close(score.accuracy, conlleval["tag_acc"]), "\(name) conlleval accuracy")
      let stats = try #require(conlleval["stats"] as? [String: Int])
      #expect(score.micro.gold == stats["gold"] && score.micro.predicted == stats["pred"])
      #expect(score.micro.correct == stats["correct"])
      Self.expectNervaluate(Self.documents(gold), Self.documents(predicted), line)
    }
  }

  @Test func spans() throws {
    for line in try Self.lines("spans.jsonl") {
      let pairs = try #require(line["docs"] as? [[String: Any]])
      func documents(_ side: String) throws -> [AnnotatedDocument] {
        try pairs.enumerated().map { index, pair in
          let mentions = try #require(pair[side] as? [[Any]]).compactMap { triple -> AnnotatedMention? in
            guard let type = triple[0] as? String, let start = triple[1] as? Int, let end = triple[2] as? Int else {
              return nil
            }
            return AnnotatedMention(type: type, start: start, end: end)
          }
          return AnnotatedDocument(id: String(index), mentions: mentions)
        }
      }
      let gold = try documents("gold")
      let predicted = try documents("pred")
      Self.expectNervaluate(gold, predicted, line)
      let expected = try #require(line["spacy_3_8_score_spans"] as? [String: Any])
      let table = Scorer.score(gold: gold, predicted: predicted).total
      func triple(_ counts: ScoreCounts?) -> TagScore.Average {
        TagScore.Average(precision: counts?.precision ?? 0, recall: counts?.recall ?? 0, f1: counts?.f1 ?? 0)
      }
      #expect(Self.agree(triple(table.micro.strict), expected["PRF"]), "\(line["id"] ?? "")")
      for (type, figures) in expected["per_type"] as? [String: Any] ?? [:] {
        #expect(Self.agree(triple(table[type]?.strict), figures), "\(line["id"] ?? "") \(type)")
      }
    }
  }

  @Test func significance() throws {
    let url = try #require(
      Bundle.module.url(forResource: "significance.json", withExtension: nil, subdirectory: "Vectors"))
    let cases = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]])
    func ratios(_ counts: Any?) -> [Ratio] {
      (counts as? [[Int]] ?? []).map { Ratio(Double(2 * $0[0]), Double(2 * $0[0] + $0[1] + $0[2])) }
    }
    for entry in cases {
      let first = ratios(entry["A_tp_fp_fn"])
      if entry["B_tp_fp_fn"] != nil {
        let second = ratios(entry["B_tp_fp_fn"])
        let test = try #require(Randomization(first, second))
        #expect(test.isExact)
        #expect(Self.close(Ratio.sum(first).value, entry["F1_A"]) && Self.close(Ratio.sum(second).value, entry["F1_B"]))
        #expect(Self.close(test.twoSided, entry["exact_AR_two_sided"]))
        #expect(Self.close(test.oneSided, entry["exact_AR_one_sided_neleval_style"]))
      } else {
        let bootstrap = try #require(Bootstrap(first))
        #expect(bootstrap.isExact && Self.close(Ratio.sum(first).value, entry["F1"]))
        #expect(Self.close(bootstrap.mean, entry["exact_bootstrap_mean"]))
        #expect(Self.close(bootstrap.lower, entry["exact_p2_5"]) && Self.close(bootstrap.upper, entry["exact_p97_5"]))
      }
    }
  }
}
