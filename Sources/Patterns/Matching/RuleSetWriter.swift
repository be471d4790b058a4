import Lexicon
import UnicodeText

/// Compiles rules into what `RuleSet` unpacks.
enum RuleSetWriter {
  /// Writes rules; linear in the size of their patterns.
  static func write(_ unordered: [Rule], to writer: inout ImageWriter) {
    var ordered: [Rule] = []
    var numbers: [Int] = [Phase.names.count]
    for phase in Phase.names {
      numbers.append(ordered.count)
      ordered += unordered.filter { $0.phase == phase }
      numbers.append(ordered.count)
    }
    var pool = StringPool()
    var predicates = PredicateTable()
    var program = Program()
    var contexts = Program()
    var contextNumbers: [Pattern: Int] = [:]
    numbers.append(ordered.count)
    for rule in ordered {
      program.add(rule.pattern, predicates: &predicates)
      func write(_ tests: [ContextTest]) {
        numbers.append(tests.count)
        for test in tests {
          if let known = contextNumbers[test.pattern] {
            numbers.append(known)
          } else {
            contextNumbers[test.pattern] = contexts.starts.count
            numbers.append(contexts.starts.count)
            contexts.add(test.pattern, predicates: &predicates)
          }
          let side = ContextTest.Side.allCases.firstIndex(of: test.side) ?? 0
          numbers.append(side << 1 | (test.isNegated ? 1 : 0))
        }
      }
      numbers += [
        pool.number(of: rule.qualifiedName), Int(rule.evidence.rawValue),
        Meaning.allCases.firstIndex { $0.rawValue == rule.action.meaning } ?? 0, rule.action.constants.count,
      ]
      for (key, value) in rule.action.constants.sorted(by: { $0.key < $1.key }) {
        numbers += [pool.number(of: key), pool.number(of: value)]
      }
      numbers.append(rule.unless.count)
      rule.unless.forEach(write)
      numbers.append(rule.conditions.count)
      for condition in rule.conditions {
        numbers.append(Int(condition.evidence.rawValue))
        write(condition.tests)
      }
    }
    predicates.write(&numbers, &pool)
    program.write(&numbers, &pool)
    contexts.write(&numbers, &pool)
    writer.add(pool)
    writer.add(numbers)
  }
}

extension PredicateTable {
  /// Unpacks a table.
  init(_ stream: inout NumberStream, _ strings: [String]) {
    self.init(
      distinct: stream.list { stream in
        ItemTest(
          terms: stream.list { stream in
            let isNegated = stream.next() == 1
            return ItemTest.Term(atom: Atom(&stream, strings), isNegated: isNegated)
          })
      })
  }

  func write(_ numbers: inout [Int], _ pool: inout StringPool) {
    numbers.append(tests.count)
    for test in tests {
      numbers.append(test.terms.count)
      for term in test.terms {
        numbers.append(term.isNegated ? 1 : 0)
        term.atom.write(&numbers, &pool)
      }
    }
  }
}

extension Atom {
  init(_ stream: inout NumberStream, _ strings: [String]) {
    func features(_ stream: inout NumberStream) -> [FeatureTest] {
      stream.list { stream in
        let name = strings[stream.next()]
        let isNegated = stream.next() == 1
        return FeatureTest(name: name, values: stream.list { strings[$0.next()] }, isNegated: isNegated)
      }
    }
    switch stream.next() {
    case 0: self = .literal(FoldedKey(bytes: Array(strings[stream.next()].utf8)))
    case 1:
      let name = strings[stream.next()]
      self = .sense(name, features(&stream))
    case 2: self = .shape(ShapeTest.allCases[stream.next()])
    case 3: self = .number(nil)
    case 4:
      let low = stream.next()
      self = .number(low...stream.next())
    case 5:
      let low = stream.next()
      self = .digits(low...stream.next())
    case 6:
      let name = strings[stream.next()]
      self = .mention(name, features(&stream))
    case 8: self = .begins(strings[stream.next()])
    case 9: self = .ends(strings[stream.next()])
    default: self = .any
    }
  }

  func write(_ numbers: inout [Int], _ pool: inout StringPool) {
    func write(_ features: [FeatureTest]) {
      numbers.append(features.count)
      for feature in features {
        numbers += [pool.number(of: feature.name), feature.isNegated ? 1 : 0, feature.values.count]
        for value in feature.values { numbers.append(pool.number(of: value)) }
      }
    }
    func bounded(_ value: Int) -> Int { min(max(value, 0), 1 << 28 - 1) }
    switch self {
    case .literal(let key): numbers += [0, pool.number(of: key.description)]
    case .sense(let name, let features):
      numbers += [1, pool.number(of: name)]
      write(features)
    case .shape(let shape): numbers += [2, ShapeTest.allCases.firstIndex(of: shape) ?? 0]
    case .number(nil): numbers.append(3)
    case .number(let bounds?): numbers += [4, bounded(bounds.lowerBound), bounded(bounds.upperBound)]
    case .digits(let bounds): numbers += [5, bounded(bounds.lowerBound), bounded(bounds.upperBound)]
    case .mention(let name, let features):
      numbers += [6, pool.number(of: name)]
      write(features)
    case .begins(let letters): numbers += [8, pool.number(of: letters)]
    case .ends(let letters): numbers += [9, pool.number(of: letters)]
    case .any: numbers.append(7)
    }
  }
}

extension Program {
  /// Unpacks a program.
  init(_ stream: inout NumberStream, _ strings: [String]) {
    let instructions = stream.list { stream -> Instruction in
      let kind = stream.next()
      let first = Int32(stream.next())
      let second = Int32(stream.next())
      switch kind {
      case 0: return .item(predicate: first, next: second)
      case 1: return .glue(next: first)
      case 2: return .line(next: first)
      case 3: return .split(first, second)
      case 4: return .save(slot: first, next: second)
      default: return .match(first)
      }
    }
    let starts = stream.list { Int32($0.next()) }
    let ends = stream.list { Int32($0.next()) }
    let names = stream.list { stream in stream.list { strings[$0.next()] } }
    self.init(instructions: instructions, starts: starts, ends: ends, slotNames: names)
  }

  func write(_ numbers: inout [Int], _ pool: inout StringPool) {
    numbers.append(instructions.count)
    for instruction in instructions {
      let triple: (Int, Int32, Int32) =
        switch instruction {
        case .item(let predicate, let next): (0, predicate, next)
        case .glue(let next): (1, next, 0)
        case .line(let next): (2, next, 0)
        case .split(let first, let second): (3, first, second)
        case .save(let slot, let next): (4, slot, next)
        case .match(let number): (5, number, 0)
        }
      numbers += [triple.0, Int(triple.1), Int(triple.2)]
    }
    numbers.append(starts.count)
    numbers += starts.map { Int($0) }
    numbers.append(ends.count)
    numbers += ends.map { Int($0) }
    numbers.append(slotNames.count)
    for names in slotNames {
      numbers.append(names.count)
      numbers += names.map { pool.number(of: $0) }
    }
  }
}
