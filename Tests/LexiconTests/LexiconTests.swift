import Lexicon
import Testing
import UnicodeText

@Suite struct LexiconTests {
  /// A lexicon with its vocabulary, compiled and read back.
  static func compile(_ files: [String]) -> (lexicon: Lexicon, vocabulary: Vocabulary) {
    var loader = LexiconLoader(splitter: WordSplitter())
    for (number, file) in files.enumerated() {
      loader.add(SourceFile(path: "\(number).tsv", language: "xx", bytes: Array(file.utf8)))
    }
    let vocabulary = Vocabulary(loader.words)
    var writer = ImageWriter()
    loader.write(to: &writer, vocabulary: vocabulary)
    var reader = ImageReader(Image(writer.bytes))
    return (Lexicon(&reader), vocabulary)
  }

  private func entries(_ text: String, _ compiled: (lexicon: Lexicon, vocabulary: Vocabulary)) -> [LexiconEntry] {
    var node: Lexicon.Node = 0
    for key in WordSplitter().words(of: text) {
      guard let word = compiled.vocabulary[key], let next = compiled.lexicon.child(of: node, by: word) else {
        return []
      }
      node = next
    }
    return compiled.lexicon.entries(at: node).map { compiled.lexicon.entry($0) }
  }

  @Test func findsEntriesInEverySpelling() {
    let compiled = Self.compile([
      "surface\tsense\tkind\tcode\ntỉnh ủy\thead\tparty\nủy ban\thead\tstate\nHà Nội\tplace\tcity\tVN-HN\n"
    ])
    #expect(entries("TỈNH UỶ", compiled).map(\.surface) == ["tỉnh ủy"])
    #expect(entries("Uỷ ban", compiled).map { $0[.kind] } == ["state"])
    #expect(entries("Hà  Nội", compiled).first?[.code] == "VN-HN")
    #expect(entries("Hà", compiled).isEmpty)
    #expect(entries("Nội", compiled).isEmpty)
    #expect(entries("tỉnh uy", compiled).isEmpty)
  }

  @Test func keepsSensesApartAndReplacesFromLaterFiles() {
    let compiled = Self.compile([
      "surface\tsense\tvalue\nnăm\tnumber\t5\nnăm\tunit\n", "surface\tsense\tvalue\nNăm\tnumber\t55\n",
    ])
    let found = entries("năm", compiled)
    #expect(Set(found.map(\.sense)) == ["number", "unit"])
    #expect(found.first { $0.sense == "number" }?[.value] == "55")
    #expect(compiled.lexicon.count == 2)
  }

  @Test func everyEntryOfARandomLexiconIsFoundAgain() {
    var seed: UInt64 = 7
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    let syllables = ["ba", "bé", "cá", "cà", "đa", "đá", "ma", "má", "mả", "xã"]
    var surfaces: Set<String> = []
    for _ in 0..<400 {
      surfaces.insert((0...next(4)).map { _ in syllables[next(syllables.count)] }.joined(separator: " "))
    }
    let sorted = surfaces.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let compiled = Self.compile(["surface\tsense\n" + sorted.map { "\($0)\tw\n" }.joined()])
    #expect(compiled.lexicon.count == sorted.count)
    for surface in sorted { #expect(entries(surface, compiled).map(\.surface) == [surface]) }
  }

  @Test func imagesHoldNumbersAndStrings() {
    var writer = ImageWriter()
    writer.add([0, 1, 127, 128, 1 << 28 - 1])
    writer.add(strings: ["", "ủy", "\"\\"].map { Array($0.utf8) })
    writer.add([Int]())
    #expect(writer.bytes.allSatisfy { $0 < 0x80 } == false)
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
    var reader = ImageReader(Image(writer.bytes))
    #expect(reader.array() == [0, 1, 127, 128, 1 << 28 - 1])
    let strings = reader.strings()
    #expect((0..<strings.count).map { strings[$0] } == ["", "ủy", "\"\\"])
    #expect(reader.array().isEmpty)
  }
}
