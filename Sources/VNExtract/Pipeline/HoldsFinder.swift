import Patterns

/// Joins persons, titles and organizations of a line.
struct HoldsFinder {
  private let line: Line
  private let view: DocumentView

  init(_ line: Line, _ view: DocumentView) {
    self.line = line
    self.view = view
  }

  /// The relations, with mentions named by `id`; about a title the surer, then the earlier, then the longer match decides.
  func relations(id: (Int) -> String?) -> [Relation] {
    // A relation is about a title.
    guard line.chosen.contains(where: { line.drafts[$0].meaning == .title }) else { return [] }
    let matches = line.reader.relations(view, line: line).sorted { pair, other in
      let (left, right) = (pair.match, other.match)
      if left.evidence != right.evidence { return left.evidence > right.evidence }
      if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
      if left.range.count != right.range.count { return left.range.count > right.range.count }
      return left.rule < right.rule
    }
    var held: [Int: (place: Int, relation: Relation)] = [:]
    for (match, captures) in matches {
      for pair in pairs(captures) {
        guard let title = id(pair.title) else { continue }
        let relation = Relation(
          type: "holds", person: pair.person.flatMap(id), title: title, organization: pair.organization.flatMap(id),
          status: line.drafts[pair.title].status, rule: line.reader.ruleName(match.rule))
        if let known = held[pair.title]?.relation {
          // A person outweighs none, an organization outweighs none.
          if known.person != nil || relation.person == nil {
            if known.organization != nil || relation.organization == nil || known.person != relation.person { continue }
          }
        }
        held[pair.title] = (line.drafts[pair.title].range.lowerBound, relation)
      }
    }
    return held.values.sorted { $0.place < $1.place }.map(\.relation)
  }

  /// Every title with the person of the phrase and the organization that follows it before the next title.
  private func pairs(_ captures: Captures) -> [(person: Int?, title: Int, organization: Int?)] {
    let parts = captures.parts.filter { $0.mention != nil }
    let persons = parts.filter { $0.name == "person" }.compactMap(\.mention)
    var out: [(person: Int?, title: Int, organization: Int?)] = []
    var leading: Int?
    for part in parts {
      switch part.name {
      case "title":
        if let title = part.mention { out.append((persons.first, title, leading)) }
        leading = nil
      case "organization":
        if out.isEmpty {
          leading = part.mention
        } else if out[out.count - 1].organization == nil {
          out[out.count - 1].organization = part.mention
        }
      default: break
      }
    }
    // Titles without an institution have none, whatever stands beside them.
    return out.map { pair in
      let kind = line.drafts[pair.title].kind
      return kind == "honorific" || kind == "degree" ? (pair.person, pair.title, nil) : pair
    }
  }
}
