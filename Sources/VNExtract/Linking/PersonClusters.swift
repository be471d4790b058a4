import Patterns

/// Joins records of persons, the surest first, where nothing speaks against it.
///
/// Records that differ in nothing but their documents are compared once. A join is made only if no two records of the two sides are
/// apart; a record that could join two sides which are apart joins neither.
struct PersonClusters {
  private struct Edge {
    var first: Int
    var second: Int
    var verdict: PersonVerdict
  }

  private let records: [PersonRecord]
  /// The records of each profile.
  private var profiles: [[Int]] = []
  /// Profiles that are as an earlier one, and not to be joined to it.
  private var repeats: [Int: Edge] = [:]
  /// The joins and divisions of profiles that share a reading.
  private var edges: [Edge] = []
  /// The clusters that each cluster may not be joined to.
  private var barred: [Set<Int>] = []
  private var cluster: [Int] = []
  private var members: [[Int]] = []
  private var joins: [[PersonGroup.Join]] = []
  private var ambiguous: Set<[Int]> = []

  init(_ records: [PersonRecord], weakest: Evidence) {
    self.records = records
    findProfiles(weakest)
    barred = profiles.map { _ in [] }
    findEdges()
    cluster = Array(profiles.indices)
    members = profiles.indices.map { [$0] }
    joins = profiles.map { _ in [] }
    for evidence in Evidence.allCases.reversed() where evidence >= weakest { join(evidence) }
  }

  /// The groups, those of most documents first, then in the order of the documents.
  var groups: [PersonGroup] {
    var out: [(group: PersonGroup, profiles: [Int])] = []
    for profiles in members where !profiles.isEmpty { out.append((group(profiles), profiles)) }
    let first = out.map { item in item.profiles.map { profiles[$0].first ?? 0 }.min() ?? 0 }
    let counts = out.map(\.group.documentCount)
    let order = out.indices.sorted { (-counts[$0], first[$0]) < (-counts[$1], first[$1]) }
    var ids: [Int: String] = [:]
    for (number, index) in order.enumerated() {
      for profile in out[index].profiles { ids[profile] = "p\(number + 1)" }
    }
    var own = profiles.map { _ in [Edge]() }
    for edge in edges where cluster[edge.first] != cluster[edge.second] {
      own[edge.first].append(edge)
      own[edge.second].append(edge)
    }
    return order.enumerated().map { number, index in
      var group = out[index].group
      group.id = "p\(number + 1)"
      group.apart = divisions(out[index].profiles, own, ids)
      return group
    }
  }

  private mutating func findProfiles(_ weakest: Evidence) {
    var known: [PersonRecord.Profile: Int] = [:]
    for (index, record) in records.enumerated() {
      guard let first = known[record.profile] else {
        known[record.profile] = profiles.count
        profiles.append([index])
        continue
      }
      let verdict = PersonVerdict(record, record)
      if case .same(let evidence) = verdict.decision, evidence >= weakest {
        profiles[first].append(index)
      } else {
        // What cannot be joined to its like can be joined to nothing.
        repeats[profiles.count] = Edge(first: first, second: profiles.count, verdict: verdict)
        profiles.append([index])
      }
    }
  }

  /// Compares the profiles that share a reading of the name.
  private mutating func findEdges() {
    var buckets: [String: [Int]] = [:]
    for profile in profiles.indices {
      let record = records[profiles[profile][0]]
      // A name of one word is anybody's.
      guard record.words.count > 1 else { continue }
      if let edge = repeats[profile] {
        edges.append(edge)
        continue
      }
      var others: Set<Int> = []
      for reading in record.key?.readings ?? [record.words.joined(separator: " ")] {
        others.formUnion(buckets[reading] ?? [])
        buckets[reading, default: []].append(profile)
      }
      for other in others.sorted() {
        let verdict = PersonVerdict(records[profiles[other][0]], record)
        if verdict.decision == .apart {
          barred[other].insert(profile)
          barred[profile].insert(other)
        }
        edges.append(Edge(first: other, second: profile, verdict: verdict))
      }
    }
  }

  private mutating func join(_ evidence: Evidence) {
    let open = edges.filter { edge in
      edge.verdict.decision == .same(evidence) && cluster[edge.first] != cluster[edge.second]
    }
    var near: [Int: Set<Int>] = [:]
    for edge in open where !areApart(cluster[edge.first], cluster[edge.second]) {
      near[cluster[edge.first], default: []].insert(cluster[edge.second])
      near[cluster[edge.second], default: []].insert(cluster[edge.first])
    }
    var torn: Set<Int> = []
    for (own, others) in near {
      let sides = others.sorted()
      let isTorn = sides.indices.contains { one in
        sides.indices.dropFirst(one + 1).contains { areApart(sides[one], sides[$0]) }
      }
      if isTorn { torn.insert(own) }
    }
    for edge in open {
      let (one, other) = (cluster[edge.first], cluster[edge.second])
      guard one != other, !areApart(one, other) else { continue }
      if torn.contains(one) || torn.contains(other) {
        ambiguous.insert([edge.first, edge.second])
        continue
      }
      merge(one, other, edge, evidence)
    }
  }

  private mutating func merge(_ one: Int, _ other: Int, _ edge: Edge, _ evidence: Evidence) {
    for profile in members[other] { cluster[profile] = one }
    members[one] += members[other]
    members[other] = []
    for third in barred[other] {
      barred[third].remove(other)
      barred[third].insert(one)
    }
    barred[one].formUnion(barred[other])
    barred[other] = []
    joins[one] += joins[other]
    joins[other] = []
    joins[one].append(
      PersonGroup.Join(
        first: profiles[edge.first][0], second: profiles[edge.second][0], evidence: evidence, verdict: edge.verdict))
  }

  private func areApart(_ one: Int, _ other: Int) -> Bool { barred[one].contains(other) }

  private func group(_ own: [Int]) -> PersonGroup {
    let indices = own.flatMap { profiles[$0] }.sorted()
    let places = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
    var found = joins[cluster[own[0]]]
    for profile in own {
      guard let first = profiles[profile].first else { continue }
      let verdict = PersonVerdict(records[first], records[first])
      guard case .same(let evidence) = verdict.decision else { continue }
      for other in profiles[profile].dropFirst() {
        found.append(PersonGroup.Join(first: first, second: other, evidence: evidence, verdict: verdict))
      }
    }
    let joined = found.map { join in
      PersonGroup.Join(
        first: places[join.first] ?? 0, second: places[join.second] ?? 0, evidence: join.evidence,
        verdict: join.verdict)
    }
    let members = indices.map { records[$0] }
    // Diacritics tell most, then Latin letters, then length; of equals the first.
    let best = members.map { ($0, Self.fullness($0)) }.reduce(nil as (PersonRecord, [Int])?) { best, next in
      guard let best, !best.1.lexicographicallyPrecedes(next.1) else { return next }
      return best
    }
    return PersonGroup(
      id: "", name: best?.0.name ?? "", key: best?.0.key?.primary, members: members,
      joins: joined.sorted { ($0.second, $0.first) < ($1.second, $1.first) }, apart: [])
  }

  private static func fullness(_ record: PersonRecord) -> [Int] {
    let marked = record.key?.syllables.count { $0.marked != nil } ?? 0
    let latin = record.key?.syllables.count { !$0.isTransliterated } ?? 0
    return [marked, latin, record.words.count]
  }

  /// The groups that edges of some profiles lead to.
  private func divisions(_ own: [Int], _ edges: [[Edge]], _ ids: [Int: String]) -> [PersonGroup.Division] {
    var found: [String: PersonGroup.Division] = [:]
    let side = own.first.map { cluster[$0] }
    for edge in own.flatMap({ edges[$0] }) {
      let isFirst = cluster[edge.first] == side
      guard let group = ids[isFirst ? edge.second : edge.first] else { continue }
      let isAmbiguous = ambiguous.contains([edge.first, edge.second])
      let reason: PersonGroup.Division.Reason =
        switch edge.verdict.decision {
        case .apart where edge.verdict.name == nil: .name
        case .apart: edge.verdict.isOfTwoGenders ? .gender : .office
        case .same, .open: isAmbiguous ? .ambiguous : .evidence
        }
      let texts = isFirst ? edge.verdict.texts : edge.verdict.texts.reversed()
      let division = PersonGroup.Division(group: group, reason: reason, offices: reason == .office ? texts : [])
      // What contradicts says more than what is not enough.
      if let known = found[group], Self.weight(known.reason) >= Self.weight(reason) { continue }
      found[group] = division
    }
    return found.values.sorted { (Int($0.group.dropFirst()) ?? 0) < (Int($1.group.dropFirst()) ?? 0) }
  }

  private static func weight(_ reason: PersonGroup.Division.Reason) -> Int {
    switch reason {
    case .office: 4
    case .gender: 3
    case .name: 2
    case .ambiguous: 1
    case .evidence: 0
    }
  }
}
