import VNExtract

func values() {
  var options = ExtractionOptions()
  options.language = "vi"
  options.date = CivilDateTime("2025-04-18")
  let text = "Chiều 17.4, đồng chí Vương Ngọc Hà tặng hơn 2,5 tỷ đồng cho 14/101 xã tại Hà Nội."
  for mention in Extractor().extract(text, options: options).mentions {
    switch mention.typedValue {
    case .date(let date): print(date.kind, date.value, date.start?.date.day ?? 0)
    case .number(let number):
      switch number.amount {
      case .exactly(let amount): print(number.kind, amount, number.per == nil ? "" : "of more", number.unit ?? "")
      case .between(let low, let high): print(number.kind, low, "to", high)
      case nil: print(number.kind, mention.text)
      }
    case .title(let title): print(title.kind, title.status.map { "\($0)" } ?? "in office")
    case .person(let name), .organization(let name): print(name.name)
    case .place(let place): print(place.name, place.code ?? "")
    case nil: print("of a kind that only one's own rules give:", mention.text)
    }
  }
}

func ranges() {
  let text = "😀 Ngày 27/2/2024, ông Nguyễn Văn An nói."
  let document = Extractor().extract(text)
  var marked = text
  // From the last to the first, so that the ranges before stay as they are.
  for mention in document.mentions.reversed() {
    guard let range = mention.range(in: text) else { continue }
    marked.replaceSubrange(range, with: "[" + text[range] + "]")
  }
  print(marked)
  print(document.ranges(in: .utf16))
}
