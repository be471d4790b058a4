import Patterns
import UnicodeText

/// Joins the office and the name of a signature block, which stand in lines of their own.
///
/// The office stands in the nearest line above the name that is no note in brackets, with nothing else in its line but the
/// institution, what leads to it, and a short mark such as `KT.` before the office. Where a line with nothing but a person
/// stands right above the office, the two may be a list of names with their offices below, which is joined only where that
/// person signed, too.
struct SignatureFinder {
  /// An office and who signed for it, as drafts of their lines.
  struct Signature {
    var titleLine: Int
    var title: Int
    var personLine: Int
    var person: Int
  }

  /// How many notes in brackets may stand between, how many words before the office and behind it, how many tokens in a line.
  private static let (notes, marks, longest) = (3, 2, 24)

  private let lines: [Line]
  private let view: DocumentView

  init(_ lines: [Line], _ view: DocumentView) {
    self.lines = lines
    self.view = view
  }

  /// The signatures in the order of the text; linear.
  var signatures: [Signature] {
    var found: [Signature] = []
    for index in lines.indices {
      guard let person = signer(lines[index]), let above = index > 0 ? lineAbove(index) : nil,
        let title = office(lines[above])
      else { continue }
      if let before = above > 0 ? lineAbove(above) : nil, signer(lines[before]) != nil, found.last?.personLine != before
      {
        continue
      }
      found.append(Signature(titleLine: above, title: title, personLine: index, person: person))
    }
    return found
  }

  private func lineAbove(_ index: Int) -> Int? {
    (max(0, index - 1 - Self.notes)..<index).reversed().first { !isNote(lines[$0].range) }
  }

  private func isNote(_ range: Range<Int>) -> Bool {
    range.count <= Self.longest && isSign(range.lowerBound, "(") && isSign(range.upperBound - 1, ")")
  }

  /// The only person of a line that holds nothing else but degrees and forms of address.
  private func signer(_ line: Line) -> Int? {
    guard line.range.count <= Self.longest, let last = line.chosen.last, line.drafts[last].meaning == .person,
      line.chosen.dropLast().allSatisfy({ isAddress(line.drafts[$0]) }), wordsOutside(line).isEmpty
    else { return nil }
    return last
  }

  /// The only office of a line that holds nothing else but its institution and what stands short before it.
  private func office(_ line: Line) -> Int? {
    guard line.range.count <= Self.longest else { return nil }
    let titles = line.chosen.filter { line.drafts[$0].meaning == .title }
    guard titles.count == 1, let title = titles.first, !isAddress(line.drafts[title]),
      line.chosen.allSatisfy({ [.title, .organization, .place].contains(line.drafts[$0].meaning) })
    else { return nil }
    // 'PP.' before it, 'of the' between it and its institution.
    let outside = wordsOutside(line)
    let before = outside.count { $0 < line.drafts[title].range.lowerBound }
    guard max(before, outside.count - before) <= Self.marks,
      (outside.last ?? -1) < line.drafts[line.chosen[line.chosen.count - 1]].range.lowerBound
    else { return nil }
    return title
  }

  private func isAddress(_ draft: Draft) -> Bool {
    draft.meaning == .title && ["honorific", "degree", "rank"].contains(draft.kind?.string)
  }

  /// The words of a line that belong to no mention.
  private func wordsOutside(_ line: Line) -> [Int] {
    var covered = line.range.lowerBound
    var words: [Int] = []
    for range in line.chosen.map({ line.drafts[$0].range }) + [line.range.upperBound..<line.range.upperBound] {
      words += (covered..<max(covered, range.lowerBound)).filter {
        [.word, .number].contains(view.types.kind(of: view.tokens.types[$0]))
      }
      covered = range.upperBound
    }
    return words
  }

  private func isSign(_ index: Int, _ sign: Character) -> Bool {
    view.types.key(of: view.tokens.types[index]).bytes == Array(sign.utf8)
  }
}
