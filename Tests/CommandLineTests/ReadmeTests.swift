import Foundation
import Testing

/// The commands of the README, which run one behind the other in a folder that holds what they speak of.
@Suite struct ReadmeTests {
  private static let files = [
    "articles/a.txt":
      "Chiều 27/2/2025, đồng chí Nguyễn Thanh Bình, Phó Chủ tịch UBND tỉnh Cà Mau, đến thăm các hộ dân.\n",
    "articles/b.txt": "Nguyen Thanh Binh, Vice Chairman of the Ca Mau Provincial People's Committee, said on Monday.\n",
    "articles/c.txt": "وقال نجوين ثانه بينه، نائب رئيس اللجنة الشعبية لمقاطعة كا ماو، إن المقاطعة تحتاج إلى الأطباء.\n",
    "docs.jsonl": "{\"id\":\"a\",\"text\":\"Ông Nguyễn Văn An nói.\"}\n{\"id\":\"b\",\"text\":\"tại Hà Nội\"}\n",
    "docket.rules": """
    rule number.docket certain in number
      "docket" [value:number]
      gives number kind=ordinal
      yes "in docket [12] of the court"  12
      yes "see docket [7]"  7
      no  "a docket of 12 pages"

    """,
  ]

  /// The commands of a block, each with the lines that stand below it.
  private static func commands(_ block: [String]) -> [(command: String, output: [String])] {
    var commands: [(command: String, output: [String])] = []
    for line in block {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
      } else if !commands.isEmpty {
        commands[commands.count - 1].output.append(line)
      }
    }
    return commands
  }

  /// Whether lines are those expected, of which `…` alone stands for any number, and at the end of a line for its rest.
  private static func isLike(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains { isLike(lines[$0...], expected.dropFirst()) }
    }
    guard let line = lines.first else { return false }
    let isEqual = first.hasSuffix("…") ? line.hasPrefix(first.dropLast()) : line == first
    return isEqual && isLike(lines.dropFirst(), expected.dropFirst())
  }

  @Test func everyCommandGivesWhatIsShown() throws {
    let readme = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
    let blocks = DocumentationTests.blocks("console", in: readme)
    #expect(blocks.count >= 12)
    try Command.withFolder { folder in
      let article = Command.root.appending(path: "Examples/article.txt")
      try FileManager.default.copyItem(at: article, to: folder.appending(path: "article.txt"))
      for (path, text) in Self.files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      for (command, output) in blocks.flatMap(Self.commands) {
        let result = try Command.shell(command, in: folder)
        #expect(result.status == 0, "\(command): \(result.errors)")
        let lines = result.text.components(separatedBy: "\n").dropLast()
        #expect(Self.isLike(lines[...], output[...]), "\(command):\n\(result.text)")
      }
    }
  }

  /// The article that is shown is the one that is read.
  @Test func theArticleIsShown() throws {
    let readme = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
    let article = try String(contentsOf: Command.root.appending(path: "Examples/article.txt"), encoding: .utf8)
    let shown = readme.split(separator: "\n").filter { $0.hasPrefix(">") }.map { $0.dropFirst().split(separator: " ") }
    #expect(shown.flatMap { $0 } == article.split { $0.isWhitespace }.map { Substring($0) })
  }

  /// Names of files and folders lead somewhere.
  @Test func linksLeadSomewhere() throws {
    for page in ["README.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOf: Command.root.appending(path: page), encoding: .utf8)
      for link in text.matches(of: /\]\(([^)#:]+)\)/) {
        let file = Command.root.appending(path: String(link.output.1)).path
        #expect(FileManager.default.fileExists(atPath: file), "\(page): \(link.output.1)")
      }
    }
  }
}
