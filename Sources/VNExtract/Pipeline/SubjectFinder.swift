import Patterns
import UnicodeText

/// Tells of whom the entries of a life or a list of offices speak, which name nobody themselves.
///
/// The subject is the only person of the nearest line above that names one, with nothing but entries and short headings
/// between. Where a paragraph and a heading stand between, it is whom the document names first, if it names nobody else in
/// that line, and then only in entries with dates or under a name that has a line to itself, as on a page about somebody.
/// Of an office of the past it is the only person that stands before it in its sentence, or in a heading above.
///
/// An entry begins with a mark of a list, or a date that a colon or dash sets off and that is no time of the clock as in a
/// schedule. One that begins with a mark alone belongs to a short line that does not end in a colon, since what follows
/// 'The chairman instructs:' are others' tasks, and that begins with another mark.
///
/// A sentence of a life ('the deceased held …') that names nobody speaks of the only person of the nearest line above that names
/// one, some lines further up at most.
struct SubjectFinder {
  /// Who is spoken of in a line.
  private struct Subject {
    var line: Int
    var draft: Int
    /// Whether only offices of the past are theirs.
    var hasOnlyPast = false
    /// Whether a paragraph stands between.
    var isDistant = false
    /// The tokens of their own line that speak of them: from the name to the end of the sentence.
    var sentence: Range<Int>

    var ofPast: Subject {
      var copy = self
      copy.hasOnlyPast = true
      return copy
    }
  }

  /// How many tokens a heading has at most.
  private static let longest = 24
  /// How many lines above a life's sentence the name stands at most.
  private static let reach = 6

  private let lines: [Line]
  private let view: DocumentView
  private var subjects: [Subject?] = []
  /// The only person of the nearest line above each that names one; nil for lines that name one themselves.
  private var nearest: [Subject?] = []

  /// Looks at every line once; linear.
  init(_ lines: [Line], _ view: DocumentView) {
    self.lines = lines
    self.view = view
    subjects.reserveCapacity(lines.count)
    var (current, main): (Subject?, Subject?)
    var last: Subject?
    var isFirst = true
    for (index, line) in lines.enumerated() {
      let persons = line.chosen.filter { line.drafts[$0].meaning == .person && line.drafts[$0].evidence >= .likely }
      nearest.append(persons.isEmpty ? last : nil)
      if let first = persons.first {
        let name = line.drafts[first].range
        let isOne =
          !isBracketed(name, in: line)
          && persons.dropFirst().allSatisfy { view.keys(line.drafts[$0].range) == view.keys(name) }
        current = isOne ? Subject(line: index, draft: first, sentence: sentence(behind: name, in: line)) : nil
        last = current
        subjects.append(current.map(\.ofPast))
        if isFirst { main = current }
        isFirst = false
      } else if let date = firstDate(line) {
        let isScheduled = date.fields.contains { $0.hasTime }
        subjects.append(isScheduled ? nil : current)
      } else if isMarked(line) {
        let isOwn = current.map { isHeading(lines[$0.line]) && !isAlike(line, lines[$0.line]) } ?? false
        subjects.append(isOwn ? current.map { $0.isDistant && !isPage($0) ? $0.ofPast : $0 } : nil)
      } else {
        subjects.append(current.flatMap { isHeading(lines[$0.line]) ? $0.ofPast : nil })
        if line.range.count > Self.longest {
          current = nil
        } else if current.map({ !isHeading(lines[$0.line]) }) ?? true {
          current = main
          current?.isDistant = true
        }
      }
    }
  }

  /// The subject of an office that the line of this number names, nil where the line is no entry.
  func subject(of title: Draft, inLine number: Int) -> (line: Int, draft: Int)? {
    guard let subject = subjects[number], title.status != nil || !subject.hasOnlyPast,
      subject.line != number || subject.sentence.contains(title.range.lowerBound)
    else { return nil }
    return (subject.line, subject.draft)
  }

  /// Of whom a line of this number speaks that tells of a life and names nobody.
  func subject(ofLine number: Int) -> (line: Int, draft: Int)? {
    guard let subject = nearest[number], number - subject.line <= Self.reach else { return nil }
    return (subject.line, subject.draft)
  }

  /// Whether the line of a name holds nothing but it and titles.
  private func isPage(_ subject: Subject) -> Bool {
    let line = lines[subject.line]
    let known = line.chosen.lazy.map { line.drafts[$0] }.filter { $0.meaning == .title || $0.meaning == .person }
    return known.reduce(0) { $0 + $1.range.count } == line.range.count
  }

  /// Whether a name stands in brackets, as that of somebody else does.
  private func isBracketed(_ name: Range<Int>, in line: Line) -> Bool {
    var open = 0
    for index in line.range.lowerBound..<name.lowerBound {
      switch view.types.key(of: view.tokens.types[index]).bytes {
      case [0x28]: open += 1
      case [0x29]: open = max(0, open - 1)
      default: break
      }
    }
    return open > 0
  }

  private func isMarked(_ line: Line) -> Bool {
    line.range.count > 1 && isSign(line.range.lowerBound)
  }

  /// Whether both begin with the same mark: entries of one list, of which none belongs to another.
  private func isAlike(_ line: Line, _ other: Line) -> Bool {
    let (first, second) = (view.tokens.types[line.range.lowerBound], view.tokens.types[other.range.lowerBound])
    return view.types.key(of: first) == view.types.key(of: second)
  }

  /// The date at the beginning, behind a mark or a word at most, with a mark before it or a sign other than a comma behind.
  private func firstDate(_ line: Line) -> DateExpression? {
    let answered = line.chosen.first { line.drafts[$0].evidence >= .likely }
    guard let first = answered, line.drafts[first].range.lowerBound <= line.range.lowerBound + 2 else { return nil }
    let end = line.drafts[first].range.upperBound
    let isSetOff =
      end < line.range.upperBound && isSign(end) && view.types.key(of: view.tokens.types[end]).bytes != [0x2C]
    return isMarked(line) || isSetOff ? line.drafts[first].date : nil
  }

  /// What stands behind a name up to the first full stop with a blank behind it.
  private func sentence(behind name: Range<Int>, in line: Line) -> Range<Int> {
    let end = (name.upperBound..<line.range.upperBound).first { index in
      view.types.key(of: view.tokens.types[index]).bytes == [0x2E]
        && (index + 1 == line.range.upperBound || view.tokens.starts[index + 1] > view.tokens.ends[index])
    }
    return name.upperBound..<(end ?? line.range.upperBound)
  }

  private func isHeading(_ line: Line) -> Bool {
    line.range.count <= Self.longest && view.types.key(of: view.tokens.types[line.range.upperBound - 1]).bytes != [0x3A]
  }

  private func isSign(_ index: Int) -> Bool {
    [.punctuation, .symbol].contains(view.types.kind(of: view.tokens.types[index]))
  }
}
