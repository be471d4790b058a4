import Patterns
import UnicodeText

/// Writes the chosen drafts down as mentions, relations and entities.
struct DocumentBuilder {
  private let view: DocumentView
  private let lines: [Line]
  private let dates: DateResolution
  private let language: String
  private let id: String
  private let options: ExtractionOptions
  private let evidence: Evidence
  private let currencies: CurrencyChoice

  init(_ analysis: Analysis, id: String, options: ExtractionOptions) {
    view = analysis.view
    lines = analysis.lines
    dates = analysis.dates
    language = analysis.language
    self.id = id
    self.options = options
    evidence = Evidence(word: options.evidence) ?? .likely
    currencies = CurrencyChoice(lines, view)
  }

  func document() -> Document {
    var mentions: [Mention] = []
    var held: [[HoldsFinder.Held]] = []
    let rows = options.types.contains(.number) ? FigureRows(lines, view) : nil
    // The mention of each draft, -1 where it is none.
    var ids: [[Int]] = []
    var ranges: [Range<Int>] = []
    var offsets = OffsetConverter(view.text, unit: options.offsets)
    for (number, line) in lines.enumerated() {
      var own = Array(repeating: -1, count: line.drafts.count)
      let first = mentions.count
      var numbers: NumberContext?
      for index in line.chosen {
        let count = mentions.count
        add(line, number, index, &numbers, rows, &offsets, to: &mentions)
        if mentions.count == count { continue }
        own[index] = count
        ranges.append(line.drafts[index].range)
      }
      for index in first..<mentions.count { mentions[index].id = "m\(index + 1)" }
      ids.append(own)
      let isAsked = options.types.contains(.title)
      held.append(
        isAsked
          ? HoldsFinder(line, view, evidence: evidence).relations { own[$0] < 0 ? nil : mentions[own[$0]].id } : [])
    }
    var relations = relations(held) { line, draft in
      ids[line][draft] < 0 ? nil : mentions[ids[line][draft]].id
    }
    for signature in SignatureFinder(lines, view).signatures {
      let title = ids[signature.titleLine][signature.title]
      let person = ids[signature.personLine][signature.person]
      guard title >= 0, person >= 0 else { continue }
      add(mentions[title], signedBy: mentions[person].id, to: &relations[signature.titleLine])
    }
    var linker = EntityLinker(view)
    for (index, range) in ranges.enumerated() { linker.add(index, mentions[index], range) }
    linker.assign(to: &mentions)
    return Document(
      id: id, language: language, date: options.date.map { CalendarPlace.midnight($0.date).prefix(10).description },
      offsets: options.offsets, text: view.text, mentions: mentions, relations: relations.flatMap { $0 },
      entities: linker.entities(mentions))
  }

  /// The relations of every line; those of entries that name nobody with the person of whom the entry speaks.
  private func relations(_ held: [[HoldsFinder.Held]], id: (Int, Int) -> String?) -> [[Relation]] {
    let needsSubject = held.contains { $0.contains { $0.absent != nil && $0.relation.person == nil } }
    let subjects = needsSubject ? SubjectFinder(lines, view) : nil
    return held.enumerated().map { number, held in
      held.compactMap { one in
        var relation = one.relation
        if let absent = one.absent, relation.person == nil,
          let subject = absent.isSubject
            ? subjects?.subject(ofLine: number)
            : subjects?.subject(of: lines[number].drafts[one.title], inLine: number)
        {
          relation.person = id(subject.line, subject.draft)
          relation.rule = absent.rule
        }
        return relation.person == nil && relation.organization == nil ? nil : relation
      }
    }
  }

  /// Adds who signed for an office; a person of the office's own line outweighs the signature.
  private func add(_ title: Mention, signedBy person: String, to relations: inout [Relation]) {
    let known = relations.firstIndex { $0.title == title.id }
    guard known.map({ relations[$0].person == nil }) ?? true else { return }
    let relation = Relation(
      type: "holds", person: person, title: title.id, organization: known.flatMap { relations[$0].organization },
      status: title.status, rule: "document.signature")
    if let known { relations[known] = relation } else { relations.append(relation) }
  }

  /// Adds the mention of a draft, where it is one that is asked for; made in place, since a copy counts many references.
  private func add(
    _ line: Line, _ number: Int, _ index: Int, _ numbers: inout NumberContext?, _ rows: FigureRows?,
    _ offsets: inout OffsetConverter, to mentions: inout [Mention]
  ) {
    let draft = line.drafts[index]
    guard let type = draft.meaning.mentionType, options.types.contains(type),
      draft.date?.isVague == true ? options.vague : draft.evidence >= evidence
    else { return }
    let value = type == .date ? dates[number, index] : nil
    if type == .date, value == nil { return }
    let span = view.span(draft.range)
    mentions.append(
      Mention(
        id: "", type: type, range: offsets.convert(span.start)..<offsets.convert(span.end),
        bytes: span.start..<span.end, text: view.text.string(span), evidence: draft.evidence.word,
        rule: draft.source ?? line.reader.ruleName(draft.rule)))
    describe(&mentions[mentions.count - 1], draft, value, line, number, index, &numbers, rows)
  }

  /// Adds what a mention means.
  private func describe(
    _ mention: inout Mention, _ draft: Draft, _ date: DateValue?, _ line: Line, _ number: Int, _ index: Int,
    _ numbers: inout NumberContext?, _ rows: FigureRows?
  ) {
    switch mention.type {
    case .date:
      mention.timex = date?.timex
      mention.value = date?.value
      mention.mod = date?.mod
      mention.interval = date?.interval
      mention.basis = date?.basis
    case .number:
      mention.kind = draft.number?.kind
      mention.value = draft.number?.value
      mention.mod = draft.number?.mod
      mention.unit =
        draft.number?.unit.map { PlainSpelling.write($0) } ?? draft.number?.currencies.flatMap(currencies.code)
      mention.code = draft.number?.code
      if let value = draft.number {
        let known = numbers ?? NumberContext(line, view)
        numbers = known
        let context = known.reading(of: value, at: draft.range)
        let carried = rows?.unit(line: number, draft: index) ?? known.unit(of: value, at: draft.range)
        mention.unit = mention.unit ?? carried.map { PlainSpelling.write($0) }
        mention.subject = context.subject.map { PlainSpelling.write($0) }
        mention.change = context.change
      }
    case .title:
      mention.kind = draft.kind?.string
      mention.status = draft.status?.string
    case .person, .organization: mention.name = NameWriter(view, line.reader).name(draft.range, type: mention.type)
    case .place:
      let names = NameWriter(view, line.reader)
      mention.name = names.name(draft.range, type: .place)
      (mention.code, mention.now) = names.place(draft.range)
    }
  }
}
