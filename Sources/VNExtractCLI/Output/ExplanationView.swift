import Patterns
import VNExtract

/// An explanation as a person reads it: what was found and over what it won, then how far other rules got.
struct ExplanationView {
  private let explanation: Explanation
  private let colour: Bool
  private let focus: Explainer.Focus

  /// The most attempts of rules that are shown for a place.
  private static let attemptLimit = 20

  init(_ explanation: Explanation, colour: Bool, focus: Explainer.Focus) {
    self.explanation = explanation
    self.colour = colour
    self.focus = focus
  }

  var text: String {
    explanation.lines.map { line in
      token(line) + candidates(line) + attempts(line)
    }.joined(separator: "\n")
  }

  /// The token at the offset that was asked about.
  private func token(_ line: ExplainedLine) -> String {
    guard let offset = focus.offset, let token = line.tokens.last(where: { $0.span.range.lowerBound <= offset }) else {
      return ""
    }
    var out = "TOKEN \(span(token.span)): \(token.kind), \(token.shapes.joined(separator: ", "))\n"
    for (text, used) in token.entries {
      out += "  \(entry(used))" + (text == token.span.text ? "" : " – ‘\(visible(text))’") + "\n"
    }
    return out + "\n"
  }

  private func candidates(_ line: ExplainedLine) -> String {
    var out = ""
    for candidate in line.candidates where isShown(candidate) {
      let head = "\(candidate.type) \(span(candidate.span)) \(evidence(candidate)), weight \(candidate.weight)"
      switch candidate.outcome {
      case .mention(let id): out += paint("✓ \(head)", 32) + " → \(id)\n"
      case .unanswered(let reason): out += paint("– \(head)", 33) + "\n    not answered: \(reason)\n"
      case .beaten(let winners):
        out += paint("✗ \(head)", 31) + "\n"
        for winner in winners.map({ line.candidates[$0] }) {
          out += "    beaten by \(winner.type) \(span(winner.span)), weight \(winner.weight), of \(winner.rule)\n"
        }
      }
      out += "    \(candidate.rule)" + (candidate.attempt.map { "  \($0.rule.file):\($0.rule.line)" } ?? "") + "\n"
      if let match = candidate.attempt?.matches.first { out += conditions(match, indent: "    ") }
      for used in candidate.entries { out += "    \(entry(used))\n" }
    }
    return out.isEmpty ? (focus.rule == nil ? "No rule found anything" : "The rule found nothing") + " here.\n" : out
  }

  private func isShown(_ candidate: ExplainedCandidate) -> Bool {
    let range = candidate.span.range
    let isThere = focus.offset.map { range.lowerBound <= $0 && $0 <= range.upperBound } ?? true
    return isThere && focus.rule.map { candidate.rule.contains($0) } ?? true
  }

  private func evidence(_ candidate: ExplainedCandidate) -> String {
    candidate.evidence == candidate.evidenceOfRule
      ? candidate.evidence.word
      : "\(candidate.evidence.word) (\(candidate.evidenceOfRule.word) by its rule, the rest by the document)"
  }

  private func attempts(_ line: ExplainedLine) -> String {
    // Those that got furthest first; what they found is told above.
    let sorted = line.attempts.filter { !$0.matches.contains { $0.evidence != nil } || $0.rule.phase == "relation" }
      .sorted { ($0.span.text.count, $1.rule.qualifiedName) > ($1.span.text.count, $0.rule.qualifiedName) }
    guard !sorted.isEmpty else { return "" }
    var out = "\nRULES THAT TRIED\n"
    for attempt in sorted.prefix(Self.attemptLimit) {
      out += paint(attempt.rule.qualifiedName, 36) + "  \(attempt.rule.file):\(attempt.rule.line)\n"
      // Matches that differ only in what stands around the mention are told once.
      var told: Set<String> = []
      for match in attempt.matches {
        let result = match.evidence.map { "found with evidence \($0.word)" } ?? "dropped"
        let text = "    matched \(span(match.span)): \(result)\n" + conditions(match, indent: "      ")
        if told.insert(text).inserted { out += text }
      }
      if attempt.matches.isEmpty {
        out +=
          attempt.span.text.isEmpty
          ? "    took nothing at \(attempt.span.range.lowerBound)\n" : "    took \(span(attempt.span))\n"
        for failure in attempt.failures {
          let place = failure.place.line > 0 ? "  \(failure.place)" : ""
          out += "    then wanted \(paint(visible(failure.place.text), 1)), but \(visible(failure.reason))\(place)\n"
        }
      }
    }
    let rest = sorted.count - Self.attemptLimit
    if rest > 0 { out += "… and \(rest) more that got less far; --rule NAME narrows it, --format json shows all\n" }
    return out
  }

  private func conditions(_ match: ExplainedMatch, indent: String) -> String {
    match.conditions.filter(\.holds).map { condition in
      let lead = condition.evidence.map { "\($0.word) if" } ?? "unless"
      let tests = condition.tests.map { test, seen in
        visible(test.place.text) + (seen.map { $0.text.isEmpty ? "" : " – ‘\(visible($0.text))’" } ?? "")
      }
      let place = condition.tests.first?.test.place.description ?? ""
      return "\(indent)\(lead) \(tests.joined(separator: " and "))  \(place)\n"
    }.joined()
  }

  private func entry(_ entry: UsedEntry) -> String {
    "<\(entry.sense)> \(visible(entry.surface))  \(entry.file):\(entry.line)"
  }

  private func span(_ span: ExplainedSpan) -> String {
    "\(span.range.lowerBound)–\(span.range.upperBound) ‘\(visible(span.text))’"
  }

  /// One line, without control characters.
  private func visible(_ text: String) -> String {
    Console.visible(String(text.map { $0.isNewline ? " " : $0 }))
  }

  private func paint(_ text: String, _ code: Int) -> String { colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
