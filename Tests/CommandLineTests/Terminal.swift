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
      # The server of the terminal must keep nothing of ours open: whoever waits for this script would wait for it.
      for file in /proc/self/fd/*; do number=${file##*/}; if ((number > 2)); then eval "exec $number>&-"; fi; done
      export PATH="\(path):$PATH" LC_ALL=C.UTF-8 TERM=xterm-256color
      unset NO_COLOR TMUX
      terminal="tmux -L vnextract-$$ -f /dev/null"
      $terminal new-session -d -x 100 -y \(rows) "bash $PWD/.script; $terminal wait-for -S done; exec $terminal wait-for seen"
      $terminal wait-for done
      $terminal capture-pane -p \(withColours ? "-e" : "")
      # The shell of the terminal may not heed a hang-up, so it ends by itself.
      $terminal wait-for -S seen
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
