public import Lexicon
public import Patterns
import UnicodeText

/// Runs the examples of rules, each through the whole pipeline.
///
/// A `yes` example must yield a mention over exactly the brackets, of the type the rule gives, with the attributes beside it, and
/// the rule must have found it. A `no` example must yield no mention made by the rule. A rule of relations names the title
/// between its brackets, with `person` and `organization` beside it.
public struct ExampleRunner {
  private let rules: [(tag: String, rule: Rule)]
  private let reader: DocumentReader

  /// Prepares to run the examples of compiled rules; those of `common` in the language of no profile.
  public init(_ compiler: LanguageCompiler) {
    rules = compiler.rules.keys.sorted().flatMap { folder in
      (compiler.rules[folder] ?? []).map { (folder == Languages.common ? Languages.undetermined : folder, $0) }
    }
    let languages = Languages(compiler.compiled)
    reader = DocumentReader(languages, LanguageGuesser(languages.tags.compactMap { languages.profiles[$0] }))
  }

  /// The number of examples.
  public var count: Int { rules.reduce(0) { $0 + $1.rule.examples.count } }

  /// What fails, of all rules or of those whose name contains `part`; one diagnostic an example, at its line.
  public func failures(of part: String? = nil) -> [Diagnostic] {
    rules.filter { entry in part.map { entry.rule.name.contains($0) } ?? true }.flatMap { entry in
      entry.rule.examples.compactMap { failure($0, of: entry.rule, tag: entry.tag) }
    }
  }

  /// What fails of the rules of some files.
  func failures(inFiles files: Set<String>) -> [Diagnostic] {
    rules.filter { files.contains($0.rule.file) }.flatMap { entry in
      entry.rule.examples.compactMap { failure($0, of: entry.rule, tag: entry.tag) }
    }
  }

  private func failure(_ example: RuleExample, of rule: Rule, tag: String) -> Diagnostic? {
    var options = ExtractionOptions()
    options.language = tag
    options.evidence = Evidence.possible.word
    options.vague = true
    let analysis = reader.analyse(Text(example.text), options)
    let document = DocumentBuilder(analysis, id: "", options: options).document()
    let problem =
      Meaning(rawValue: rule.action.meaning) == .holds
      ? relationProblem(example, rule, document) : mentionProblem(example, rule, document, analysis)
    return problem.map {
      Diagnostic(
        file: rule.file, line: example.line, column: example.column, message: "rule '\(rule.name)': \($0)",
        source: example.text)
    }
  }

  private func mentionProblem(
    _ example: RuleExample, _ rule: Rule, _ document: Document, _ analysis: Analysis
  ) -> String? {
    guard example.isPositive, let span = example.span else {
      let wrong = document.mentions.first { $0.rule == rule.qualifiedName }
      return wrong.map { "must find nothing here, but finds '\($0.text)' \(Self.attributes($0))" }
    }
    if rule.isReject {
      let wrong = document.mentions.first { $0.range.overlaps(span) }
      return wrong.map { "must keep '\($0.text)' from being found (by \($0.rule))" }
    }
    let found = document.mentions.map { "[\($0.text)] \($0.type.rawValue) \(Self.attributes($0)) by \($0.rule)" }
    let all = found.isEmpty ? "nothing" : found.joined(separator: ", ")
    let type = Meaning(rawValue: rule.action.meaning)?.mentionType
    guard let mention = document.mentions.first(where: { $0.range == span && $0.type == type }) else {
      return "must find what stands in brackets, but finds \(all)"
    }
    for (name, value) in example.expected.sorted(by: { $0.key < $1.key })
    where Self.attribute(name, of: mention) != value {
      return "must give \(name)=\(value), but gives \(Self.attribute(name, of: mention) ?? "none")"
    }
    let drafts = analysis.lines.flatMap { line in line.drafts.map { (line.reader.ruleName($0.rule), $0.range) } }
    let isOwn = drafts.contains { name, range in
      name == rule.qualifiedName
        && analysis.view.span(range) == Span(mention.bytes.lowerBound, mention.bytes.upperBound)
    }
    return isOwn ? nil : "does not match here; what finds it is \(mention.rule)"
  }

  private func relationProblem(_ example: RuleExample, _ rule: Rule, _ document: Document) -> String? {
    func text(_ id: String?) -> String { document.mentions.first { $0.id == id }?.text ?? "" }
    guard example.isPositive, let span = example.span else {
      let wrong = document.relations.first { $0.rule == rule.qualifiedName }
      return wrong.map { "must find nothing here, but joins '\(text($0.title))' to '\(text($0.person))'" }
    }
    let title = document.mentions.first { $0.range == span && $0.type == .title }
    guard let relation = document.relations.first(where: { $0.title == title?.id && title != nil }) else {
      let all = document.mentions.map { "[\($0.text)] \($0.type.rawValue)" }.joined(separator: ", ")
      return "must join the title in brackets; found are \(all)"
    }
    for (name, value) in example.expected.sorted(by: { $0.key < $1.key }) {
      let given =
        switch name {
        case "person": text(relation.person)
        case "organization": text(relation.organization)
        case "status": relation.status ?? ""
        default: ""
        }
      if given != value { return "must give \(name)=\(value), but gives \(given)" }
    }
    return relation.rule == rule.qualifiedName ? nil : "does not join them; what does is \(relation.rule)"
  }

  private static func attribute(_ name: String, of mention: Mention) -> String? {
    switch name {
    case "value": mention.value
    case "kind": mention.kind
    case "timex": mention.timex
    case "mod": mention.mod
    case "unit": mention.unit
    case "code": mention.code
    case "name": mention.name
    case "evidence": mention.evidence
    default: nil
    }
  }

  private static func attributes(_ mention: Mention) -> String {
    [mention.kind, mention.value, mention.mod, mention.unit].compactMap { $0 }.joined(separator: " ")
  }
}
