import Scoring

#if canImport(FoundationEssentials)
  import FoundationEssentials
#endif

/// Any file of any annotation format is read or told wrong; what is read is written in all formats, and read back the same.
struct GoldTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let format = pieces.one(of: AnnotationFormat.allCases)
    for document in documents(&pieces, format) {
      check(document)
      for other in AnnotationFormat.allCases { _ = other.write([document]) }
      if document.text != nil { readBack(document, .jsonl) }
      if document.text != nil, format == .gold { readBack(document, .gold) }
    }
  }

  private func documents(_ pieces: inout Pieces, _ format: AnnotationFormat) -> [AnnotatedDocument] {
    do {
      guard format == .brat else {
        return try AnnotationFiles.read(Data(pieces.all()), format: format, id: "f", file: "f")
      }
      let text = String(decoding: pieces.part(), as: UTF8.self)
      return [try BratReader.read(text: text, annotations: pieces.all(), id: "f", file: "f")]
    } catch let error as AnnotationError {
      promise(error.line >= 1 && error.column >= 1 && error.caret >= 0, "\(error) has a place")
      promise(!error.description.isEmpty, "an error has words")
    } catch {
      promise(false, "\(error) is no error of a file")
    }
    return []
  }

  private func check(_ document: AnnotatedDocument) {
    let count = document.text.map(\.unicodeScalars.count) ?? .max
    for mention in document.mentions {
      promise(0 <= mention.start && mention.start < mention.end, "\(mention) is a span")
      promise(mention.end <= count, "\(mention) lies in the text of \(count)")
    }
    for relation in document.relations {
      let named = [relation.title, relation.person, relation.organization].compactMap { $0 }
      promise(named.allSatisfy(document.mentions.indices.contains), "\(relation) speaks of mentions")
    }
  }

  private func readBack(_ document: AnnotatedDocument, _ format: AnnotationFormat) {
    let written = format.write([document])
    do {
      let read = try AnnotationFiles.read(Data(written.utf8), format: format, id: document.id, file: "written")
      promise(read.count == 1, "one document is written and read")
      guard let again = read.first else { return }
      promise(again.text == document.text, "\(format) keeps the text")
      let (old, new) = (document.mentions, again.mentions)
      promise(old.map(\.start) == new.map(\.start) && old.map(\.end) == new.map(\.end), "\(format) keeps the spans")
      promise(old.map(\.type) == new.map(\.type), "\(format) keeps the types")
      promise(format.write([again]) == written, "\(format) is written the same")
    } catch {
      promise(false, "\(format) reads what it wrote: \(error)\n\(written)")
    }
  }
}
