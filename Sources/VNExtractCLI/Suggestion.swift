import ArgumentParser
import Glibc

/// What somebody meant who wrote something else.
enum Suggestion {
  /// The names of the subcommands.
  static var commands: [String] { Vnextract.configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// Tells what the first file was meant to be, where there is no such file: a command of nearly that name, or a text.
  ///
  /// Without a subcommand `extract` is meant, so a misspelt one is taken for a file.
  static func tell(for files: [String], of command: String, among commands: [String] = []) {
    guard let first = files.first, access(first, F_OK) != 0 else { return }
    if first.contains(" ") {
      Console.error("\(command): a text goes in by standard input: echo '\(first)' | \(command)")
    } else if let name = nearest(to: first, among: commands) {
      Console.error("\(command): '\(first)' is no file; did you mean '\(command) \(name)'?")
    }
  }

  private static func nearest(to word: String, among commands: [String]) -> String? {
    commands.filter { distance(word, $0) <= 2 }.min { distance(word, $0) < distance(word, $1) }
  }

  /// A message about an unknown option, with the option whose beginning it is in the place of one of a like spelling.
  ///
  /// `help` names all options.
  static func completing(_ message: String, help: String) -> String {
    guard let found = message.firstMatch(of: /Unknown option '(--[a-z-]+)'\.?( Did you mean '[^']*'\?)?/) else {
      return message
    }
    let options = help.matches(of: /--[a-z-]+/).map { String($0.output) }
    guard let whole = options.first(where: { $0.hasPrefix(found.output.1) && $0 != found.output.1 }) else {
      return message
    }
    return message[..<found.range.lowerBound] + "Unknown option '\(found.output.1)'. Did you mean '\(whole)'?"
      + message[found.range.upperBound...]
  }

  /// How many letters must be put in, left out or replaced to make one word of the other (Levenshtein, 1965).
  static func distance(_ first: String, _ second: String) -> Int {
    let second = Array(second)
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
