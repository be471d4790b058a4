import BuiltInLexicons
import Foundation
import Lexicon
import Patterns
import Testing
import UnicodeText

@testable import VNExtract

@Suite struct ExplainerTests {
  private static let compiler = LanguageCompiler(BuiltIn.files)

  /// The texts of the development parts.
  private static func documents() throws -> [(name: String, text: String)] {
    let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpora")
    let names = (FileManager.default.enumerator(atPath: corpora.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.contains("/development/") && $0.hasSuffix(".gold.xml") }.sorted()
    return try names.map { name in
      let gold = try String(contentsOf: corpora.appending(path: name), encoding: .utf8)
      let text = gold.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      return (name, text)
    }
  }

  /// What is compared of a mention.
  private struct Answer: Hashable {
    var range: Range<Int>
    var type: String
    var rule: String
    var evidence: String
  }

  /// The winners that are explained are exactly what is extracted.
  @Test func winnersAreTheAnswer() throws {
    let explainer = try Explainer()
    let extractor = Extractor()
    let documents = try Self.documents()
    #expect(documents.count > 40)
    for (name, text) in documents {
      let document = extractor.extract(text)
      let explanation = explainer.explain(Text(text))
      var winners: [String: Answer] = [:]
      for candidate in explanation.lines.flatMap(\.candidates) {
        guard case .mention(let id) = candidate.outcome else { continue }
        winners[id] = Answer(
          range: candidate.span.range, type: candidate.type, rule: candidate.rule, evidence: candidate.evidence.word)
      }
      let answers = document.mentions.map {
        ($0.id, Answer(range: $0.range, type: $0.type.rawValue, rule: $0.rule, evidence: $0.evidence))
      }
      #expect(winners == Dictionary(uniqueKeysWithValues: answers), "\(name)")
      #expect(explanation.document.relations == document.relations)
    }
  }

  /// A match that the plain walk over a rule or the matcher found.
  private struct Found: Hashable {
    var rule: String
    var mention: Range<Int>
    var evidence: Evidence
  }

  /// Following every rule by itself over every line finds what the automaton of all rules finds.
  @Test func tracerAgreesWithTheMatcher() throws {
    let languages = Languages(Self.compiler.compiled)
    let guesser = LanguageGuesser(languages.tags.compactMap { languages.profiles[$0] })
    let reader = DocumentReader(languages, guesser)
    let tracers = Dictionary(
      uniqueKeysWithValues: Self.compiler.languages.keys.map { tag in
        (tag, Self.compiler.rules(of: tag).filter { $0.phase != "relation" }.map(RuleTracer.init))
      })
    var total = 0
    for (number, document) in try Self.documents().enumerated() where number % 6 == 1 {
      let analysis = reader.analyse(Text(document.text), ExtractionOptions())
      for line in analysis.lines {
        let trace = LineTrace(line, analysis.view, languages.vocabulary)
        let found = Set(
          trace.drafts.map {
            Found(rule: line.reader.ruleName($0.rule), mention: $0.range, evidence: $0.evidence)
          })
        var followed: Set<Found> = []
        var composed: Set<Found> = []
        for tracer in tracers[line.reader.language.tag] ?? [] {
          let phase = try #require(Phase(rawValue: tracer.rule.phase))
          for match in tracer.traces(in: trace[phase.index]).flatMap(\.matches) {
            guard let evidence = match.evidence else { continue }
            let found = Found(rule: tracer.rule.qualifiedName, mention: match.mention, evidence: evidence)
            followed.insert(found)
            // Parts that make no value together are no mention.
            if ["title", "person", "organization", "place"].contains(tracer.rule.action.meaning) {
              composed.insert(found)
            }
          }
        }
        #expect(found.subtracting(followed) == [], "\(document.name)")
        #expect(composed.subtracting(found) == [], "\(document.name)")
        total += found.count
      }
    }
    #expect(total > 500)
  }

  private static let words = "surface\tsense\tkind\nchairman\tposition\tstate\ndirector\tposition\tcompany\n"
  private static let rules = """
    rule title.state certain in title
      [<position kind=state>] Cap{1,2}
      unless before("no")
      likely if after(ALLCAPS)
      gives title kind=position
      yes "the [chairman] Nam"
      yes "a [Chairman] Nam"
      no "chairman nam"
    rule title.any possible in title
      <position>
      gives title kind=position
      yes "a [director]"
      yes "a [chairman]"
      no "a man"
    """

  private static func explain(_ text: String, rule: String? = nil, at offset: Int? = nil) -> Explanation {
    let compiler = LanguageCompiler([
      SourceFile(path: "common/a.tsv", language: "common", bytes: Array(words.utf8)),
      SourceFile(path: "common/a.rules", language: "common", bytes: Array(rules.utf8)),
    ])
    var options = ExtractionOptions()
    options.language = "und"
    return Explainer(compiler).explain(
      Text(text), options: options, focus: Explainer.Focus(rule: rule, offset: offset))
  }

  @Test func saysWhichItemFailedAndWhy() throws {
    let line = try #require(Self.explain("a director Nam", rule: "state").lines.first)
    #expect(line.attempts.isEmpty)
    let all = try #require(Self.explain("a director Nam", rule: "state", at: 2).lines.first)
    let attempt = try #require(all.attempts.first { $0.span.range.lowerBound == 2 })
    #expect(attempt.failures.map(\.reason) == ["the <position> 'director' (common/a.tsv:3) has kind=company"])
    #expect(attempt.failures.first?.place.description == "common/a.rules:2:4")
    #expect(attempt.failures.first?.place.text == "<position kind=state>")
    let other = try #require(Self.explain("a chairman said", rule: "state").lines.first?.attempts.first)
    #expect(other.span.text == "chairman")
    #expect(other.failures.map(\.place.text) == ["Cap"])
    #expect(other.failures.map(\.reason) == ["'said' is lower, word, latin"])
  }

  @Test func saysWhatDroppedOrWeakenedAMatch() throws {
    let dropped = try #require(Self.explain("no chairman Nam", rule: "state").lines.first)
    let match = try #require(dropped.attempts.first?.matches.first)
    #expect(match.evidence == nil)
    #expect(match.conditions.map(\.holds) == [true])
    #expect(match.conditions.first?.tests.first?.test.place.text == "before(\"no\")")
    #expect(match.conditions.first?.tests.first?.test.place.description == "common/a.rules:3:10")
    #expect(match.conditions.first?.tests.first?.seen?.text == "no")
    let weak = try #require(Self.explain("a chairman NAM", rule: "state").lines.first?.attempts.first?.matches.first)
    #expect(weak.evidence == .likely && weak.conditions.last?.tests.first?.seen?.text == "NAM")
  }

  @Test func saysWhoWonOverWhom() throws {
    let explanation = Self.explain("a chairman Nam")
    let candidates = try #require(explanation.lines.first?.candidates)
    let winner = try #require(candidates.first { $0.rule == "common.title.state" })
    let loser = try #require(candidates.first { $0.rule == "common.title.any" })
    #expect(candidates.count == 2 && winner.weight == 1000 && loser.weight == 1)
    guard case .mention("m1") = winner.outcome, case .beaten(let others) = loser.outcome else {
      Issue.record("\(candidates.map(\.outcome))")
      return
    }
    #expect(others.map { candidates[$0].rule } == [winner.rule])
    let entry = try #require(winner.entries.first)
    #expect(entry.surface == "chairman" && entry.file == "common/a.tsv" && entry.line == 2 && entry.sense == "position")
    #expect(explanation.document.mentions.first?.entries == [entry])
    #expect(explanation.lines.first?.tokens.first { $0.span.text == "Nam" }?.shapes.contains("Cap") == true)
    let weak = Self.explain("a director")
    guard case .unanswered? = weak.lines.first?.candidates.first?.outcome else {
      Issue.record("a possible candidate is not answered")
      return
    }
  }

  /// An answer that took a mention rests on that mention's entries too.
  @Test func entriesOfTakenMentionsAreTold() throws {
    var options = ExtractionOptions()
    options.withEntries = true
    let document = Extractor().extract("Chủ tịch UBND tỉnh Cà Mau nói.", options: options)
    let organization = try #require(document.mentions.first { $0.type == .organization })
    let used = try #require(organization.entries)
    #expect(used.contains { $0.sense == "place" && $0.file.hasSuffix("/places.tsv") && $0.line > 1 })
    #expect(Extractor().extract("Chủ tịch UBND tỉnh Cà Mau nói.").mentions.allSatisfy { $0.entries == nil })
  }
}
