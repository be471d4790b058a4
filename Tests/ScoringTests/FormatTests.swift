import Foundation
import Scoring
import Testing

@Suite struct FormatTests {
  static let documents: [AnnotatedDocument] = {
    var random = RandomDocuments(seed: 7)
    return (0..<60).map { random.gold(id: "d\($0)") }
  }()

  static func read(_ text: String, _ format: AnnotationFormat, id: String = "d") throws -> [AnnotatedDocument] {
    try AnnotationFiles.read(Data(text.utf8), format: format, id: id, file: "f")
  }

  @Test func goldMarkup() throws {
    for document in Self.documents {
      #expect(try Self.read(AnnotationFormat.gold.write([document]), .gold, id: document.id) == [document])
    }
  }

  @Test func goldJSONLines() throws {
    #expect(try Self.read(AnnotationFormat.goldJsonl.write(Self.documents), .jsonl) == Self.documents)
  }

  @Test func answers() throws {
    let back = try Self.read(AnnotationFormat.jsonl.write(Self.documents), .jsonl)
    for (document, copy) in zip(Self.documents, back) {
      #expect(copy.text == document.text && copy.relations == document.relations)
      #expect(copy.mentions.map(\.attributes) == document.mentions.map(\.attributes))
      // Entities are numbered anew, but group the same mentions.
      for (a, b) in zip(document.mentions, copy.mentions) {
        #expect((a.start, a.end, a.type) == (b.start, b.end, b.type) && (a.entity == nil) == (b.entity == nil))
      }
      #expect(Scorer.score(gold: [document], predicted: [copy]).total.entities["PERSON"]?.lea.f1 ?? 1 == 1)
    }
    #expect(back.count == Self.documents.count)
  }

  @Test func brat() throws {
    for document in Self.documents {
      let copy = try BratReader.read(
        text: document.text ?? "", annotations: BratWriter.write(document).utf8, id: document.id, file: "f.ann")
      #expect(copy.mentions.map(\.attributes) == document.mentions.map(\.attributes))
      #expect(copy.mentions.map(\.start) == document.mentions.map(\.start))
      #expect(copy.relations == document.relations)
    }
  }

  @Test(arguments: TagScheme.allCases, [true, false])
  func conll(scheme: TagScheme, offsets: Bool) throws {
    for document in Self.documents {
      let columns = ConllWriter.write(document, scheme: scheme, offsets: offsets)
      let copies = try ConllReader.read(columns.utf8, id: "x", file: "f.conll", scheme: scheme)
      let copy = try #require(copies.first)
      #expect(copies.count == 1 && copy.id == document.id && copy.language == document.language)
      #expect(copy.mentions.map(\.type) == document.mentions.map(\.type))
      if offsets {
        #expect(copy.text == document.text)
        #expect(copy.mentions.map(\.start) == document.mentions.map(\.start))
        #expect(copy.mentions.map(\.end) == document.mentions.map(\.end))
      }
    }
  }

  @Test(arguments: [AnnotationFormat.spacy, .prodigy, .doccano])
  func otherTools(format: AnnotationFormat) throws {
    let back = try Self.read(format.write(Self.documents), format)
    for (document, copy) in zip(Self.documents, back) {
      #expect(copy.text == document.text && copy.mentions.map(\.end) == document.mentions.map(\.end))
      #expect(copy.mentions.map(\.type) == document.mentions.map(\.type))
    }
  }

  @Test func timeML() throws {
    for document in Self.documents {
      let dates = document.mentions.filter { $0.type == "DATE" }
      let copy = try #require(try Self.read(AnnotationFormat.timeml.write([document]), .timeml).first)
      #expect(copy.text == document.text && copy.id == document.id && copy.date == document.date)
      #expect(copy.mentions.map(\.start) == dates.map(\.start))
      #expect(copy.mentions.map(\.attributes) == dates.map(\.attributes))
    }
  }

  @Test func answersInOtherUnits() throws {
    for (unit, start, end) in [("scalar", 2, 4), ("utf8", 5, 8), ("utf16", 3, 5)] {
      let line =
        #"{"id":"a","text":"😀 áb","offsets":"\#(unit)","mentions":[{"type":"ORG","start":\#(start),"end":\#(end)}]}"#
      let mention = try #require(try Self.read(line, .jsonl).first?.mentions.first)
      #expect(mention.start == 2 && mention.end == 4, "\(unit)")
    }
  }

  @Test func answerThatFailed() throws {
    let documents = try Self.read(#"{"id":"a","line":3,"error":"not JSON"}"#, .jsonl)
    #expect(documents == [AnnotatedDocument(id: "a")])
  }

  @Test func iob1AndBioesReadAlike() throws {
    let iob1 = "A I-PER\nB I-PER\nC B-PER\nD I-ORG\nE O\n"
    let bioes = "A B-PER\nB E-PER\nC S-PER\nD S-ORG\nE O\n"
    #expect(try Self.read(iob1, .conll) == Self.read(bioes, .conll))
  }

  @Test func filesAndFolders() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scoring-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for format in AnnotationFormat.allCases where format != .conllPlain {
      let path = "\(folder)/\(format.rawValue)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let target = format.isOneDocumentPerFile ? path : path + "/all" + format.ending
      try AnnotationFiles.write(Self.documents, to: target, format: format)
      let back = try AnnotationFiles.read(path)
      #expect(Set(back.map(\.id)) == Set(Self.documents.map(\.id)), "\(format)")
    }
    #expect(throws: AnnotationFiles.FileError.self) { try AnnotationFiles.read(folder + "/none") }
  }
}
