import Glibc
import UnicodeText

/// Where answers go: standard output, one file, or a folder with a file for each input.
///
/// `@unchecked Sendable` because batches are delivered one at a time.
final class AnswerOutput: @unchecked Sendable {
  /// Where.
  enum Place {
    case standardOutput
    case file(String)
    case folder(String)
  }

  /// Whether something could not be read or written; it has been told on standard error.
  private(set) var hasFailed = false

  private let place: Place
  private let format: AnswerFormat
  private let inputs: [InputPath]
  private var file: Int32?
  private var path = ""
  /// The input whose file could not be written: its other answers are dropped.
  private var lost: Int?
  private var hasBegun = false

  init(_ place: Place, _ format: AnswerFormat, _ inputs: [InputPath]) {
    self.place = place
    self.format = format
    self.inputs = inputs
  }

  /// Opens the file or makes the folder, before anything is read.
  func open() throws(CannotWrite) {
    switch place {
    case .standardOutput: file = STDOUT_FILENO
    case .file(let path): try open(path)
    case .folder(let path): try Self.makeFolder(path)
    }
  }

  /// Writes the answers to a batch.
  func add(_ answers: AnswerBatch) {
    for message in answers.messages { Console.error(message) }
    if answers.hasFailed { hasFailed = true }
    do throws(CannotWrite) {
      if case .folder(let folder) = place {
        try add(answers, in: folder)
      } else if !answers.bytes.isEmpty {
        try write(answers.bytes)
      }
    } catch {
      Console.error("vnextract: \(error)")
      hasFailed = true
      // Of several files the others may still be written.
      guard case .folder = place else { exit(1) }
      lost = answers.input
      close()
    }
  }

  /// Writes what stands behind the last answer.
  func finish() {
    if case .folder = place { return }
    do throws(CannotWrite) {
      if !format.foot.isEmpty { try write(Array(format.foot.utf8)) }
    } catch {
      Console.error("vnextract: \(error)")
      hasFailed = true
    }
    close()
  }

  private func add(_ answers: AnswerBatch, in folder: String) throws(CannotWrite) {
    if answers.input == lost { return }
    let relative = inputs[answers.input].renamed(to: format.format.ending)
    // A file that could not be read at all leaves none.
    if file == nil, !answers.bytes.isEmpty || answers.isLast && !answers.hasFailed {
      let parts = relative.split(separator: "/").dropLast()
      for count in parts.indices {
        try Self.makeFolder(([folder] + parts[...count].map(String.init)).joined(separator: "/"))
      }
      try open(folder + "/" + relative)
    }
    if !answers.bytes.isEmpty { try write(answers.bytes) }
    if let text = answers.text { try writeText(text, folder + "/" + inputs[answers.input].renamed(to: ".txt")) }
    guard answers.isLast, file != nil else { return }
    if !format.foot.isEmpty { try write(Array(format.foot.utf8)) }
    close()
  }

  /// Writes the text that stand-off annotations speak of, unless it is the input itself.
  private func writeText(_ bytes: [UInt8], _ path: String) throws(CannotWrite) {
    if inputs.contains(where: { $0.isSameFile(as: path) }) { return }
    let answers = (file, self.path, hasBegun)
    file = nil
    try open(path)
    if let file, let problem = WholeLines.write(bytes, to: file) { throw CannotWrite(path: path, problem) }
    close()
    (file, self.path, hasBegun) = answers
  }

  private func open(_ path: String) throws(CannotWrite) {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if file < 0 { throw CannotWrite(path: path, errno) }
    self.file = file
    self.path = path
    hasBegun = false
  }

  private func close() {
    if let file, file != STDOUT_FILENO { Glibc.close(file) }
    file = nil
  }

  /// Writes bytes, the first below the head.
  private func write(_ bytes: [UInt8]) throws(CannotWrite) {
    let all = hasBegun ? bytes : (file == STDOUT_FILENO ? [] : format.mark) + Array(format.head.utf8) + bytes
    hasBegun = true
    guard let file else { return }
    if file == STDOUT_FILENO {
      // The readable view has colours of its own, and nothing else that a terminal obeys.
      return format.format == .text ? Console.write(all, to: file) : Console.out(all)
    }
    if let problem = WholeLines.write(all, to: file) { throw CannotWrite(path: path, problem) }
  }

  private static func makeFolder(_ path: String) throws(CannotWrite) {
    var info = stat()
    if mkdir(path, 0o777) == 0 { return }
    let problem = errno
    if problem == EEXIST, stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { return }
    throw CannotWrite(path: path, problem)
  }
}

/// Why a file cannot be written.
struct CannotWrite: Error, CustomStringConvertible {
  let path: String
  let problem: Int32

  init(path: String, _ problem: Int32) {
    self.path = path
    self.problem = problem
  }

  var description: String { "\(path): cannot be written: \(String(cString: strerror(problem)))" }
}
