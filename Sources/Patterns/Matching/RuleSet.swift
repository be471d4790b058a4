public import Lexicon

/// The rules of one language (and those of `common`), compiled: immutable, read where they lie and shared by all workers.
public struct RuleSet: Sendable {
  /// What is known of a rule without a look at its pattern.
  struct Facts {
    /// Whether only a closer look tells the mention of a rule, or that it matches at all: where a part of the pattern is the
    /// mention, or where the pattern can end in `~`, about which the automaton does not ask.
    var needsLook: Bool
    /// Whether a rule names parts of what it matches or takes mentions as items.
    var hasParts: Bool
    /// Whether the mention always begins, or ends, where the match does.
    var beginsWithMention: Bool
    var endsWithMention: Bool
    /// The slot at which the mention begins, -1 where all of the match is the mention.
    var mentionSlot: Int32
  }

  let predicates: PredicateTable
  /// The patterns of the rules; pattern number = index of the rule.
  let program: Program
  /// The rules of each phase.
  let ranges: [Range<Int>]
  /// The patterns of all context tests.
  let contextProgram: Program
  let conditions: ConditionTable
  /// The predicates that the rules of each phase ask; the last list is that of all contexts.
  let alphabets: ImageLists
  /// Whether the rules of each phase, and last the contexts, ask for places without a blank.
  let glue: ImageNumbers
  /// The `ContextFlags` of each context.
  let contextFlags: ImageNumbers
  /// The contexts that an item of each predicate can begin.
  let contextsByFirst: ImageLists
  /// The contexts of whose requirement each predicate is.
  let contextsByRequired: ImageLists
  let facts: [Facts]

  private let strings: ImageStrings
  /// The numbers of each rule: name, evidence, meaning, flags, slot of the mention plus one.
  private let fields: ImageNumbers
  private let constants: ImageLists

  /// The numbers of a rule in `fields`.
  static let fieldCount = 5

  /// Compiled rules; linear in their number, not in the size of their patterns.
  public init(_ reader: inout ImageReader) {
    strings = reader.strings()
    let bounds = reader.numbers()
    ranges = (0..<bounds.count / 2).map { bounds[2 * $0]..<bounds[2 * $0 + 1] }
    let fields = reader.numbers()
    self.fields = fields
    constants = reader.lists()
    facts = (0..<fields.count / Self.fieldCount).map { rule in
      let flags = fields[Self.fieldCount * rule + 3]
      return Facts(
        needsLook: flags & 1 != 0, hasParts: flags & 2 != 0, beginsWithMention: flags & 4 != 0,
        endsWithMention: flags & 8 != 0,
        mentionSlot: Int32(truncatingIfNeeded: fields[Self.fieldCount * rule + 4]) - 1)
    }
    conditions = ConditionTable(
      &reader, evidence: facts.indices.map { Self.evidence(fields[Self.fieldCount * $0 + 1]) })
    predicates = PredicateTable(&reader, strings)
    program = Program(&reader, strings)
    contextProgram = Program(&reader, strings)
    alphabets = reader.lists()
    glue = reader.numbers()
    contextFlags = reader.numbers()
    contextsByFirst = reader.lists()
    contextsByRequired = reader.lists()
  }

  /// A rule set without rules.
  public init() {
    var writer = ImageWriter()
    RuleSetWriter.write([], to: &writer, vocabulary: Vocabulary([]))
    var reader = ImageReader(Image(writer.bytes))
    self.init(&reader)
  }

  /// The number of rules; those of a phase stand together, in file order within it.
  public var count: Int { facts.count }

  /// The name of a rule with its language, as answers show it; made anew at each call.
  public func name(of rule: Int) -> String { strings[fields[Self.fieldCount * rule]] }

  /// What a rule gives.
  public func meaning(of rule: Int) -> Meaning { Meaning.allCases[fields[Self.fieldCount * rule + 2]] }

  /// The attributes with fixed values that a rule gives; made anew at each call.
  public func constants(of rule: Int) -> [String: String] {
    let pairs = constants[rule]
    return Dictionary(
      uniqueKeysWithValues: stride(from: pairs.startIndex, to: pairs.endIndex, by: 2).map { place in
        (strings[pairs[place]], strings[pairs[place + 1]])
      })
  }

  /// The evidence of a number; those that are written are known.
  static func evidence(_ number: Int) -> Evidence { Evidence(rawValue: UInt8(truncatingIfNeeded: number)) ?? .likely }
}
