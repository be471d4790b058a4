@testable import VNExtractCLI
import Scoring
@testable import VNExtract

/// Any bytes as JSON Lines: each line is answered by one line, in order, each valid JSON.
struct JSONLTarget: FuzzTarget {
  private let command = CommandInput()

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let choice = pieces.byte()
    let format: InputFormat = choice & 1 == 0 ? .jsonl : .lines
    let body = pieces.all()
    let answers = command.answers(to: body, as: format, encoding: choice & 0x60 == 0x60 ? "auto" : nil)
    let lines = answers.split(separator: 0x0A, omittingEmptySubsequences: true)
    for line in lines { checkJSON(Array(line)) }
    guard choice & 0x60 != 0x60 else { return }
    // A compressed input tells by its first bytes that it is one.
    guard Decompressor.Format(body) == nil else { return }
    let expected =
      body.split(separator: 0x0A, omittingEmptySubsequences: false).count - (body.last == 0x0A || body.isEmpty ? 1 : 0)
    promise(lines.count == expected, "\(lines.count) answers to \(expected) lines")
    promise(answers.count { $0 == 0x0A } == expected, "every answer is a line")
  }

  private func checkJSON(_ line: [UInt8]) {
    do {
      _ = try JSONLinesReader.read(line, file: "answer")
    } catch {
      promise(false, "an answer is JSON: \(error)\n\(String(decoding: line, as: UTF8.self))")
    }
  }
}
