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
  /// The parts of the match at hand.
  @exclusivity(unchecked) private var captures = Captures()

  init(_ language: Language, vocabulary: Vocabulary, types: TypeTable, bare: BareWords?) {
    self.language = language
    numbers = NumberReader(
      decimal: language.profile?.decimal.first ?? ".",
      grouping: Set(language.profile?.grouping.compactMap(\.first) ?? [","]))
    matcher = Matcher(language.rules, lexicon: language.lexicon, vocabulary: vocabulary, types: types, bare: bare)
    facts = Array(repeating: nil, count: language.rules.count)
  }

  /// All mentions that rules find in a line, in the order of the phases; those that each took as items are appended to `parts`.
  func drafts(_ view: DocumentView, line: Range<Int>, parts: inout [Int32]) -> [Draft] {
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
        if rule.isComposed {
          guard compose(&draft, matches[number], rule, tokens, drafts) else { continue }
          let first = Int32(truncatingIfNeeded: parts.count)
          for mention in captures.mentions { parts.append(Int32(truncatingIfNeeded: mention.number)) }
          draft.parts = first..<Int32(truncatingIfNeeded: parts.count)
        }
        if index.insert(draft, among: drafts) { drafts.append(consume draft) }
      }
      for index in first..<drafts.count {
        guard let facts = drafts[index].facts(withEvidence: true) else { continue }
        matcher.add(mention: index, facts, range: drafts[index].range)
      }
    }
    return drafts
  }

  /// The relation rules' matches over the mentions that won with at least some evidence.
  func relations(_ view: DocumentView, line: Line, evidence: Evidence) -> [Match] {
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
    return matches
  }

  /// The parts of a match of the relation rules, as long as no other line is read.
  func captures(of match: Match) -> Captures {
    matcher.read(match, into: &captures)
    return captures
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
    _ draft: inout Draft, _ match: Match, _ rule: RuleFacts, _ line: LineView, _ drafts: [Draft]
  ) -> Bool {
    matcher.read(match, into: &captures)
    switch draft.meaning {
    case .date, .duration, .back, .shift, .recurrence:
      let composer = DateComposer(line: line, isMonthFirst: language.profile?.dateOrder == .mdy)
      let base = captures[.base]?.mention.flatMap { drafts[$0].date }
      guard
        let date = composer.expression(draft.meaning, captures, constants: rule.constants, base: base)
      else { return false }
      draft.date = date
    case .period:
      guard let from = captures[.from]?.mention, let to = captures[.to]?.mention,
        case .point(let first) = drafts[from].date, case .point(let second) = drafts[to].date
      else { return false }
      draft.date = .range(first, second)
    case .number:
      let composer = NumberComposer(line: line)
      guard let number = composer.value(captures, constants: rule.constants) else { return false }
      draft.number = number
      draft.kind = Term(number.kind)
    case .title:
      draft.kind = rule.kind
      draft.status = line.feature(.status, captures[.status]).map { Term($0) } ?? rule.status
    case .place:
      draft.kind =
        (line.feature(.kind, captures[.head], sense: "place-head")
        ?? line.feature(.kind, captures[.name], sense: "place")).map { Term($0) }
    case .person: draft.kind = rule.kind
    case .organization, .holds, .reject: break
    }
    return true
  }
}
