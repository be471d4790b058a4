import Foundation
import Scoring
import Testing

/// The formats other tools read.
@Suite struct FormatTests {
  private static let vietnamese =
    "Chiều 27/2/2024, ông Nguyễn Văn An, Chủ tịch UBND tỉnh Cà Mau, nói \"<script>alert('1')</script>\" & hơn.\n"
  private static let arabic = "وقال نجوين ثانه بينه، نائب رئيس اللجنة الشعبية لمدينة هوي، في 14 نوفمبر 2025 (Hue).\n"

  private static func input() throws -> [UInt8] {
    try [["id": "a<b", "text": vietnamese], ["id": "b", "text": arabic]].map {
      Array(try JSONSerialization.data(withJSONObject: $0)) + [0x0A]
    }.flatMap { $0 }
  }

  private static func run(_ format: String, _ more: [String] = []) throws -> Command.Result {
    try Command.run(["extract", "--input", "jsonl", "--format", format] + more, input: try input())
  }

  @Test func aPageShowsTextAndRelations() throws {
    let page = try Self.run("html").text
    #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</body>\n</html>\n"))
    #expect(page.components(separatedBy: "<article ").count == 3)
    #expect(page.contains("<p dir=\"ltr\">") && page.contains("<p dir=\"rtl\">"))
    // A legend of all types.
    for type in ["TITLE", "PERSON", "ORG", "LOC", "DATE", "NUMBER"] {
      #expect(page.contains(" id=\"show-\(type)\" checked><mark class=\"\(type)\">\(type)</mark></label></li>"))
      #expect(page.contains("body:has(#show-\(type):not(:checked)) {"))
    }
    #expect(page.contains(">Nguyễn Văn An<small>PERSON</small></mark>"))
    // The arguments of a relation lead to their mentions.
    let link = try #require(page.firstMatch(of: /<td><a href="#(d1-m\d+)"><bdi>Nguyễn Văn An<\/bdi><\/a><\/td>/))
    #expect(page.contains("<mark id=\"\(link.output.1)\" class=\"PERSON\""))
    // What a mention is can be had with the keyboard.
    let person = try #require(page.firstMatch(of: /class="PERSON" tabindex="0" aria-description="([^"]*)"/))
    #expect(person.output.1.contains("holds \u{2068}Chủ tịch, UBND tỉnh Cà Mau\u{2069} · "))
    #expect(person.output.1.contains("rule \u{2068}vi."))
  }

  /// Letters of Arabic join across the beginning of a mention.
  @Test func aMentionWithinAWordIsJoined() throws {
    let page = try Command.run(["extract", "--format", "html"], text: "وصرح للجنة الشعبية لمدينة هوي في هوي.\n").text
    #expect(page.contains(/ل<mark id="[a-z0-9-]*" class="ORG joined"/))
    #expect(page.contains(#/ <mark id="[a-z0-9-]*" class="LOC" /#))
  }

  /// Nothing of a text or an id becomes markup, and nothing is loaded or run.
  @Test func aPageIsSafe() throws {
    let page = try Self.run("html").text
    #expect(page.contains("&quot;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; &amp;"))
    #expect(page.contains("<bdi>a&lt;b</bdi>"))
    for word in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(word)) }
    #expect(page.contains("default-src 'none'"))
  }

  /// What is shown is the text, letter for letter.
  @Test func aPageKeepsTheText() throws {
    let page = try Self.run("html").text
    let paragraphs = page.matches(of: /<p dir="...">(.*)<\/p>/).map { match in
      match.output.1.replacing(/<small>[A-Z]*<\/small>/, with: "").replacing(/<[^>]*>/, with: "")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
    #expect(paragraphs.map { $0 + "\n" } == [Self.vietnamese, Self.arabic])
  }

  /// Without its text a document would become an empty one.
  @Test(arguments: ["gold", "conll", "brat", "spacy", "timeml"]) func whatHasNoTextIsNotConverted(to: String) throws {
    try Command.withFolder { folder in
      for (name, more) in [("bare", []), ("whole", ["--with-text"])] {
        let answers = try Command.run(["extract"] + more, text: "Ngày 27/2/2024, ông Nguyễn Văn An nói.")
        try Data(answers.output).write(to: folder.appending(path: name + ".jsonl"))
      }
      let bare = try Command.run(["convert", "bare.jsonl", "--to", to], in: folder)
      #expect(bare.status == 1 && bare.output.isEmpty)
      #expect(bare.errors == "stdin: its text is missing, which \(to) needs; extract with --with-text\n")
      let whole = try Command.run(["convert", "whole.jsonl", "--to", to], in: folder)
      #expect(whole.status == 0 && !whole.output.isEmpty && whole.errors.isEmpty)
      #expect(try Command.run(["convert", "bare.jsonl", "--to", "jsonl"], in: folder).status == 0)
    }
  }

  @Test func aPageWithoutDocumentsIsWhole() throws {
    let page = try Command.run(["extract", "--input", "jsonl", "--format", "html"], text: "").text
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
  }

  @Test func rowsForSpreadsheets() throws {
    let text = "Ngày 27/2/2024, ông Nguyễn Văn An nói.\n"
    let result = try Command.run(["extract", "--format", "csv", "--language", "vi"], text: text)
    let rows = result.text.components(separatedBy: "\r\n")
    #expect(rows.first == "id,type,start,end,text,kind,value,mod,unit,code,subject,change,when,where")
    #expect(rows.contains { $0.hasPrefix("stdin,PERSON,20,33,Nguyễn Văn An,") })
    #expect(rows.last == "")
  }

  /// A cell that a spreadsheet would compute is told to be text; quotes are doubled.
  @Test func noCellIsAFormula() throws {
    let input = try ["=1+1", "+x", "-x", "@x", "a,\"b\""].map { id in
      Array(try JSONSerialization.data(withJSONObject: ["id": id, "text": "Ông Nguyễn Văn An nói."])) + [0x0A]
    }.flatMap { $0 }
    let text = try Command.run(
      ["extract", "--input", "jsonl", "--format", "csv", "--types", "PERSON", "--language", "vi"], input: input
    ).text
    let starts = text.components(separatedBy: "\r\n").dropFirst().map { $0.components(separatedBy: ",PERSON,")[0] }
    #expect(starts == ["\"'=1+1\"", "\"'+x\"", "\"'-x\"", "\"'@x\"", "\"a,\"\"b\"\"\"", ""])
  }

  @Test func columnsAreReadBack() throws {
    let columns = try Self.run("conll")
    let documents = try ConllReader.read(columns.output, id: "x", file: "answers.conll")
    #expect(documents.map(\.text) == [Self.vietnamese, Self.arabic])
    let answers = try JSONLinesReader.read(try Self.run("jsonl", ["--with-text"]).output, file: "answers.jsonl")
    #expect(
      answers.map { $0.mentions.map { [$0.start, $0.end] } }
        == documents.map { $0.mentions.map { [$0.start, $0.end] } })
    #expect(answers.map { $0.mentions.map(\.type) } == documents.map { $0.mentions.map(\.type) })
  }

  @Test func standOffIsReadBack() throws {
    let result = try Command.run(["extract", "--format", "brat", "--language", "vi"], text: Self.vietnamese)
    let document = try BratReader.read(text: Self.vietnamese, annotations: result.output, id: "x", file: "x.ann")
    #expect(document.mentions.map(\.type).contains("PERSON") && !document.relations.isEmpty)
    #expect(try Command.run(["extract", "--format", "brat", "LICENSE", "README.md"]).status == 2)
    #expect(try Command.run(["extract", "--format", "conll", "--offsets", "utf8"]).status == 2)
  }
}
