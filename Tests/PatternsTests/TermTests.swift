import Testing

@testable import Patterns

/// Terms say what they were made of, and are equal just where that is.
struct TermTests {
  @Test(arguments: [
    "", "a", "position", "honorific", "fifteen bytes  ", "sixteen bytes is", "رتبة", "أستاذ مساعد متفرغ",
  ])
  func keepsItsWord(_ word: String) {
    #expect(Term(word).string == word)
    #expect(Term(word) == Term(word))
  }

  @Test func tellsWordsApart() {
    let words = [
      "", "a", "b", "ab", "ba", "a\0", "abcdefgh", "abcdefghi", "abcdefgh\0", "a word of many letters",
      "another of many",
    ]
    #expect(Set(words.map { Term($0) }).count == words.count)
  }
}
