/// Compares two groupings of mentions.
///
/// Linear in the mentions, save for CEAF's assignment among entities that share some.
struct EntityScorer {
  private let gold: [[Int]]
  private let predicted: [[Int]]
  private let predictedOfMention: [Int: Int]
  private let goldOfMention: [Int: Int]

  /// Scores each type for which gold says which mentions belong together; mentions of the type outside every entity are
  /// entities of their own.
  static func score(gold: AnnotatedDocument, predicted: AnnotatedDocument) -> [String: EntityScore] {
    var scores = [String: EntityScore]()
    for type in Set(gold.mentions.filter { $0.entity != nil }.map(\.type)) {
      var numbers = [Range<Int>: Int]()
      let goldGroups = groups(gold, type, &numbers)
      let predictedGroups = groups(predicted, type, &numbers)
      scores[type] = EntityScorer(gold: goldGroups, predicted: predictedGroups).score()
    }
    return scores
  }

  /// The entities of a type as lists of mention numbers; equal spans have one number, and count once.
  private static func groups(
    _ document: AnnotatedDocument, _ type: String, _ numbers: inout [Range<Int>: Int]
  ) -> [[Int]] {
    var groups = [[Int]]()
    var groupOfEntity = [String: Int]()
    var seen = Set<Int>()
    for mention in document.mentions where mention.type == type {
      let next = numbers.count
      let range = mention.start..<max(mention.start, mention.end)
      let number = numbers[range, default: next]
      numbers[range] = number
      guard seen.insert(number).inserted else { continue }
      if let entity = mention.entity {
        if let group = groupOfEntity[entity] {
          groups[group].append(number)
          continue
        }
        groupOfEntity[entity] = groups.count
      }
      groups.append([number])
    }
    return groups
  }

  /// Groups are lists of mention numbers, each number in one group of a side at most.
  init(gold: [[Int]], predicted: [[Int]]) {
    self.gold = gold
    self.predicted = predicted
    func owners(_ groups: [[Int]]) -> [Int: Int] {
      var owners = [Int: Int]()
      for (index, group) in groups.enumerated() {
        for mention in group { owners[mention] = index }
      }
      return owners
    }
    goldOfMention = owners(gold)
    predictedOfMention = owners(predicted)
  }

  func score() -> EntityScore {
    var score = EntityScore()
    score.muc.recall = Self.muc(gold, predictedOfMention)
    score.muc.precision = Self.muc(predicted, goldOfMention)
    score.bCubed.recall = Self.bCubed(gold, predictedOfMention)
    score.bCubed.precision = Self.bCubed(predicted, goldOfMention)
    score.lea.recall = Self.lea(gold, predicted, predictedOfMention)
    score.lea.precision = Self.lea(predicted, gold, goldOfMention)
    let similarity = ceafSimilarity()
    score.ceafE.recall = Ratio(similarity, Double(gold.count))
    score.ceafE.precision = Ratio(similarity, Double(predicted.count))
    return score
  }

  /// How many mentions of a group each group of the other side has, and how many none of them has.
  private static func shares(_ group: [Int], _ owners: [Int: Int]) -> (shares: [Int: Int], alone: Int) {
    var shares = [Int: Int]()
    var alone = 0
    for mention in group {
      if let owner = owners[mention] { shares[owner, default: 0] += 1 } else { alone += 1 }
    }
    return (shares, alone)
  }

  private static func muc(_ groups: [[Int]], _ owners: [Int: Int]) -> Ratio {
    var ratio = Ratio(0, 0)
    for group in groups {
      let (shares, alone) = shares(group, owners)
      ratio += Ratio(Double(group.count - shares.count - alone), Double(group.count - 1))
    }
    return ratio
  }

  private static func bCubed(_ groups: [[Int]], _ owners: [Int: Int]) -> Ratio {
    var ratio = Ratio(0, 0)
    for group in groups {
      let squares = shares(group, owners).shares.values.reduce(0) { $0 + $1 * $1 }
      ratio += Ratio(Double(squares) / Double(group.count), Double(group.count))
    }
    return ratio
  }

  private static func lea(_ groups: [[Int]], _ others: [[Int]], _ owners: [Int: Int]) -> Ratio {
    func links(_ size: Int) -> Int { size * (size - 1) / 2 }
    var ratio = Ratio(0, 0)
    for group in groups {
      let shares = shares(group, owners).shares
      let resolved: Double
      if group.count == 1 {
        resolved = shares.keys.first.map { others[$0].count == 1 } ?? false ? 1 : 0
      } else {
        resolved = Double(shares.values.reduce(0) { $0 + links($1) }) / Double(links(group.count))
      }
      ratio += Ratio(resolved * Double(group.count), Double(group.count))
    }
    return ratio
  }

  /// The greatest sum of φ4 over one-to-one pairs of entities, found among connected ones at a time.
  private func ceafSimilarity() -> Double {
    let overlaps = gold.map { Self.shares($0, predictedOfMention).shares }
    var seenGold = Set<Int>()
    var similarity = 0.0
    for start in gold.indices where !seenGold.contains(start) {
      var golds = [Int]()
      var others = [Int]()
      var seenOthers = Set<Int>()
      var queue = [start]
      seenGold.insert(start)
      while let group = queue.popLast() {
        golds.append(group)
        for other in overlaps[group].keys.sorted() where seenOthers.insert(other).inserted {
          others.append(other)
          for neighbour in predicted[other].compactMap({ goldOfMention[$0] })
          where seenGold.insert(neighbour).inserted {
            queue.append(neighbour)
          }
        }
      }
      func phi(_ row: Int, _ column: Int) -> Double {
        let shared = overlaps[golds[row]][others[column]] ?? 0
        return 2 * Double(shared) / Double(gold[golds[row]].count + predicted[others[column]].count)
      }
      let pairs = Assignment.maximum(rows: golds.count, columns: others.count, weight: phi)
      for (row, column) in pairs.enumerated() {
        if let column { similarity += phi(row, column) }
      }
    }
    return similarity
  }
}
