import Lexicon
import Patterns
import UnicodeText
@testable import VNExtract

/// Any lexicon and profile is read or told wrong at a place that exists; the words that are read are found.
struct LexiconTarget: FuzzTarget {
  private static let names = [
    "words.tsv", "profile.tsv", "offices.tsv", "syllables.tsv", "numbers.tsv", "orthography.tsv",
  ]

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    var files: [SourceFile] = []
    while !pieces.isEmpty, files.count < 4 {
      let name = pieces.one(of: Self.names)
      let language = ["common", "vi", "ar", "xx"][pieces.byte() % 4]
      let body = pieces.part()
      files.append(SourceFile(path: "\(files.count)/\(name)", language: language, bytes: body))
    }
    let compiler = LanguageCompiler(files)
    for diagnostic in compiler.diagnostics {
      let lines = files.map { $0.bytes.count { $0 == 0x0A } + 1 }.max() ?? 1
      promise((1...lines + 1).contains(diagnostic.line) && diagnostic.column >= 1, "\(diagnostic) stands in the file")
      promise(!diagnostic.description.isEmpty, "a diagnostic has words")
    }
    guard !compiler.diagnostics.contains(where: { $0.severity == .error }) else { return }
    let text = Text(validating: files.flatMap(\.bytes))
    let extractor = Extractor(Languages(compiler.compiled))
    ExactAnswers.check(extractor.extract(text), of: text, self)
  }
}
