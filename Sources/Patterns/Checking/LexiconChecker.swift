public import Lexicon
import UnicodeText

/// Looks for what can be read but does nothing: rules and items that never match, rules that always lose, entries that no text
/// holds, senses and macros that nobody uses.
///
/// What it says is certain for the files it was given; it does not find all such faults.
public struct LexiconChecker {
  /// What it found, by file and line; all of it warnings.
  public private(set) var warnings: [Diagnostic] = []

  private let compiler: LanguageCompiler
  private let lines: [String: [String]]
  private let languages: Languages
  private let types: (String) -> String?

  /// Checks compiled files.
  ///
  /// `types` gives the type of mention that a meaning makes, nil where it makes none; `senses` are those that are read without
  /// being asked for by rules.
  public init(
    _ compiler: LanguageCompiler, files: [SourceFile], senses: Set<String>, types: @escaping (String) -> String?
  ) {
    self.compiler = compiler
    self.types = types
    lines = Dictionary(files.map { ($0.path, $0.lines) }) { $1 }
    languages = Languages(compiler.compiled)
    checkItems(senses)
    checkReadability()
    checkShadows()
    warnings += compiler.unusedMacros
    warnings.sort { ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message) }
  }

  private mutating func warn(_ file: String, _ line: Int, _ column: Int, _ message: String) {
    let text = lines[file].flatMap { $0.indices.contains(line - 1) ? $0[line - 1] : nil } ?? ""
    warnings.append(Diagnostic(.warning, file: file, line: line, column: column, message: message, source: text))
  }

  /// An item in the places where it is used: dead only if it is so everywhere.
  private struct Use {
    var place: SourcePlace
    var obstacle: String?
    var isAlive = false
  }

  private mutating func checkItems(_ engineSenses: Set<String>) {
    var uses: [String: Use] = [:]
    var matching: [String: (rule: Rule, count: Int)] = [:]
    var unread: [SourceLine: LexiconEntry] = [:]
    var alive: Set<SourceLine> = []
    for tag in languages.tags {
      guard let language = languages[tag] else { continue }
      let index = LexiconIndex(language.lexicon, languages.vocabulary)
      let rules = compiler.rules(of: tag)
      var read = engineSenses
      var satisfaction = Satisfaction(index, rules: rules, types: types)
      for rule in rules {
        for test in rule.patterns.flatMap(\.writtenTests) {
          for case .sense(let sense, _) in test.terms.map(\.atom) { read.insert(sense) }
          let obstacle = satisfaction.obstacle(to: test, in: rule.phase)
          // A macro's item stands at one place and is used by many rules.
          let key = test.place.description + " " + test.place.text
          uses[key, default: Use(place: test.place)].obstacle = obstacle ?? uses[key]?.obstacle
          if obstacle == nil { uses[key]?.isAlive = true }
        }
        let isDead = !satisfaction.canMatch(rule.pattern, in: rule.phase)
        matching[rule.qualifiedName, default: (rule, 0)].count += isDead ? 0 : 1
      }
      for (sense, items) in index.bySense {
        for entry in items.map(\.entry) {
          let line = SourceLine(file: entry.file, line: entry.line)
          if read.contains(sense) { alive.insert(line) } else { unread[line] = entry }
        }
      }
    }
    for use in uses.values where !use.isAlive {
      guard let obstacle = use.obstacle else { continue }
      warn(use.place.file, use.place.line, use.place.column, "nothing can be '\(use.place.text)': \(obstacle)")
    }
    for (rule, count) in matching.values where count == 0 {
      warn(rule.file, rule.line, rule.column, "rule '\(rule.name)' can never match")
    }
    // An entry of 'common' is read if any language reads it.
    let dead = unread.filter { !alive.contains($0.key) }.values
    for entries in Dictionary(grouping: dead, by: { "\($0.file) \($0.sense)" }).values {
      guard let first = entries.min(by: { $0.line < $1.line }) else { continue }
      let count = entries.count == 1 ? "1 entry" : "\(entries.count) entries"
      warn(
        first.file, first.line, first.surface.unicodeScalars.count + 2,
        "no rule reads the sense '\(first.sense)' (\(count))")
    }
  }

  private mutating func checkReadability() {
    let reader = Readability(languages.vocabulary)
    var seen: Set<SourceLine> = []
    for tag in languages.tags {
      guard let lexicon = languages[tag]?.lexicon else { continue }
      for number in 0..<lexicon.count {
        let entry = lexicon.entry(number)
        guard seen.insert(SourceLine(file: entry.file, line: entry.line)).inserted else { continue }
        if let cut = reader.otherCut(of: entry.surface, entry: number, in: lexicon) {
          warn(entry.file, entry.line, 1, "no text holds '\(entry.surface)': it is cut there as '\(cut)'")
        }
      }
    }
    for literal in compiler.literals {
      guard let cut = reader.otherCut(of: literal.string, words: literal.words) else { continue }
      let place = literal.warning
      warn(place.file, place.line, place.column, "no text holds \"\(literal.string)\": it is cut there as '\(cut)'")
    }
  }

  private struct SourceLine: Hashable {
    var file: String
    var line: Int
  }

  private mutating func checkShadows() {
    var seen: Set<String> = []
    for tag in languages.tags {
      let rules = compiler.rules(of: tag)
      for phase in Phase.names where phase != Phase.relation.rawValue {
        let group = rules.filter { $0.phase == phase && !$0.isReject }
        for (number, rule) in group.enumerated() {
          for (other, stronger) in group.enumerated() where other != number {
            guard Self.isShadowed(rule, by: stronger, isEarlier: other < number),
              seen.insert(rule.qualifiedName).inserted
            else { continue }
            warn(
              rule.file, rule.line, rule.column,
              "rule '\(rule.name)' never wins: '\(stronger.name)' (\(stronger.file):\(stronger.line)) matches all that it does, with no less evidence"
            )
          }
        }
      }
    }
  }

  private static func isShadowed(_ rule: Rule, by other: Rule, isEarlier: Bool) -> Bool {
    guard rule.action.meaning == other.action.meaning, rule.action.constants == other.action.constants,
      Set(other.unless).isSubset(of: rule.unless)
    else { return false }
    let weakest = ([other.evidence] + other.conditions.map(\.evidence)).min() ?? other.evidence
    let strongest = ([rule.evidence] + rule.conditions.map(\.evidence)).max() ?? rule.evidence
    guard weakest > strongest || weakest == strongest && isEarlier else { return false }
    let hasValue = !["title", "person", "organization", "place"].contains(rule.action.meaning)
    return PatternInclusion.holds(rule.pattern, in: other.pattern, captures: hasValue)
  }
}

extension Pattern {
  /// All tests of items as they are written, one for each place.
  var writtenTests: [ItemTest] {
    switch self {
    case .item(let test): [test]
    case .lineBound, .glue: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.writtenTests)
    case .repetition(let part, _, _), .capture(_, let part), .mention(let part): part.writtenTests
    }
  }
}
