import Lexicon
import Patterns
import UnicodeText

/// Runs the rules of one language over lines; holds the caches of one worker.
final class LineReader {
  let language: Language
  let matcher: Matcher
  private let numbers: NumberReader
  // No call gets back to this object while it changes what it holds, so that none has to be checked for it.
  /// What is known of the rules that have matched.
  @exclusivity(unchecked) private var facts: [RuleFacts?]
  @exclusivity(unchecked) private var matches: [Match] = []
  @exclusivity(unchecked) private var index = DraftIndex()

  init(_ language: Language, vocabulary: Vocabulary, types: TypeTable, bare: BareWords?) {
    self.language = language
    numbers = NumberReader(
      decimal: language.profile?.decimal.first ?? ".",
      grouping: Set(language.profile?.grouping.compactMap(\.first) ?? [","]))
    matcher = Matcher(language.rules, lexicon: language.lexicon, vocabulary: vocabulary, types: types, bare: bare)
    facts = Array(repeating: nil, count: language.rules.count)
  }

  /// All mentions that rules find in a line, in the order of the phases.
  func drafts(_ view: DocumentView, line: Range<Int>) -> [Draft] {
    let tokens = lineView(view)
    var drafts: [Draft] = []
    index.removeAll()
    matcher.begin(view.tokens, line: line)
    for phase in Phase.allCases where phase != .relation {
      let first = drafts.count
      matches.removeAll(keepingCapacity: true)
      matcher.run(phase: phase.index, into: &matches)
      for number in matches.indices {
        let rule = facts(of: matches[number].rule)
        var draft = Draft(
          meaning: rule.meaning, range: matches[number].mention, rule: matches[number].rule,
          evidence: matches[number].evidence)
        if rule.isComposed, !compose(&draft, matches[number], rule.constants, tokens, drafts) { continue }
        if index.insert(draft, among: drafts) { drafts.append(consume draft) }
      }
      for index in first..<drafts.count {
        guard let facts = drafts[index].facts(withEvidence: true) else { continue }
        matcher.add(mention: index, facts, range: drafts[index].range)
      }
    }
    return drafts
  }

  /// The relation rules' matches over the mentions that won with at least some evidence, with their parts.
  func relations(_ view: DocumentView, line: Line, evidence: Evidence) -> [(match: Match, captures: Captures)] {
    guard matcher.hasRules(phase: Phase.relation.index), !line.chosen.isEmpty else { return [] }
    matcher.begin(view.tokens, line: line.range)
    for index in line.chosen {
      let draft = line.drafts[index]
      // Vague words of time are no mentions unless asked for; `former` speaks of the title.
      guard let facts = draft.facts(withEvidence: false), draft.evidence >= evidence, draft.date?.isVague != true else {
        continue
      }
      matcher.cover(draft.range)
      matcher.add(mention: index, facts, range: draft.range)
    }
    matches.removeAll(keepingCapacity: true)
    matcher.run(phase: Phase.relation.index, into: &matches)
    return matches.map { ($0, matcher.captures(of: $0)) }
  }

  /// The name that answers show for a rule.
  func ruleName(_ index: Int) -> String { facts(of: index).name }

  /// The attributes with fixed values that a rule gives.
  func constants(of rule: Int) -> RuleConstants { facts(of: rule).constants }

  private func facts(of rule: Int) -> RuleFacts {
    if let known = facts[rule] { return known }
    let found = RuleFacts(rule, language.rules, needsParts: matcher.needsParts(rule))
    facts[rule] = found
    return found
  }

  func lineView(_ view: DocumentView) -> LineView {
    LineView(text: view.text, tokens: view.tokens, types: view.types, matcher: matcher, numbers: numbers)
  }

  /// Adds what the parts of a match mean; false where they make no sense together.
  private func compose(
    _ draft: inout Draft, _ match: Match, _ constants: RuleConstants, _ line: LineView, _ drafts: [Draft]
  ) -> Bool {
    let captures = matcher.captures(of: match)
    draft.parts = captures.mentions.map(\.number)
    switch draft.meaning {
    case .date, .duration, .back, .shift, .recurrence:
      let composer = DateComposer(line: line, isMonthFirst: language.profile?.dateOrder == .mdy)
      let base = captures["base"]?.mention.flatMap { drafts[$0].date }
      guard
        let date = composer.expression(draft.meaning, captures, constants: constants, base: base)
      else { return false }
      draft.date = date
    case .period:
      guard let from = captures["from"]?.mention, let to = captures["to"]?.mention,
        case .point(let first) = drafts[from].date, case .point(let second) = drafts[to].date
      else { return false }
      draft.date = .range(first, second)
    case .number:
      let composer = NumberComposer(line: line)
      guard let number = composer.value(captures, constants: constants) else { return false }
      draft.number = number
      draft.kind = number.kind
    case .title:
      draft.kind = constants["kind"]
      draft.status = line.feature(.status, captures["status"]) ?? constants["status"]
    case .place:
      draft.kind =
        line.feature(.kind, captures["head"], sense: "place-head")
        ?? line.feature(.kind, captures["name"], sense: "place")
    case .person: draft.kind = constants["kind"]
    case .organization, .holds, .reject: break
    }
    return true
  }
}
