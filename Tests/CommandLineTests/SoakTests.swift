import Foundation
import GeneratedDocuments
import Synchronization
import Testing

/// The command left running on a stream of good, broken and hostile lines, and killed at any moment.
///
/// SOAK_SECONDS, SOAK_KILLS and SOAK_SEED set how long, how often and with which documents; scripts/soak does.
@Suite(.serialized) struct SoakTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// A number that two threads know.
  private final class Count: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func set(_ value: Int) { number.withLock { $0 = value } }
  }

  private static let isProof = environment["SOAK_KILLS"] != nil

  private static func setting(_ name: String, _ usual: Int) -> Int { environment[name].flatMap { Int($0) } ?? usual }

  /// A line of JSON Lines, the `number`th: mostly a document, now and then nothing that can be read.
  private static func line(_ number: Int, _ generator: inout DocumentGenerator) -> [UInt8] {
    switch generator.number(below: 40) {
    case 0: return Array("{\"id\":\"\(number)\",\"text\":\"not closed\n".utf8)
    case 1: return Array("\u{1B}[2J\n".utf8)
    case 2: return [0x0A]
    case 3: return Array("{\"id\":\"\(number)\",\"text\":\"".utf8) + [0xFF, 0xC3, 0xED, 0xA0, 0x80, 0x22, 0x7D, 0x0A]
    default:
      let text = generator.next().unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x22, 0x5C: "\\" + String(scalar)
        case 0..<0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      }.joined()
      return Array("{\"id\":\"\(number)\",\"text\":\"\(text)\"}\n".utf8)
    }
  }

  /// A command that runs, with a pipe from it.
  private static func start(_ jobs: Int, reading input: Any) throws -> (process: Process, output: FileHandle) {
    let process = Process()
    process.executableURL = Command.path
    process.arguments = ["extract", "--input", "jsonl", "--jobs", String(jobs)]
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output.fileHandleForReading)
  }

  /// Memory that a process holds, in KB.
  private static func memory(of process: Process) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Every line is answered by one line, in order, in memory that does not grow.
  @Test func everyLineIsAnswered() throws {
    let seconds = Double(Self.setting("SOAK_SECONDS", 2))
    let pipe = Pipe()
    let (process, output) = try Self.start(2, reading: pipe)
    let input = pipe.fileHandleForWriting
    let sent = Count()
    let writer = Thread {
      var generator = DocumentGenerator(seed: UInt64(Self.setting("SOAK_SEED", 1)))
      let end = Date().addingTimeInterval(seconds)
      var number = 0
      while Date() < end {
        var block: [UInt8] = []
        for _ in 0..<200 {
          number += 1
          block += Self.line(number, &generator)
        }
        do { try input.write(contentsOf: Data(block)) } catch { break }
      }
      sent.set(number)
      try? input.close()
    }
    writer.start()
    var answered = 0
    var bytes = 0
    var rest: [UInt8] = []
    var samples: [(lines: Int, memory: Int)] = []
    var sampled = Date()
    var faults: [String] = []
    while case let block = output.availableData, !block.isEmpty {
      bytes += block.count
      rest += block
      var from = 0
      while let end = Self.lineEnd(rest, from) {
        answered += 1
        if let fault = Self.fault(rest[from..<end], answered), faults.count < 5 { faults.append(fault) }
        from = end + 1
      }
      rest.removeFirst(from)
      if -sampled.timeIntervalSinceNow >= 0.5 {
        sampled = Date()
        samples.append((answered, Self.memory(of: process)))
      }
    }
    process.waitUntilExit()
    #expect(faults.isEmpty, "\(faults)")
    #expect(rest.isEmpty && answered == sent.value && answered > 0)
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    // The most memory in each tenth of the lines.
    var tenths = [Int](repeating: 0, count: 10)
    for sample in samples {
      let tenth = min(9, sample.lines * 10 / max(1, answered))
      tenths[tenth] = max(tenths[tenth], sample.memory)
    }
    // What is remembered of spellings fills up over the first hundreds of thousands of lines, however fast they are read.
    let (early, late) = (tenths[..<6].max() ?? 0, tenths[6...].max() ?? 0)
    #expect(late < 500_000 && (answered < 300_000 || late <= early + early / 20), "KB a tenth of the lines: \(tenths)")
    if Self.environment["SOAK_SECONDS"] != nil {
      let line = "\(answered) lines, \(bytes) bytes answered in \(Int(seconds)) s, KB a tenth: \(tenths)\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let end = memchr(base + start, 0x0A, raw.count - start) else { return nil }
      return UnsafeRawPointer(end) - base
    }
  }

  /// What is wrong with the answer to a line; every hundredth is read as a whole.
  private static func fault(_ line: ArraySlice<UInt8>, _ number: Int) -> String? {
    let heads = ["{\"schema\":1,\"id\":\"\(number)\",", "{\"id\":\"\(number)\",\"line\":\(number),\"error\":"]
    if !heads.contains(where: { line.starts(with: $0.utf8) }) {
      return "line \(number) is answered by \(String(decoding: line.prefix(60), as: UTF8.self))"
    }
    if number % 100 > 0 { return nil }
    return (try? JSONSerialization.jsonObject(with: Data(line))) == nil ? "the answer to \(number) is no JSON" : nil
  }

  /// Whenever the command is killed, what has come out of the pipe up to the last line end is whole.
  @Test func killedAtAnyMoment() throws {
    var generator = DocumentGenerator(seed: UInt64(Self.setting("SOAK_SEED", 1)))
    let kills = Self.setting("SOAK_KILLS", 2)
    var answered = 0
    // A file, since a process that writes to a dead one is ended, too.
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    for kill in 1...kills {
      if kill % 20 == 1 { try Data((1...4_000).flatMap { Self.line($0, &generator) }).write(to: file) }
      let (process, output) = try Self.start(1 + kill % 3, reading: try FileHandle(forReadingFrom: file))
      // A build for tests needs seconds for its first answers: its moments are counted from them.
      var out = Self.isProof ? Data() : output.availableData
      let moment = useconds_t(1_000 + generator.number(below: 900_000))
      let killer = Thread {
        usleep(moment)
        Glibc.kill(process.processIdentifier, SIGKILL)
      }
      killer.start()
      out += try output.readToEnd() ?? Data()
      process.waitUntilExit()
      let whole = out.lastIndex(of: 0x0A).map { out[...$0] } ?? Data()
      var number = 0
      for line in whole.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        number += 1
        let isWhole = (try? JSONSerialization.jsonObject(with: line)) != nil
        #expect(isWhole && Self.fault(Array(line)[...], number) == nil, "kill \(kill), line \(number)")
      }
      answered += number
    }
    #expect(answered > 0)
    if Self.isProof {
      FileHandle.standardError.write(Data("\(kills) kills, \(answered) whole lines\n".utf8))
    }
  }
}
