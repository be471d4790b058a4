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
  private let currencies: CurrencyChoice

  init(_ analysis: Analysis, id: String, options: ExtractionOptions) {
    view = analysis.view
    lines = analysis.lines
    dates = analysis.dates
    language = analysis.language
    self.id = id
    self.options = options
    currencies = CurrencyChoice(lines, view)
  }

  func document() -> Document {
    var mentions: [Mention] = []
    var relations: [Relation] = []
    var ranges: [Range<Int>] = []
    var offsets = OffsetConverter(view.text, unit: options.offsets)
    for (number, line) in lines.enumerated() {
      var ids: [Int: Int] = [:]
      let numbers = NumberContext(line, view)
      for index in line.chosen {
        guard let mention = mention(line, number, index, numbers, &offsets) else { continue }
        ids[index] = mentions.count
        mentions.append(mention)
        ranges.append(line.drafts[index].range)
      }
      for index in mentions.indices.suffix(ids.count) { mentions[index].id = "m\(index + 1)" }
      if options.types.contains(.title) {
        relations += HoldsFinder(line, view).relations { ids[$0].map { mentions[$0].id } }
      }
    }
    var linker = EntityLinker(view)
    for (index, range) in ranges.enumerated() { linker.add(index, mentions[index], range) }
    linker.assign(to: &mentions)
    return Document(
      id: id, language: language, date: options.date.map { CalendarPlace.midnight($0.date).prefix(10).description },
      offsets: options.offsets, text: view.text, mentions: mentions, relations: relations,
      entities: linker.entities(mentions))
  }

  private func mention(
    _ line: Line, _ number: Int, _ index: Int, _ numbers: NumberContext, _ offsets: inout OffsetConverter
  ) -> Mention? {
    let draft = line.drafts[index]
    guard let type = draft.meaning.mentionType, options.types.contains(type),
      draft.date?.isVague == true ? options.vague : draft.evidence >= Evidence(word: options.evidence) ?? .likely
    else { return nil }
    let span = view.span(draft.range)
    var mention = Mention(
      id: "", type: type, range: offsets.convert(span.start)..<offsets.convert(span.end), bytes: span.start..<span.end,
      text: view.text.string(span), evidence: draft.evidence.word,
      rule: draft.source ?? line.reader.ruleName(draft.rule))
    switch type {
    case .date:
      guard let value = dates[number, index] else { return nil }
      mention.timex = value.timex
      mention.value = value.value
      mention.mod = value.mod
      mention.interval = value.interval
      mention.basis = value.basis
    case .number:
      mention.kind = draft.number?.kind
      mention.value = draft.number?.value
      mention.mod = draft.number?.mod
      mention.unit =
        draft.number?.unit.map { PlainSpelling.write($0) } ?? draft.number?.currencies.flatMap(currencies.code)
      mention.code = draft.number?.code
      if let number = draft.number {
        let context = numbers.reading(of: number, at: draft.range)
        mention.subject = context.subject.map { PlainSpelling.write($0) }
        mention.change = context.change
      }
    case .title:
      mention.kind = draft.kind
      mention.status = draft.status
    case .person, .organization: mention.name = NameWriter(view, line.reader).name(draft.range, type: type)
    case .place:
      let names = NameWriter(view, line.reader)
      mention.name = names.name(draft.range, type: type)
      (mention.code, mention.now) = names.place(draft.range)
    }
    return mention
  }
}
