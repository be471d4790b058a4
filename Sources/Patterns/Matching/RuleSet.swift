/// The rules of one language (and those of `common`), compiled: immutable and shared by all workers.
public struct RuleSet: Sendable {
  /// The rules, those of a phase together, in file order within it.
  public let rules: [Rule]
  /// The names of the phases in their order.
  public let phases: [String]

  let predicates: PredicateTable
  /// The patterns of the rules; pattern number = index of the rule.
  let program: Program
  /// The rules of each phase.
  let ranges: [Range<Int>]
  /// The patterns of all context tests.
  let contextProgram: Program
  /// For each rule the numbers of its tests in `contextProgram`: `unless` first, then conditions.
  let contextNumbers: [[[Int]]]

  /// Compiles rules; linear in the size of their patterns.
  public init(_ unordered: [Rule], phases: [String]) {
    var ordered: [Rule] = []
    var ranges: [Range<Int>] = []
    for phase in phases {
      let start = ordered.count
      ordered += unordered.filter { $0.phase == phase }
      ranges.append(start..<ordered.count)
    }
    var predicates = PredicateTable()
    var program = Program()
    var contexts = Program()
    var numbers: [[[Int]]] = []
    for rule in ordered {
      program.add(rule.pattern, predicates: &predicates)
      numbers.append(
        (rule.unless + rule.conditions.map(\.tests)).map { tests in
          tests.map { test in
            contexts.add(test.pattern, predicates: &predicates)
            return contexts.starts.count - 1
          }
        })
    }
    rules = ordered
    self.phases = phases
    self.ranges = ranges
    self.predicates = predicates
    self.program = program
    contextProgram = contexts
    contextNumbers = numbers
  }

  /// The phase with a name.
  public func phase(_ name: String) -> Int? { phases.firstIndex(of: name) }
}
