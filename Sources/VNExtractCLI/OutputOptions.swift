import ArgumentParser
import Glibc

/// Options that say where answers go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write: a file, or a folder (one that exists, or a name that ends in '/') for a file for each input.",
      valueName: "file|dir"),
    completion: .file())
  var output: String?

  /// Whether the path is a folder.
  var isFolder: Bool {
    guard let output else { return false }
    var info = stat()
    return output.hasSuffix("/") || stat(output, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The place.
  var place: AnswerOutput.Place {
    guard let output else { return .standardOutput }
    return isFolder
      ? .folder(output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output) : .file(output)
  }

  /// The format that the name of the file asks for; nil where it asks for none.
  var format: OutputFormat? {
    guard let output, !isFolder else { return nil }
    return OutputFormat.allCases.first { output.hasSuffix($0.ending) }
  }

  /// Refuses a name that asks for a format that is not there: nobody wants JSON Lines in a spreadsheet's file.
  func checkName() throws {
    guard let output, !isFolder, format == nil, let name = output.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), dot > name.startIndex, ![".json", ".ndjson"].contains(name[dot...])
    else { return }
    let endings = OutputFormat.allCases.map(\.ending).joined(separator: ", ")
    throw ValidationError("--output \(output): '\(name[dot...])' tells no format (\(endings) do); give --format, too.")
  }

  /// Refuses to write over an input, or to write two inputs to one file.
  func check(_ inputs: [InputPath], as format: OutputFormat) throws {
    switch place {
    case .standardOutput: return
    case .file(let path):
      if let input = inputs.first(where: { $0.isSameFile(as: path) }) {
        throw ValidationError("--output \(path) would write over the input \(input.path).")
      }
    case .folder(let folder):
      var sources: [String: String] = [:]
      for input in inputs {
        let path = folder + "/" + input.renamed(to: format.ending)
        if let other = sources.updateValue(input.path, forKey: path) {
          throw ValidationError(
            "\(other) and \(input.path) would both be answered in \(path); leave one out or rename it.")
        }
        if let input = inputs.first(where: { $0.isSameFile(as: path) }) {
          throw ValidationError("--output \(folder) would write over the input \(input.path).")
        }
      }
    }
  }
}
