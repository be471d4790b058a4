import Patterns
import UnicodeText

/// Explains one line of a document.
struct LineExplainer {
  private let line: Line
  private let view: DocumentView
  private let trace: LineTrace
  private let spans: SpanTable
  private let rules: [RuleTracer]

  init(_ line: Line, _ view: DocumentView, _ trace: LineTrace, _ spans: SpanTable, _ rules: [RuleTracer]) {
    self.line = line
    self.view = view
    self.trace = trace
    self.spans = spans
    self.rules = rules
  }

  /// The tokens as rules see them.
  var tokens: [ExplainedToken] {
    line.range.map { index in
      let type = view.types[view.tokens.types[index]]
      let entries = trace[0].entries(at: index).map { (view.string($0.range), UsedEntry($0.entry)) }
      return ExplainedToken(
        span: spans[index..<(index + 1)], kind: "\(type.kind)", keys: type.keys.map(\.description),
        shapes: ShapeTest.shapes(of: type), entries: entries)
    }
  }

  /// All that rules found, in text order, with what became of it in `document`.
  func candidates(_ document: Document) -> [ExplainedCandidate] {
    let order = line.drafts.indices.sorted { left, right in
      let (first, second) = (line.drafts[left].range, line.drafts[right].range)
      return (first.lowerBound, -first.count, left) < (second.lowerBound, -second.count, right)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    let chosen = Set(line.chosen)
    let ids = Dictionary(document.mentions.map { ($0.bytes, $0.id) }) { first, _ in first }
    return order.map { index in
      let draft = line.drafts[index]
      let outcome: ExplainedCandidate.Outcome
      if chosen.contains(index) {
        let span = view.span(draft.range)
        outcome = ids[span.start..<span.end].map { .mention($0) } ?? .unanswered(reason(draft))
      } else {
        outcome = .beaten(
          by: line.chosen.filter { line.drafts[$0].range.overlaps(draft.range) }.compactMap { places[$0] })
      }
      let attempt = draft.source == nil ? attempt(of: draft) : nil
      return ExplainedCandidate(
        span: spans[draft.range], type: draft.meaning.mentionType?.rawValue ?? draft.meaning.rawValue,
        rule: draft.source ?? line.reader.ruleName(draft.rule), attempt: attempt,
        evidenceOfRule: attempt?.matches.first?.evidence ?? draft.evidence, evidence: draft.evidence,
        weight: line.weight(ofDraft: index), entries: attempt?.matches.first?.entries ?? [], outcome: outcome)
    }
  }

  /// The attempts of rules whose name contains `name`, or of all rules at a token.
  func attempts(rule name: String?, at token: Int?) -> [ExplainedAttempt] {
    rules.filter { tracer in name.map { tracer.name.contains($0) } ?? true }.flatMap { tracer in
      tracer.traces(in: state(for: tracer.rule), all: name != nil && token != nil)
        .filter { attempt in token.map { attempt.start <= $0 && $0 <= attempt.reached } ?? true }
        .map(explain)
    }
  }

  private func state(for rule: Rule) -> TraceLine { trace[Phase(rawValue: rule.phase)?.index ?? 0] }

  /// The attempt that found a draft, with the one match that did.
  private func attempt(of draft: Draft) -> ExplainedAttempt? {
    let name = line.reader.ruleName(draft.rule)
    guard let tracer = rules.first(where: { $0.name == name }) else { return nil }
    let state = state(for: tracer.rule)
    for start in RuleTracer.starts(of: draft.range, in: line.range) {
      guard var attempt = tracer.trace(in: state, from: start),
        let match = attempt.matches.first(where: { $0.mention == draft.range && $0.evidence != nil })
      else { continue }
      attempt.matches = [match]
      return explain(attempt)
    }
    return nil
  }

  private func explain(_ attempt: RuleTrace) -> ExplainedAttempt {
    ExplainedAttempt(
      rule: attempt.rule, span: spans[attempt.start..<attempt.reached], failures: attempt.failures,
      matches: attempt.matches.map { match in
        ExplainedMatch(
          span: spans[match.mention], evidence: match.evidence,
          conditions: match.conditions.map { condition in
            ExplainedCondition(
              evidence: condition.evidence, holds: condition.holds,
              tests: condition.tests.map { test in (test, test.seen.map { spans[$0] }) })
          },
          entries: Phase(rawValue: attempt.rule.phase) == .relation ? [] : trace.entries(of: match.items))
      })
  }

  /// Why a draft that won is no mention of the answer.
  private func reason(_ draft: Draft) -> String {
    if draft.meaning == .reject { return "the rule takes these words from others and gives nothing" }
    if draft.meaning == .date, draft.evidence != .possible {
      return "the words denote no date, or the type is not asked for"
    }
    return "its evidence is weaker than what is asked for, or its type is not asked for"
  }
}
