@testable import VNExtractCLI

/// Any bytes as the WET file of a crawl, compressed or not: read as far as it goes, the rest told.
struct WETTarget: FuzzTarget {
  private let command = CommandInput()

  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let format: InputFormat = pieces.byte() & 3 == 3 ? .text : .wet
    let answers = command.answers(to: pieces.all(), as: format, encoding: nil)
    promise(String(validating: answers, as: UTF8.self) != nil, "answers are UTF-8")
    promise(answers.isEmpty || answers.last == 0x0A, "the last answer is whole")
  }
}
