import Patterns

/// Joins persons, titles and organizations of a line.
struct HoldsFinder {
  /// A relation, the draft of its title, and where its holder stands if the line names none.
  struct Held {
    var relation: Relation
    var title: Int
    var absent: AbsentHolder?
  }

  /// A holder whom the line of the title does not name.
  struct AbsentHolder {
    /// The rule that says so.
    var rule: String
    /// Whether the line tells of the life of whom the text speaks, and is no entry of a list.
    var isSubject: Bool
  }

  private let line: Line
  private let view: DocumentView
  private let evidence: Evidence

  /// Looks at the mentions of a line that have at least some evidence.
  init(_ line: Line, _ view: DocumentView, evidence: Evidence) {
    self.line = line
    self.view = view
    self.evidence = evidence
  }

  /// The relations, with mentions named by `id`; about a title the surer, then the earlier, then the longer match decides.
  func relations(id: (Int) -> String?) -> [Held] {
    // A relation is about a title.
    guard line.chosen.contains(where: { line.drafts[$0].meaning == .title }) else { return [] }
    let matches = line.reader.relations(view, line: line, evidence: evidence)
      .sorted(by: isBefore)
    var held: [Int: Held] = [:]
    for match in matches {
      let rule = line.reader.ruleName(match.rule)
      let holder = line.reader.constants(of: match.rule)["holder"]
      let absent = holder.map { AbsentHolder(rule: rule, isSubject: $0 == "subject") }
      for pair in pairs(line.reader.captures(of: match)) {
        guard let title = id(pair.title) else { continue }
        let relation = Relation(
          type: "holds", person: pair.person.flatMap(id), title: title, organization: pair.organization.flatMap(id),
          status: line.drafts[pair.title].status?.string, rule: rule)
        if let known = held[pair.title]?.relation {
          if let absent { held[pair.title]?.absent = absent }
          // A person outweighs none, an organization outweighs none.
          if known.person != nil || relation.person == nil {
            if known.organization != nil || relation.organization == nil || known.person != relation.person { continue }
          }
        }
        held[pair.title] = Held(
          relation: relation, title: pair.title, absent: absent ?? held[pair.title]?.absent)
      }
    }
    return held.values.sorted { line.drafts[$0.title].range.lowerBound < line.drafts[$1.title].range.lowerBound }
  }

  private func isBefore(_ left: Match, _ right: Match) -> Bool {
    if left.evidence != right.evidence { return left.evidence > right.evidence }
    if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
    if left.range.count != right.range.count { return left.range.count > right.range.count }
    return left.rule < right.rule
  }

  /// Every title with the person of the phrase and the organization that follows it before the next title.
  private func pairs(_ captures: Captures) -> [(person: Int?, title: Int, organization: Int?)] {
    let person = captures.parts.first { $0.name == .person && $0.mention != nil }?.mention
    var out: [(person: Int?, title: Int, organization: Int?)] = []
    var leading: Int?
    for part in captures.parts {
      guard let mention = part.mention else { continue }
      switch part.name {
      case .title:
        out.append((person, mention, leading))
        leading = nil
      case .organization:
        if out.isEmpty {
          leading = mention
        } else if out[out.count - 1].organization == nil, !isShared(mention, out[out.count - 1].title) {
          out[out.count - 1].organization = mention
        }
      default: break
      }
    }
    // Titles without an institution have none, whatever stands beside them.
    for index in out.indices {
      let kind = line.drafts[out[index].title].kind
      if kind == "honorific" || kind == "degree" { out[index].organization = nil }
    }
    return out
  }

  /// Whether an institution is that of another post in between, while the title says itself what it is over.
  private func isShared(_ organization: Int?, _ title: Int) -> Bool {
    guard let organization, line.reader.constants(of: line.drafts[title].rule)["complete"] != nil else { return false }
    let end = line.drafts[title].range.upperBound
    let next = line.chosen.firstIndex(notBelow: end) { line.drafts[$0].range.lowerBound }
    return line.chosen[next...].prefix { $0 != organization }.contains { line.drafts[$0].meaning == .title }
  }
}
