public import ArgumentParser
import Glibc
import Patterns
public import Scoring
import UnicodeText
import VNExtract

extension Breakdown: ExpressibleByArgument {}

/// How a score is shown.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, html
}

/// `vnextract score`.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measures answers against gold documents.",
    discussion: """
      EXAMPLES
        vnextract score Corpora/vi/development                     the extractor's own answers
        vnextract score --errors 20 --by rule my-article.gold.xml
        vnextract score gold/ answers.jsonl --against other.jsonl  two systems, with significance
        vnextract score Corpora/*/test --floors Corpora/floors.tsv --part test
        vnextract score --format html Corpora/ar/development > report.html

      Gold is inline markup (NAME.gold.xml), brat, CoNLL, JSON Lines or TimeML, files or folders. Where the last of several
      paths is a .jsonl file, it holds the answers to be measured; without it the extractor answers. Strict means the same
      span and type; overlap any common character of the same type, paired one to one.
      """)

  @Argument(help: "Gold files or folders; a last .jsonl file holds answers.", completion: .file())
  var paths: [String]

  @Option(help: "A second system's answers, compared with the first.", completion: .file())
  var against: String?

  @Option(help: "Breaks the figures down by language, document or rule; may be given several times.")
  var by: [Breakdown] = []

  @Option(help: "Figures that must be reached: a floors.tsv; exit status 1 where one is not.", completion: .file())
  var floors: String?

  @Option(help: "The part of the corpus that the floors are looked up for.")
  var part = "development"

  @Option(name: .shortAndLong, help: "How to show the report.")
  var format: ReportFormat = .text

  @Option(help: "Lists so many differences from gold.")
  var errors = 0

  @Option(help: "Only these types, separated by commas.")
  var types: String?

  @Option(help: "How spans are paired for the SemEval counts: optimal, or as nervaluate does.")
  var pairing: Scorer.Pairing = .optimal

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let gold: [AnnotatedDocument]
    let report: ScoreReport
    var options = Scorer.Options(pairing: pairing)
    options.types = types.map { Set($0.split(separator: ",").map { $0.trimmed.uppercased() }) }
    do {
      let answered = paths.count > 1 && paths.last?.hasSuffix(".jsonl") == true
      gold = try (answered ? Array(paths.dropLast()) : paths).flatMap { try AnnotationFiles.read($0) }
      let answers = try answered ? AnnotationFiles.read(paths[paths.count - 1]) : answers(to: gold)
      report = Scorer.score(gold: gold, predicted: answers, options: options)
      if let against {
        let other = Scorer.score(gold: gold, predicted: try AnnotationFiles.read(against), options: options)
        Console.out(ReportDifference(from: other, to: report).text(limit: errors))
      }
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.error("\(error)")
      throw ExitCode.someFailed
    }
    switch format {
    case .text: Console.out(report.text(by: Set(by), errors: errors))
    case .json: Console.out(report.json())
    case .html: Console.out(report.html())
    }
    try checkFloors(report)
  }

  private func answers(to gold: [AnnotatedDocument]) throws -> [AnnotatedDocument] {
    let extractor = try lexicons.extractor()
    return gold.map { document in
      var options = ExtractionOptions()
      options.language = document.language.flatMap { extractor.languages.tags.contains($0) ? $0 : nil }
      options.date = document.date.flatMap { CivilDateTime($0) }
      return AnnotatedDocument(extractor.extract(document.text ?? "", id: document.id, options: options))
    }
  }

  private func checkFloors(_ report: ScoreReport) throws {
    guard let floors else { return }
    let wanted: [Floor]
    do {
      var source = try ByteSource(floors)
      wanted = try Floor.read(try source.all(), file: floors)
    } catch {
      Console.error("\(error)")
      throw ExitCode.wrongUsage
    }
    let missed = Floor.check(wanted, part: part, report: report)
    for shortfall in missed { Console.error(shortfall.description) }
    if !missed.isEmpty { throw ExitCode.someFailed }
  }
}

extension Scorer.Pairing: ExpressibleByArgument {}
