import ArgumentParser
import Glibc

/// What somebody meant who wrote something else.
enum Suggestion {
  /// The names of the subcommands.
  static var commands: [String] { Vnextract.configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// The subcommand that the first file was meant to be, where there is no such file but a command of nearly that name.
  ///
  /// Without a subcommand `extract` is meant, so a misspelt one is taken for a file.
  static func command(for files: [String]) -> String? {
    guard let first = files.first, access(first, F_OK) != 0 else { return nil }
    return commands.filter { distance(first, $0) <= 2 }.min { distance(first, $0) < distance(first, $1) }
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
