import Foundation
import Testing

/// Text that is kept in the repository and must be what the program gives.
///
/// With `RECORD=1` in the environment it is written anew, and the test still fails, so that nobody takes a recording for a
/// proof.
enum Recorded {
  static func check(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Command.root.appending(path: path)
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if kept == text { return }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("\(path) was recorded", sourceLocation: sourceLocation)
      return
    }
    let (old, new) = (kept.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let differences = new.difference(from: old).prefix(40).map { change in
      switch change {
      case .remove(let line, let text, _): "\(line + 1) - \(text)"
      case .insert(let line, let text, _): "\(line + 1) + \(text)"
      }
    }
    Issue.record(
      "\(path) is not what the program gives; RECORD=1 writes it anew:\n\(differences.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }
}
