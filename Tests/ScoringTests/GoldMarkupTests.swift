import Foundation
import Scoring
import Testing

@Suite struct GoldMarkupTests {
  static let sample = """
    <doc lang="en" date="2024-02-27">
    On <DATE type="TIME" value="2024-02-27TAF">the afternoon of 27 February</DATE>, <TITLE kind="honorific" of="p1">Mr.</TITLE> \
    <PERSON id="p1">An Bùi</PERSON>, <TITLE kind="position" of="p1" at="o1" status="former">Head</TITLE> of \
    <ORG id="o1">R&amp;D</ORG>, gave <NUMBER kind="cardinal" value="6" mod="MORE_THAN" unit="books">over 6</NUMBER> books.
    <PERSON id="p1">An</PERSON> left.
    </doc>

    """

  @Test func readsMentionsAndRelations() throws {
    let document = try GoldMarkupReader.read(Self.sample.utf8, id: "a", file: "a.gold.xml")
    let text = try #require(document.text)
    let scalars = Array(text.unicodeScalars)
    func surface(_ mention: AnnotatedMention) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[mention.start..<mention.end])
      return String(view)
    }
    #expect(text.hasPrefix("On the") && text.hasSuffix("left."))
    #expect(document.language == "en" && document.date == "2024-02-27")
    #expect(
      document.mentions.map(surface) == [
        "the afternoon of 27 February", "Mr.", "An Bùi", "Head", "R&D", "over 6", "An",
      ])
    #expect(document.mentions[0].attributes == ["timex": "TIME", "value": "2024-02-27TAF"])
    #expect(document.mentions[2].entity == "p1" && document.mentions[6].entity == "p1")
    #expect(
      document.relations == [
        AnnotatedRelation(title: 1, person: 2, organization: nil),
        AnnotatedRelation(title: 3, person: 2, organization: 4, status: "former"),
      ])
  }

  @Test func writingGivesTheFileBack() throws {
    let document = try GoldMarkupReader.read(Self.sample.utf8, id: "a", file: "a.gold.xml")
    #expect(GoldMarkupWriter.write(document) == Self.sample)
  }

  @Test(arguments: ["<doc lang=\"en\">\n\n</doc>\n", "<doc lang=\"en\"></doc>", "<doc lang=\"en\">\n</doc>"])
  func emptyDocumentHasEmptyText(markup: String) throws {
    #expect(try GoldMarkupReader.read(markup.utf8, id: "a", file: "a").text == "")
  }

  /// Every gold document of the corpora can be read, and writing it gives it back.
  @Test func corpora() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpora")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let url = files?.nextObject() as? URL {
      guard url.lastPathComponent.hasSuffix(".gold.xml") else { continue }
      let document = try GoldMarkupReader.read(Data(contentsOf: url), id: "a", file: url.lastPathComponent)
      let again = try GoldMarkupReader.read(GoldMarkupWriter.write(document).utf8, id: "a", file: "again")
      #expect(again == document, "\(url.lastPathComponent)")
    }
  }
}
