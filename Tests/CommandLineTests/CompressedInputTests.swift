import Foundation
import Testing

/// gzip and Zstandard input.
@Suite struct CompressedInputTests {
  private static let text = "Ngày 27/2/2024, ông Nguyễn Văn An nói.\n"
  private static let gzip = data(
    "H4sIAAAAAAAAA/NLP7ygUsHIXN9I38jAyERH4fCWvHQFv/TSyoe7W/MUwo405yk45inkHd6cqccFAJ/5144tAAAA")
  private static let zstd = data("KLUv/QRYaQEATmfDoHkgMjcvMi8yMDI0LCDDtG5nIE5ndXnhu4VuIFbEg24gQW4gbsOzaS4KAczv+Q==")

  private static func data(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }

  @Test(arguments: [gzip, zstd]) func answersAreThoseOfThePlainText(compressed: [UInt8]) throws {
    let plain = try Command.run(["extract"], text: Self.text)
    let result = try Command.run(["extract"], input: compressed)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(plain.text.contains("Nguyễn Văn An") && result.output == plain.output)
    for command in ["tokens", "normalize"] {
      let result = try Command.run([command], input: compressed)
      #expect(try result.output == Command.run([command], text: Self.text).output)
    }
  }

  /// Members one behind the other are one text, as a web crawl writes them; zeros may follow, as on a tape.
  @Test(arguments: [gzip + gzip, zstd + zstd, gzip + gzip + [UInt8](repeating: 0, count: 3)])
  func membersFollowEachOther(input: [UInt8])
    throws
  {
    let result = try Command.run(["extract", "--input", "lines"], input: input)
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(result.lines.allSatisfy { $0.contains("Nguyễn Văn An") })
  }

  private static let broken: [(input: [UInt8], reason: String)] = [
    ([UInt8](gzip.dropLast(9)), "the gzip data ends too early"),
    ([UInt8](gzip.prefix(2)), "the gzip data ends too early"),
    (gzip.prefix(10) + [UInt8](repeating: 0xFF, count: 9), "the gzip data is broken"),
    (gzip.dropLast(8) + [UInt8](repeating: 1, count: 8), "the gzip data is broken"),
    (gzip + [UInt8]("more".utf8), "something stands behind the gzip data"),
    ([UInt8](zstd.dropLast(3)), "the zstd data ends too early"),
    (zstd.prefix(4) + [UInt8](repeating: 0xFF, count: 30), "the zstd data is broken"),
  ]

  @Test(arguments: broken) func brokenDataIsTold(input: [UInt8], reason: String) throws {
    try Command.withFolder { folder in
      try Data(input).write(to: folder.appending(path: "a.gz"))
      try Data(Self.text.utf8).write(to: folder.appending(path: "b.txt"))
      let result = try Command.run(["extract", "a.gz", "b.txt"], in: folder)
      #expect(result.status == 1)
      #expect(result.errors == "vnextract: a.gz: cannot be read: \(reason)\n")
      // The rest goes on, and half a text is not answered.
      #expect(result.lines.count == 1 && result.lines[0].contains(#""id":"b.txt""#))
    }
  }

  /// What came whole out of a broken archive is answered; the line that the break cut is not.
  @Test func linesBeforeABreakAreAnswered() throws {
    let result = try Command.run(["extract", "--input", "lines"], input: Self.gzip + Self.gzip.dropLast(12))
    #expect(result.status == 1 && result.lines.count == 1)
    #expect(result.errors == "vnextract: stdin: cannot be read: the gzip data ends too early\n")
  }

  /// Forty megabytes in an archive of a few kilobytes are not held at once.
  @Test func decompressionIsStreamed() throws {
    try Command.withFolder { folder in
      let result = try Command.shell(
        """
        for line in $(seq 400); do head -c 100000 /dev/zero | tr '\\0' a; echo; done | gzip -1 > many.txt.gz
        ulimit -v 400000
        vnextract extract --input lines many.txt.gz | wc -l
        """, in: folder)
      #expect(result.text == "400\n" && result.errors.isEmpty)
    }
  }
}
