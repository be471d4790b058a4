import Foundation
import Scoring
import Testing

/// Broken files of the other formats are reported with their place too.
@Suite struct BrokenFormatTests {
  @Test(arguments: [
    (AnnotationFormat.jsonl, "{\"id\":\"a\"}", "f:1:1: no mentions, entities, spans or label here"),
    (.jsonl, "[1]", "f:1:1: a JSON object is expected on each line"),
    (.jsonl, "{\"id\":\"a\",\n", "f:1:11: a name in quotes is expected here"),
    (.jsonl, "{\"id\":\"a}", "f:1:7: this quote is never closed"),
    (.jsonl, "{\"id\":\"a\"} x", "f:1:12: more after the end of the JSON value"),
    (
      .jsonl, "{\"mentions\":[{\"type\":\"ORG\",\"start\":3,\"end\":2}]}",
      "f:1:44: end is not a whole number after start"
    ),
    (.jsonl, "{\"mentions\":[{\"start\":3,\"end\":4}]}", "f:1:14: this mention has no type"),
    (
      .jsonl, "{\"text\":\"ab\",\"mentions\":[{\"type\":\"ORG\",\"start\":0,\"end\":3}]}",
      "f:1:1: the span 0..<3 ends after the text (2 scalars)"
    ),
    (
      .jsonl,
      "{\"mentions\":[{\"type\":\"TITLE\",\"start\":0,\"end\":3,\"id\":\"m1\"}],\"relations\":[{\"title\":\"m2\"}]}",
      "f:1:82: no mention has the id m2"
    ),
    (
      .jsonl, "{\"text\":\"ab\",\"mentions\":[{\"type\":\"ORG\",\"start\":0,\"end\":1,\"text\":\"b\"}]}",
      "f:1:65: the text at 0..<1 is “a”, not “b”"
    ),
    (
      .jsonl, "{\"mentions\":[{\"type\":\"ORG\",\"start\":0,\"end\":3,\"text\":\"é1\"}]}",
      "f:1:53: the span 0..<3 is not of the length of “é1” (2 scalars)"
    ),
    (.jsonl, "{\"mentions\":[{\"type\":\"ORG\",\"start\":01,\"end\":3}]}", "f:1:36: this is not a JSON number"),
    (
      .jsonl, "{\"text\":\"é\",\"offsets\":\"utf8\",\"mentions\":[{\"type\":\"ORG\",\"start\":0,\"end\":1}]}",
      "f:1:1: the span 0..<1 cuts a character"
    ),
    (
      .jsonl, "{\"entities\":[{\"type\":\"TITLE\",\"start\":0,\"end\":3,\"of\":\"p1\"}]}",
      "f:1:53: of=\"p1\": no PERSON has this id"
    ),
    (.spacy, "{\"text\":\"abc\",\"entities\":[[0,\"x\",\"ORG\"]]}", "f:1:30: end is not a whole number after start"),
    (.conll, "An B-PER\nBui", "f:2:1: a token and its tag are expected on each line"),
    (.conll, "An B-PER\nBui X-PER\n", "f:2:5: X-PER is not a tag: O, or B- I- E- S- and a type"),
    (.conll, "An\t0\t3\tB-PER\n", "f:1:4: 0 and 3 do not enclose the 2 scalars of the token"),
    (.conll, "An\t4\t6\tB-PER\nBui\t5\t8\tO\n", "f:2:5: this token begins before the last one ends"),
    (.timeml, "<TimeML><TEXT>On <TIMEX3 type=\"DATE\">Monday</TIMEX3></TEXT></TimeML>", "f:1:18: TIMEX3 has no value"),
    (.timeml, "<TimeML><TEXT>On Monday</TimeML>", "f:1:24: </TimeML> where <TEXT> is open"),
    (.timeml, "<TimeML><TEXT>On Monday</TEXT>", "f:1:1: <TimeML> is never closed"),
  ])
  func message(format: AnnotationFormat, file: String, message: String) throws {
    let error = try #require(throws: AnnotationError.self) {
      try AnnotationFiles.read(Data(file.utf8), format: format, id: "x", file: "f")
    }
    #expect(error.headline == message)
  }

  @Test(arguments: [
    ("T1\tORG 0\tAn", "f:1:4: type, start and end are expected here"),
    ("T1\tORG 0 9\tAn", "f:1:4: the span 0..<9 does not lie in the text (6 scalars)"),
    ("T1\tORG 0 2\tBu", "f:1:12: the text at 0..<2 is “An”, not “Bu”"),
    ("T1\tORG 0 2;3 6\tAn Bui", "f:1:4: a mention in several pieces: join them or drop it"),
    ("T1\tORG 0 2\tAn\nT1\tORG 3 6\tBui", "f:2:1: two lines have the id T1"),
    ("A1\tkind T3 x", "f:1:9: no mention has the id T3"),
    ("Q1\tORG 0 2", "f:1:1: a line begins with one of T A M R E N * #"),
    ("T1\tTITLE 0 2\tAn\nR1\tof Arg1:T1 Arg2:T2", "f:2:15: no mention has the id T2"),
  ])
  func brat(file: String, message: String) throws {
    let error = try #require(throws: AnnotationError.self) {
      try BratReader.read(text: "An Bui", annotations: file.utf8, id: "x", file: "f")
    }
    #expect(error.headline == message)
  }

  @Test func tagsAgainstTheScheme() throws {
    let error = try #require(throws: AnnotationError.self) {
      try ConllReader.read("An B-PER\nBui I-ORG\n".utf8, id: "x", file: "f", scheme: .iob2)
    }
    #expect(error.headline == "f:2:1: I-ORG after B-PER is not IOB2")
  }

  /// No bytes whatever make a reader crash.
  @Test func anyBytes() {
    var random = RandomDocuments(seed: 99)
    let alphabet =
      Array("<>&;/=\"'{}[],:0123 \n\t\\udDOC-BIETRA*#PERSON.gold".utf8) + [0, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
    for _ in 0..<1000 {
      let start = Array(random.pick(["", "<doc lang=\"en\">", "{\"text\":\"", "T1\tORG ", "<TEXT>", "An\t0\t"]).utf8)
      let bytes = start + (0..<random.number(below: 40)).map { _ in random.pick(alphabet) }
      for format in AnnotationFormat.allCases where format != .brat {
        _ = try? AnnotationFiles.read(Data(bytes), format: format, id: "x", file: "f")
      }
      _ = try? BratReader.read(text: "An Bui", annotations: bytes, id: "x", file: "f")
      _ = try? Floor.read(bytes, file: "f")
    }
  }
}
