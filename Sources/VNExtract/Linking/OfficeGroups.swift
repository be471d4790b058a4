/// Puts the writings of each office together.
struct OfficeGroups {
  private(set) var groups: [OfficeGroup] = []
  /// The groups of offices that may be the same.
  private var buckets: [[String]: [Int]] = [:]

  /// Adds a title with its institution; one whose place is left open, or of which nothing is known, is no office by itself.
  mutating func add(_ held: PersonRecord.Held, document: String, language: String, holder: String? = nil) {
    var office = held.office
    office.isFormer = false
    guard let institution = held.institution, !office.places.isEmpty || office.isUnique, office.code != nil else {
      return
    }
    let bucket = office.grades.sorted() + ["/"] + office.bodies.sorted() + ["/"] + office.fields.sorted()
    let index: Int
    if let known = buckets[bucket]?.first(where: { groups[$0].office.comparison(with: office) == .same }) {
      index = known
    } else {
      index = groups.count
      buckets[bucket, default: []].append(index)
      groups.append(OfficeGroup(id: "o\(index + 1)", office: office, writings: []))
    }
    if let holder, !groups[index].holders.contains(holder) { groups[index].holders.append(holder) }
    let place = groups[index].writings.firstIndex {
      $0.language == language && $0.title == held.title && $0.institution == institution
    }
    if let place {
      if !groups[index].writings[place].documents.contains(document) {
        groups[index].writings[place].documents.append(document)
      }
    } else {
      groups[index].writings.append(
        OfficeGroup.Writing(language: language, title: held.title, institution: institution, documents: [document]))
    }
  }
}
