import Lexicon
import Patterns
import UnicodeText

/// Runs the rules of one language over lines; holds the caches of one worker.
final class LineReader {
  let language: Language
  let matcher: Matcher
  private let numbers: NumberReader

  init(_ language: Language, vocabulary: Vocabulary, types: TypeTable) {
    self.language = language
    numbers = NumberReader(
      decimal: language.profile?.decimal.first ?? ".",
      grouping: Set(language.profile?.grouping.compactMap(\.first) ?? [","]))
    matcher = Matcher(language.rules, lexicon: language.lexicon, vocabulary: vocabulary, types: types)
  }

  /// All mentions that rules find in a line, in the order of the phases.
  func drafts(_ view: DocumentView, line: Range<Int>) -> [Draft] {
    let tokens = lineView(view)
    var drafts: [Draft] = []
    var seen: Set<DraftKey> = []
    matcher.begin(view.tokens, line: line)
    for phase in Phase.allCases where phase != .relation {
      let first = drafts.count
      matcher.run(phase: phase.index) { match in
        if let draft = draft(match, tokens, drafts), seen.insert(DraftKey(draft)).inserted { drafts.append(draft) }
      }
      for index in first..<drafts.count {
        guard let type = drafts[index].meaning.mentionType else { continue }
        var attributes = drafts[index].attributes
        attributes["evidence"] = drafts[index].evidence.word
        matcher.add(mention: index, type: type.rawValue, attributes: attributes, range: drafts[index].range)
      }
    }
    return drafts
  }

  /// The relation rules' matches over the mentions that won.
  func relations(_ view: DocumentView, line: Line) -> [Match] {
    matcher.begin(view.tokens, line: line.range)
    for index in line.chosen {
      let draft = line.drafts[index]
      guard let type = draft.meaning.mentionType else { continue }
      matcher.cover(draft.range)
      matcher.add(mention: index, type: type.rawValue, attributes: draft.attributes, range: draft.range)
    }
    var out: [Match] = []
    matcher.run(phase: Phase.relation.index) { out.append($0) }
    return out
  }

  /// The name that answers show for a rule.
  func ruleName(_ index: Int) -> String { language.rules.rules[index].name }

  func lineView(_ view: DocumentView) -> LineView {
    LineView(text: view.text, tokens: view.tokens, types: view.types, matcher: matcher, numbers: numbers)
  }

  /// What a match means; nil where its parts make no sense together.
  private func draft(_ match: Match, _ line: LineView, _ drafts: [Draft]) -> Draft? {
    let rule = language.rules.rules[match.rule]
    let meaning = rule.meaning
    var draft = Draft(
      meaning: meaning, range: match.captures.mention, rule: match.rule, evidence: match.evidence,
      parts: match.captures.mentions.map(\.number))
    switch meaning {
    case .date, .duration, .back, .shift, .recurrence:
      let composer = DateComposer(line: line, isMonthFirst: language.profile?.dateOrder == .mdy)
      let base = match.captures["base"]?.mention.flatMap { drafts[$0].date }
      guard
        let date = composer.expression(meaning, match.captures, constants: rule.constants, base: base)
      else { return nil }
      draft.date = date
    case .period:
      guard let from = match.captures["from"]?.mention, let to = match.captures["to"]?.mention,
        case .point(let first) = drafts[from].date, case .point(let second) = drafts[to].date
      else { return nil }
      draft.date = .range(first, second)
    case .number:
      let composer = NumberComposer(line: line)
      guard let number = composer.value(match.captures, constants: rule.constants) else { return nil }
      draft.number = number
      draft.attributes["kind"] = number.kind
    case .title:
      draft.attributes["kind"] = rule.constants["kind"]
      draft.attributes["status"] =
        line.feature(.status, match.captures["status"]) ?? rule.constants["status"]
    case .place:
      draft.attributes["kind"] =
        line.feature(.kind, match.captures["head"], sense: "place-head")
        ?? line.feature(.kind, match.captures["name"], sense: "place")
    case .person, .organization, .holds, .reject: break
    }
    return draft
  }
}

/// What makes two drafts the same answer.
private struct DraftKey: Hashable {
  let meaning: Meaning
  let range: Range<Int>
  let rule: Int
  let value: Int

  init(_ draft: Draft) {
    meaning = draft.meaning
    range = draft.range
    rule = draft.rule
    var hasher = Hasher()
    hasher.combine(draft.attributes)
    hasher.combine(draft.date)
    hasher.combine(draft.number)
    value = hasher.finalize()
  }
}
