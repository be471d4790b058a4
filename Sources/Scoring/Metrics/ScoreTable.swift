/// The scores of one set of documents: by type, and all types together.
public struct ScoreTable: Sendable, Hashable {
  /// One score a type, ordered by name; only types that gold or the system has.
  public private(set) var types: [TypeScore] = []

  /// The SemEval-2013 counts of all types paired together.
  ///
  /// They are the sums over the types, except where the pairing reproduces nervaluate.
  public private(set) var schemes = SchemeCounts()

  /// How well `holds` relations were found.
  public internal(set) var relations = RelationScore()
  /// How well mentions were grouped, by their type; only types that gold groups.
  public internal(set) var entities: [String: EntityScore] = [:]

  /// Makes a table of nothing.
  public init() {}

  init(types: [TypeScore], schemes: SchemeCounts) {
    self.types = types.sorted { $0.type < $1.type }
    self.schemes = schemes
  }

  /// The score of a type, or of all together as `micro`.
  ///
  /// nil for a type that occurs nowhere.
  public subscript(_ type: String) -> TypeScore? {
    type == "micro" ? micro : types.first { $0.type == type }
  }

  /// All types together.
  public var micro: TypeScore {
    var sum = TypeScore(type: "micro")
    for score in types { sum += score }
    sum.schemes = schemes
    return sum
  }

  /// The mean of a figure over the types for which it is defined; nil if it is for none.
  public func macro(_ figure: (TypeScore) -> Double?) -> Double? {
    let defined = types.compactMap(figure)
    return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
  }

  /// Adds the scores of other documents.
  public static func += (a: inout ScoreTable, b: ScoreTable) {
    a.schemes += b.schemes
    a.relations += b.relations
    for (type, score) in b.entities { a.entities[type, default: EntityScore()] += score }
    for score in b.types {
      if let index = a.types.firstIndex(where: { $0.type == score.type }) {
        a.types[index] += score
      } else {
        let place = a.types.firstIndex { $0.type > score.type } ?? a.types.count
        a.types.insert(score, at: place)
      }
    }
  }
}
