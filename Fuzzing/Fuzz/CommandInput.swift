import CFuzzer
@testable import VNExtractCLI
import Glibc
import VNExtract

/// Inputs read as the command reads them: cut into documents, decoded, answered in JSON Lines.
struct CommandInput {
  private let extractor = Extractor.warmed()

  /// The answers to an input of a format.
  func answers(to input: [UInt8], as format: InputFormat, encoding name: String?) -> [UInt8] {
    let file = cfuzzer_file(input, input.count)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var encoding = EncodingOptions()
    encoding.encoding = name
    let answerer = DocumentAnswerer(
      extractor: extractor, options: ExtractionOptions(), encoding: encoding,
      format: AnswerFormat(.jsonl, withText: true, types: Set(MentionType.allCases), hasColour: false) { _ in
        .leftToRight
      })
    let out = Answers()
    var feed = DocumentFeed(as: format, encoding, nil) { out.bytes += answerer.answer($0).bytes }
    let path = "/proc/self/fd/\(file)"
    feed.read(InputPath(path: path, relative: "input"), index: 0)
    return out.bytes
  }

  private final class Answers {
    var bytes: [UInt8] = []
  }
}
