import Lexicon
import Patterns
import UnicodeText

/// What a document establishes once and what that says of its other lines.
///
/// A name that is certain somewhere makes the same words certain elsewhere, and is found where no rule saw it.
struct Recall {
  private let view: DocumentView
  private let known: EstablishedNames

  /// Collects what the chosen readings establish.
  init(_ lines: [Line], _ view: DocumentView) {
    self.view = view
    known = EstablishedNames(lines, view)
  }

  /// Adds to the evidence of every line and reads again those that gained.
  func strengthen(_ lines: inout [Line]) {
    guard !known.isEmpty else { return }
    for index in lines.indices {
      if strengthen(&lines[index]) { lines[index].choose() }
    }
  }

  private func strengthen(_ line: inout Line) -> Bool {
    // The drafts are taken out of the line while they change, so that they are changed in place.
    var drafts: [Draft] = []
    swap(&drafts, &line.drafts)
    defer { swap(&drafts, &line.drafts) }
    var isChanged = false
    for index in drafts.indices {
      let (meaning, range) = (drafts[index].meaning, drafts[index].range)
      guard meaning.isName else { continue }
      let evidence = drafts[index].evidence
      guard evidence != .certain else { continue }
      if known.firstWords.mayContain(view.types.fingerprint(of: view.tokens.types[range.lowerBound])),
        known.names.contains(NameTable.Name(meaning: meaning, range: range))
      {
        drafts[index].evidence = evidence == .possible ? .likely : .certain
        isChanged = true
      } else if evidence == .possible, meaning == .person, range.count == 1,
        isShortName(range.lowerBound, line, seenByRule: true)
      {
        drafts[index].evidence = .likely
        isChanged = true
      }
    }
    for start in line.range {
      let type = view.tokens.types[start]
      guard known.beginnings.mayContain(view.types.fingerprint(of: type)) else { continue }
      let key = view.types.key(of: type)
      if known.shortNames.contains(key), isShortName(start, line, seenByRule: false),
        !Self.isTaken(.person, start..<(start + 1), drafts)
      {
        drafts.append(draft(.person, start..<(start + 1), "document.short-name"))
        isChanged = true
      }
      for length in known.lengths[key] ?? [] where start + length <= line.range.upperBound {
        let range = start..<(start + length)
        for meaning in [Meaning.person, .organization, .place] {
          guard known.sought.contains(NameTable.Name(meaning: meaning, range: range)),
            isNameLike(range, meaning, line), !Self.isTaken(meaning, range, drafts)
          else { continue }
          drafts.append(draft(meaning, range, "document.repeated-name"))
          isChanged = true
        }
      }
    }
    return isChanged
  }

  private func draft(_ meaning: Meaning, _ range: Range<Int>, _ source: String) -> Draft {
    Draft(meaning: meaning, range: range, rule: 0, evidence: .likely, source: source)
  }

  /// Whether a word is written as a name, ends a full name of the document and is no other word of the language.
  ///
  /// Where no rule has looked at its surroundings a short one must stand alone inside a sentence.
  private func isShortName(_ index: Int, _ line: Line, seenByRule: Bool) -> Bool {
    let type = view.types[view.tokens.types[index]]
    guard known.shortNames.contains(type.key), !type.shape.contains(.lower) else { return false }
    if !seenByRule, type.key.bytes.count <= 4 {
      guard type.shape.contains(.latin), type.key.bytes.count > 1, known.standsAlone(index, line) else { return false }
    }
    return !known.isOtherWord(index, line, butDoubtful: seenByRule)
  }

  /// Whether a draft of a kind stands over a range already.
  private static func isTaken(_ meaning: Meaning, _ range: Range<Int>, _ drafts: [Draft]) -> Bool {
    drafts.indices.contains { drafts[$0].range == range && drafts[$0].meaning == meaning }
  }

  /// Whether words are written as a name is: no word of a cased script begins the range in lower case, no body is one of
  /// many ('Hội đồng nhân dân các cấp'), and no single word that names one owes its capital to the beginning of a sentence.
  private func isNameLike(_ range: Range<Int>, _ meaning: Meaning, _ line: Line) -> Bool {
    let shape = view.types.shape(of: view.tokens.types[range.lowerBound])
    if shape.contains(.lower) || meaning == .organization && isOneOfMany(range, line) { return false }
    return meaning != .organization || range.count > 1 || shape.contains(.allCaps)
      || !view.tokens.flags[range.lowerBound].contains(.sentenceStart)
  }

  /// Whether a word of number stands right behind a name.
  private func isOneOfMany(_ range: Range<Int>, _ line: Line) -> Bool {
    let next = range.upperBound
    return next < line.range.upperBound
      && line.reader.matcher.entries(view.tokens, next..<next + 1).contains { $0.sense == "plural-marker" }
  }
}
