import Foundation

/// A terminal of 100 columns in which commands are typed.
enum Terminal {
  /// What stands on the screen after a script, blank lines at its end left out; `vnextract` is the command.
  ///
  /// With `withColours` the escape sequences of colours are part of it.
  static func screen(
    after script: String, in directory: URL, rows: Int = 40, withColours: Bool = false
  ) throws -> String {
    let path = Command.path.deletingLastPathComponent().path
    let runner = """
      set -e
      export PATH="\(path):$PATH" LC_ALL=C.UTF-8 TERM=xterm-256color
      unset NO_COLOR TMUX
      socket=vnextract-$$
      tmux() { command tmux -L $socket -f /dev/null "$@"; }
      trap 'tmux kill-server 2> /dev/null || true' EXIT
      tmux new-session -d -x 100 -y \(rows) "bash $PWD/.script; tmux -L $socket wait-for -S done; exec sleep 600"
      tmux wait-for done
      tmux capture-pane -p \(withColours ? "-e" : "")
      """
    try Data(script.utf8).write(to: directory.appending(path: ".script"))
    let result = try Command.shell(runner, in: directory, path: "/usr/local/bin:/usr/bin:/bin")
    guard result.status == 0 else { return "tmux: \(result.errors)" }
    var lines = result.text.components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
