import Patterns
import VNExtract

/// Groups as a person reads them: who stands where with which office, why it is one person, and who else has the name.
struct LinkView {
  private let result: LinkResult

  init(_ result: LinkResult) { self.result = result }

  /// The persons, then the offices that are written in several ways.
  var text: String {
    var parts = result.persons.map(person)
    let offices = result.offices.filter { $0.writings.count > 1 }.map(office)
    if !offices.isEmpty { parts.append("OFFICES IN SEVERAL WRITINGS\n" + offices.joined()) }
    return parts.joined(separator: "\n")
  }

  private func person(_ group: PersonGroup) -> String {
    let count = group.documentCount == 1 ? "1 document" : "\(group.documentCount) documents"
    var out = "\(group.id)  \(visible(group.name))  (\(count))\n"
    for member in group.members {
      let offices = member.held.map { held in held.text + (held.status.map { " (\($0))" } ?? "") }
      let line = [member.document, member.language, member.names.joined(separator: ", ")].map(visible)
      out +=
        "    " + line.joined(separator: "  ") + (offices.isEmpty ? "" : "  – ")
        + visible(offices.joined(separator: "; "))
      out += "\n"
    }
    for join in group.joins {
      let documents = [join.first, join.second].map { group.members[$0].document }.joined(separator: " = ")
      out += "    joined: \(visible(documents)): \(join.evidence.word), \(reason(join.verdict))\n"
    }
    for division in group.apart { out += "    not \(division.group): \(reason(division))\n" }
    return out
  }

  private func office(_ group: OfficeGroup) -> String {
    let holders = group.holders.isEmpty ? "" : "  held by " + group.holders.joined(separator: ", ")
    return "\(group.id)  \(visible(group.office.code ?? ""))\(holders)\n"
      + group.writings.map { writing in
        "    \(writing.language)  \(visible(writing.title)), \(visible(writing.institution))  "
          + "(\(visible(writing.documents.joined(separator: ", "))))\n"
      }.joined()
  }

  private func reason(_ verdict: PersonVerdict) -> String {
    let name =
      switch verdict.name {
      case .spelling: "the same name"
      case .letters: "the same name without diacritics"
      case .reading: "a reading of the name"
      case nil: "another name"
      }
    let offices = verdict.texts.map(visible).joined(separator: " = ")
    let office =
      switch verdict.offices {
      case .same: "the same office: \(offices)"
      case .sameInstitution: "offices of one institution: \(offices)"
      case .samePlace: "offices of one place: \(offices)"
      case .sameButPlace: "the same office, once without its place: \(offices)"
      case .open, nil: "no office that contradicts"
      case .otherInstitution, .otherPlace: "other offices: \(offices)"
      }
    return name + "; " + office
  }

  private func reason(_ division: PersonGroup.Division) -> String {
    switch division.reason {
    case .name: "the diacritics differ"
    case .gender: "the forms of address are of a man and a woman"
    case .office: "the offices contradict: " + division.offices.map(visible).joined(separator: " / ")
    case .ambiguous: "may be one of several persons of the name"
    case .evidence: "not enough evidence"
    }
  }

  private func visible(_ text: String) -> String { Console.visible(String(text.map { $0.isNewline ? " " : $0 })) }
}
