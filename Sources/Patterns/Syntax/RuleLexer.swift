import Lexicon

/// Cuts a rule file into tokens; strings end in their line, `#` starts a comment.
///
/// After the text of a `yes` or `no` line stand plain words up to the next blank, since values may hold any sign.
struct RuleLexer {
  private(set) var tokens: [RuleToken] = []
  private(set) var diagnostics: [Diagnostic] = []
  let lines: [String]
  let file: String

  init(lines: [String], file: String) {
    self.lines = lines
    self.file = file
    for (index, line) in lines.enumerated() {
      if line.utf8.count > SourceLimit.line {
        diagnostics.append(
          Diagnostic(file: file, line: index + 1, column: 1, message: SourceLimit.tooLong(line.utf8.count)))
      } else {
        lex(Array(line), line: index + 1)
      }
      if diagnostics.count >= SourceLimit.errors { return }
    }
  }

  private mutating func lex(_ line: [Character], line number: Int) {
    var at = 0
    var isFirst = true
    var isExample = false
    var isInValues = false
    let isIndented = line.first == " " || line.first == "\t"
    // The column of every character and of the end.
    var columns = [1]
    columns.reserveCapacity(line.count + 1)
    for character in line { columns.append(columns[columns.count - 1] + character.unicodeScalars.count) }
    func column(_ index: Int) -> Int { columns[index] }
    func add(_ kind: RuleToken.Kind, from start: Int, to end: Int) {
      tokens.append(
        RuleToken(
          kind: kind, line: number, column: column(start), text: String(line[start..<end]), isFirstOfLine: isFirst,
          isIndented: isIndented))
      isFirst = false
    }
    while at < line.count {
      let character = line[at]
      let start = at
      if character == " " || character == "\t" {
        at += 1
        continue
      }
      if character == "#" { return }
      if isInValues {
        at = Self.endOfValue(line, from: at)
        add(.word(String(line[start..<at].filter { $0 != "\"" })), from: start, to: at)
        continue
      }
      switch character {
      case "\"":
        guard let (string, end) = string(line, from: at + 1) else {
          report(number, column(at), "this string has no closing quote")
          return
        }
        at = end
        add(.string(string), from: start, to: at)
        isInValues = isExample
      case "<":
        guard let end = line[at...].firstIndex(of: ">") else {
          report(number, column(at), "this '<' has no closing '>'")
          return
        }
        at = end + 1
        add(.sense(String(line[(start + 1)..<end])), from: start, to: at)
      case "." where line[at...].starts(with: "..."):
        at += 3
        add(.ellipsis, from: start, to: at)
      case "$" where at + 1 < line.count && Self.isName(line[at + 1]):
        at = Self.endOfName(line, from: at + 1)
        add(.macro(String(line[(start + 1)..<at])), from: start, to: at)
      case "@":
        at = Self.endOfName(line, from: at + 1)
        add(.mention(String(line[(start + 1)..<at])), from: start, to: at)
      case _ where Self.isName(character):
        at = Self.endOfName(line, from: at)
        let word = String(line[start..<at])
        if isFirst, isIndented, word == "yes" || word == "no" { isExample = true }
        add(.word(word), from: start, to: at)
      case _ where "()[]{}|?*+~&!:,=^$".contains(character):
        at += 1
        add(.sign(character), from: start, to: at)
      default:
        report(number, column(at), "'\(character)' means nothing here; words of the text stand in quotes")
        at += 1
      }
    }
  }

  private func string(_ line: [Character], from start: Int) -> (String, Int)? {
    var at = start
    var out = ""
    while at < line.count {
      if line[at] == "\\", at + 1 < line.count {
        out.append(line[at + 1] == "n" ? "\n" : line[at + 1])
        at += 2
      } else if line[at] == "\"" {
        return (out, at + 1)
      } else {
        out.append(line[at])
        at += 1
      }
    }
    return nil
  }

  /// The end of a name: letters, digits, `_`, and `-` or `.` between them.
  private static func endOfName(_ line: [Character], from start: Int) -> Int {
    var at = start
    while at < line.count {
      if isName(line[at]) {
        at += 1
      } else if line[at] == "." || line[at] == "-", at > start, at + 1 < line.count, isName(line[at + 1]) {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  /// The end of a value beside an example: the next blank outside quotes.
  private static func endOfValue(_ line: [Character], from start: Int) -> Int {
    var at = start
    var isQuoted = false
    while at < line.count, isQuoted || line[at] != " " && line[at] != "\t" {
      if line[at] == "\"" { isQuoted.toggle() }
      at += 1
    }
    return at
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private mutating func report(_ line: Int, _ column: Int, _ message: String) {
    diagnostics.append(
      Diagnostic(file: file, line: line, column: column, message: message, source: lines[line - 1]))
  }
}
