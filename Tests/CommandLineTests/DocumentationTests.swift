import Foundation
import Testing

/// What the documentation shows is what the example programs, which are built and run, hold.
@Suite struct DocumentationTests {
  /// The code blocks of a language in a page of Markdown.
  static func blocks(_ language: String, in page: String) -> [[String]] {
    var blocks: [[String]] = []
    var block: [String]?
    for line in page.components(separatedBy: "\n") {
      if let lines = block {
        if line.hasPrefix("```") {
          blocks.append(lines)
          block = nil
        } else {
          block = lines + [line]
        }
      } else if line == "```" + language {
        block = []
      } else if line.hasPrefix("```") {
        block = nil
      }
    }
    return blocks
  }

  private static func files(_ folder: String, _ ending: String) throws -> [String: String] {
    let root = Command.root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(ending) }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8)) })
  }

  /// Lines without what stands before them: in a program they stand deeper.
  private static func flat(_ lines: [String]) -> String {
    lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func everyExampleIsAProgram() throws {
    let programs = try Self.files("Examples/Sources", ".swift").mapValues {
      Self.flat($0.components(separatedBy: "\n"))
    }
    var pages = try Self.files("Sources/VNExtract/VNExtract.docc", ".md")
    pages["README.md"] = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
    var count = 0
    for (name, page) in pages {
      for block in Self.blocks("swift", in: page) {
        let lines = block.filter { $0 != "import VNExtract" }
        #expect(programs.values.contains { $0.contains(Self.flat(lines)) }, "\(name): \(block.joined(separator: "\n"))")
        count += 1
      }
    }
    #expect(count >= 10)
  }

  /// Every program is run by `main.swift`.
  @Test func everyProgramIsRun() throws {
    let programs = try Self.files("Examples/Sources", ".swift")
    let main = try #require(programs["Examples/main.swift"])
    for (name, program) in programs where name != "Examples/main.swift" {
      for function in program.matches(of: /\nfunc (\w+)\(\)/) {
        #expect(main.contains("\(function.output.1)()\n"), "\(name)")
      }
    }
  }

  /// The pages are made of the symbols that there are: no link leads nowhere.
  @Test func pagesLeadSomewhere() throws {
    let landing = try #require(try Self.files("Sources/VNExtract/VNExtract.docc", ".md")["VNExtract.md"])
    for page in try Self.files("Sources/VNExtract/VNExtract.docc", ".md").keys where page != "VNExtract.md" {
      #expect(landing.contains("<doc:\(page.dropLast(3))>"), "\(page)")
    }
  }
}
