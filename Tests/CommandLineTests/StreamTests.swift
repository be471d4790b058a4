import Foundation
import Testing

@testable import VNExtractCLI

/// Pipes, threads and disks: what is read is answered in order, and what goes wrong is told.
@Suite struct StreamTests {
  /// Lines of several lengths, some of which cannot be read.
  private static let lines: [UInt8] = (1...400).flatMap { number in
    let text = Array(repeating: "Ngày 27/2/2024, ông Nguyễn Văn An nói. ", count: number % 7).joined()
    let line = number % 50 == 0 ? "{\"id\":\(number)}" : "{\"id\":\(number),\"text\":\"\(text)\(number)\"}"
    return Array((line + "\n").utf8)
  }

  @Test(arguments: [2, 5, 0]) func manyThreadsAnswerLikeOne(jobs: Int) throws {
    let one = try Command.run(["extract", "--input", "jsonl"], input: Self.lines)
    let many = try Command.run(["extract", "--input", "jsonl", "--jobs", String(jobs)], input: Self.lines)
    #expect(one.status == 1 && one.lines.count == 400)
    #expect(many.status == 1 && many.output == one.output && many.errors == one.errors)
    let files = ["README.md", "/no/such", "LICENSE", "CHANGELOG.md"]
    for format in ["html", "csv"] {
      let one = try Command.run(["extract", "--format", format] + files)
      let many = try Command.run(["extract", "--format", format, "--jobs", String(jobs)] + files)
      #expect(one.status == 1 && many.status == 1 && many.output == one.output && many.errors == one.errors)
    }
  }

  @Test func numbersOfThreadsAreChecked() throws {
    for jobs in ["-1", "257", "many"] {
      #expect(try Command.run(["extract", "--jobs=" + jobs]).status == 2)
    }
  }

  /// Results come in the order of their pieces, though the first takes longest.
  @Test func workKeepsItsOrder() {
    let delivered = Monitor([Int]())
    let underWay = Monitor((now: 0, most: 0))
    let work = OrderedWork(threads: 4) { (piece: Int) -> Int in
      underWay.change { $0.now += 1 }
      usleep(piece % 4 == 0 ? 3000 : 100)
      return piece
    } deliver: { piece in
      underWay.change { state in
        state.most = max(state.most, state.now)
        state.now -= 1
      }
      delivered.change { $0.append(piece) }
    }
    for piece in 0..<200 { work.add(piece) }
    work.finish()
    #expect(delivered.change { $0 } == Array(0..<200))
    // Never more than the window.
    #expect(underWay.change { $0.most } <= 10)
  }

  /// An answer comes as soon as its line is there, though more may follow.
  @Test(arguments: ["1", "3"]) func answersDoNotWait(jobs: String) throws {
    let script = """
      mkfifo in out
      vnextract extract --input lines --jobs \(jobs) < in > out &
      exec 3> in 4< out
      for text in one two three; do echo $text >&3; read -r -t 60 answer <&4; echo "${answer:0:22}"; done
      exec 3>&-
      wait
      """
    try Command.withFolder { folder in
      let result = try Command.shell(script, in: folder)
      #expect(result.lines == (1...3).map { "{\"schema\":1,\"id\":\"\($0)\",\"" })
    }
  }

  @Test func aFullDiskIsTold() throws {
    for arguments in ["", "-o /dev/full", "--format html", "--jobs 3"] {
      let result = try Command.shell("vnextract extract LICENSE README.md \(arguments) > /dev/full")
      #expect(result.status == 1)
      #expect(result.errors.hasSuffix(": No space left on device\n") && result.errors.contains("cannot"))
    }
  }

  /// Where no more may be written the file ends with a whole line.
  @Test(arguments: ["> out", ">> out", "-o out"]) func noLineIsCut(place: String) throws {
    try Command.withFolder { folder in
      try Data(Self.lines).write(to: folder.appending(path: "in.jsonl"))
      let result = try Command.shell("ulimit -f 20; vnextract extract in.jsonl \(place)", in: folder)
      #expect(result.status == 1 && result.errors.contains("File too large"))
      let written = try Data(contentsOf: folder.appending(path: "out"))
      #expect(written.count > 10_000 && written.count <= 20_480 && written.last == 0x0A)
      for line in written.split(separator: 0x0A) { _ = try JSONSerialization.jsonObject(with: Data(line)) }
    }
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    try Command.withFolder { folder in
      let setup = try Command.shell("yes 'ngày 27/2/2024' | head -n 4000 > in.txt", in: folder)
      #expect(setup.status == 0)
      for jobs in ["1", "3"] {
        let command = "vnextract extract --input lines in.txt --jobs \(jobs)"
        let result = try Command.shell("\(command) | head -n 1 | cut -c 1-20; echo ${PIPESTATUS[0]}", in: folder)
        // 141 is the end by signal PIPE, as of other commands.
        #expect(result.text == "{\"schema\":1,\"id\":\"1\"\n141\n" && result.errors.isEmpty)
        let ignoring = try Command.shell("trap '' PIPE; \(command) | head -n 1 > x; echo ${PIPESTATUS[0]}", in: folder)
        #expect(ignoring.text == "0\n" && ignoring.errors.isEmpty)
      }
    }
  }

  /// The file grows while the reader of the answers keeps the command waiting.
  @Test func aFileThatChangesIsTold() throws {
    try Command.withFolder { folder in
      let result = try Command.shell(
        """
        for line in $(seq 40); do head -c 50000 /dev/zero | tr '\\0' a; echo; done > in.txt
        { vnextract extract --input lines --with-text in.txt LICENSE; echo $? > status; } |
          { head -c 1 > first; echo more >> in.txt; wc -l; }
        cat status
        """, in: folder)
      #expect(result.lines.map { $0.trimmingCharacters(in: .whitespaces) } == ["41", "1"])
      #expect(
        result.errors.components(separatedBy: "\n").first
          == "vnextract: in.txt: cannot be read: it was changed meanwhile")
    }
  }

  /// Endless lines and lines without number are read in memory that does not grow.
  @Test(arguments: [
    "head -c 100000000 /dev/zero | tr '\\0' a", "yes 'x' | head -n 20000",
  ]) func memoryIsBounded(input: String) throws {
    let script = "\(input) | (ulimit -v 300000; vnextract extract --input lines --types PERSON > /dev/null)"
    let result = try Command.shell(script)
    #expect(!result.errors.contains("alloc") && [0, 1].contains(result.status))
    #expect(try Command.shell("ulimit -v 60000; vnextract extract < LICENSE").status != 0)
  }

  @Test func progressIsTold() throws {
    let result = try Command.run(["extract", "--progress", "LICENSE", "README.md"])
    #expect(result.status == 0 && result.lines.count == 2)
    #expect(result.errors.wholeMatch(of: /2 of 2 files  0.0 MB  \d+\.\d MB\/s\n/) != nil)
    #expect(
      Progress.line(3, of: 20, bytes: 12_340_000, of: 80_000_000, seconds: 2)
        == "3 of 20 files  12.3 MB of 80.0 MB  6.2 MB/s  11 s left")
    #expect(Progress.line(0, of: 1, bytes: 0, of: nil, seconds: 0) == "0 of 1 file  0.0 MB  0.0 MB/s")
    #expect(Progress.line(1, of: 2, bytes: 1_000_000, of: 600_000_000, seconds: 1).hasSuffix("  9 min left"))
  }
}
