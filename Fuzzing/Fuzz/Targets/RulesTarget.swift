import Lexicon
import Patterns
import UnicodeText
@testable import VNExtract

/// Any rule file is read or told wrong at a place that exists; what is read finds exact spans, twice the same.
struct RulesTarget: FuzzTarget {
  private static let words = SourceFile(
    path: "words.tsv", language: "common",
    bytes: Array("surface\tsense\nGiám đốc\tposition\nminister\tposition\nHuế\tplace\nan\tfamily\n".utf8))
  private static let numbers = SourceFile(
    path: "numbers.tsv", language: "common", bytes: Array("surface\tsense\tvalue\nhai\tnumeral\t2\n".utf8))

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let rules = SourceFile(path: "fuzz.rules", language: "common", bytes: pieces.part())
    let text = Text(validating: pieces.isEmpty ? rules.bytes : pieces.all())
    let compiler = LanguageCompiler([Self.words, Self.numbers, rules])
    let lines = rules.bytes.count { $0 == 0x0A } + 1
    for diagnostic in compiler.diagnostics {
      promise((1...lines + 1).contains(diagnostic.line) && diagnostic.column >= 1, "\(diagnostic) stands in the file")
      promise(!diagnostic.description.isEmpty, "a diagnostic has words")
    }
    guard !compiler.diagnostics.contains(where: { $0.severity == .error }) else { return }
    _ = ExampleRunner(compiler).failures(inFiles: ["fuzz.rules"])
    let extractor = Extractor(Languages(compiler.compiled))
    ExactAnswers.check(extractor.extract(text), of: text, self)
  }
}
