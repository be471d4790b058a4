import Foundation
import Testing

/// Runs the built command.
struct Command {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The command beside the test bundle.
  static var path: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "vnextract")
  }

  /// Runs the command with arguments and standard input.
  static func run(
    _ arguments: [String], input: [UInt8] = [], at path: URL = Command.path, in directory: URL = root,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: nothing blocks, however much is written.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: Array(try Data(contentsOf: files[1])),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Runs a script of the shell in a folder; the command is `vnextract` there.
  ///
  /// Other commands are looked for in `path`.
  static func shell(_ script: String, in directory: URL = root, path: String? = nil) throws -> Result {
    let path = Command.path.deletingLastPathComponent().path + ":" + (path ?? "/usr/local/bin:/usr/bin:/bin")
    return try run(
      ["-c", script], at: URL(filePath: "/bin/bash"), in: directory, environment: ["PATH": path, "LC_ALL": "C.UTF-8"])
  }

  /// Makes a folder for the time that `body` runs.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Runs the command on text.
  static func run(_ arguments: [String], text: String) throws -> Result { try run(arguments, input: Array(text.utf8)) }
}
