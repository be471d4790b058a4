import Foundation
import Testing

/// What somebody sees in a terminal who has just got the command.
@Suite struct FirstMinuteTests {
  private static let files = [
    "articles/a.txt":
      "Chiều 27/2/2025, đồng chí Nguyễn Thanh Bình, Phó Chủ tịch UBND tỉnh Cà Mau, đến thăm 14/101 xã.\n",
    "articles/b.txt": "Nguyen Thanh Binh, Vice Chairman of the Ca Mau Provincial People's Committee, said on Monday.\n",
    "articles/c.txt": "وقال نجوين ثانه بينه، نائب رئيس اللجنة الشعبية لمقاطعة كا ماو، إن المقاطعة تحتاج إلى الأطباء.\n",
    "gold/a.gold.xml": """
    <doc lang="vi"><DATE type="DATE" value="2024-02-27">Ngày 27/2/2024</DATE>, <TITLE kind="honorific">ông</TITLE> \
    <PERSON>Nguyễn Văn An</PERSON> nói.</doc>

    """,
    "my-words/en/places.tsv": "surface\tsense\tcode\tkind\nZorglub\tplace\tZZ\tcity\n",
  ]

  /// The tasks: a name and what is typed.
  static let tasks = [
    ("article", "vnextract < articles/a.txt"), ("arabic", "vnextract < articles/c.txt"),
    ("folder-to-csv", "vnextract extract articles -o mentions.csv\nhead -n 5 mentions.csv"),
    ("who-is-who", "vnextract link articles --format table"), ("link", "vnextract link articles"),
    ("why", "vnextract explain --language vi 'Ngày 27/2/2024'"),
    ("score", "vnextract score gold"),
    (
      "add-a-word",
      """
      echo 'The court of Zorglub was closed.' > x.txt
      vnextract extract --language en x.txt --types LOC
      vnextract check my-words
      vnextract extract --language en x.txt --types LOC --lexicons my-words
      """
    ),
    ("nothing-to-link", "vnextract link"), ("misspelt", "vnextract extract --fromat csv articles"),
    ("no-such-command", "vnextract exract"),
  ]

  @Test(arguments: tasks) func theScreenIsAsItWas(name: String, commands: String) throws {
    try Command.withFolder { folder in
      for (path, text) in Self.files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let script = commands.split(separator: "\n").map { line in
        "echo '$ '\(Self.quoted(String(line)))\n\(line)"
      }.joined(separator: "\n")
      let screen = try Terminal.screen(after: script, in: folder, withColours: name == "article")
      // Lines of lexicons and rules move.
      let steady = screen.replacing(/\.(rules|tsv):[0-9:]+/) { ".\($0.output.1):N" }
      try Recorded.check(steady, at: "Tests/CommandLineTests/Screens/\(name).txt")
    }
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

  /// Colours are for terminals, and not for those who do not want them.
  @Test func coloursAreLeftOut() throws {
    try Command.withFolder { folder in
      try Data("Ngày 27/2/2024, ông Nguyễn Văn An nói.\n".utf8).write(to: folder.appending(path: "a.txt"))
      let coloured = try Terminal.screen(after: "vnextract extract a.txt", in: folder, withColours: true)
      #expect(coloured.contains("\u{1B}[3") && coloured.contains("PERSON"))
      let plain = try Terminal.screen(after: "NO_COLOR=1 vnextract extract a.txt", in: folder, withColours: true)
      #expect(!plain.contains("\u{1B}[3") && plain.contains("PERSON"))
    }
  }

  /// One line tells how far the work is, messages stand above it.
  @Test func progressIsOneLine() throws {
    try Command.withFolder { folder in
      try Data("Ông Nguyễn Văn An nói.\n".utf8).write(to: folder.appending(path: "a.txt"))
      let screen = try Terminal.screen(
        after: "vnextract extract a.txt none a.txt a.txt --progress > out", in: folder)
      let lines = screen.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first == "vnextract: none: cannot be read: No such file or directory")
      #expect(lines.last?.hasPrefix("3 of 4 files  0.0 MB  ") == true, "\(screen)")
    }
  }
}
