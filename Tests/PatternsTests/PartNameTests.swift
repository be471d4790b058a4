import Testing

@testable import Patterns

/// Every part that a meaning understands has a name and number of its own.
struct PartNameTests {
  @Test func readsAllThatMeaningsUnderstand() {
    for meaning in Meaning.allCases {
      var seen: Set<String> = []
      for text in meaning.signature.captures {
        let part = PartName.read(text)
        #expect(part.name != .other, "\(meaning): \(text)")
        #expect(part.name.rawValue + (part.number == 1 ? "" : "\(part.number)") == text)
        #expect(seen.insert("\(part.name) \(part.number)").inserted)
      }
    }
  }

  @Test(arguments: ["day1", "day0", "dayx", "2", ""])
  func knowsNoOther(_ text: String) { #expect(PartName.read(text).name == .other) }
}
