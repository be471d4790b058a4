/// Writes TimeML 1.2.1: the DATE mentions as TIMEX3 elements in `<TEXT>`, the document's date as its creation time.
///
/// Other mentions have no place in this form; of overlapping DATE mentions the first and longest stays.
public enum TimeMLWriter {
  /// The TimeML of a document.
  public static func write(_ document: AnnotatedDocument) -> String {
    let text = ScalarText(document.text ?? "")
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>"
    MarkupText.escape(document.id.unicodeScalars, into: &output)
    output += "</DOCID>\n"
    if let date = document.date {
      output += "<DCT><TIMEX3 tid=\"t0\" type=\"\(date.contains("T") ? "TIME" : "DATE")\""
      MarkupText.attribute("value", date, into: &output)
      output += " functionInDocument=\"CREATION_TIME\">"
      MarkupText.escape(date.unicodeScalars, into: &output)
      output += "</TIMEX3></DCT>\n"
    }
    output += "<TEXT>"
    var position = 0
    var number = 0
    for mention in document.mentions.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where mention.type == "DATE" && mention.start >= position && mention.end <= text.count {
      number += 1
      MarkupText.escape(text.scalars[position..<mention.start], into: &output)
      output += "<TIMEX3 tid=\"t\(number)\""
      MarkupText.attribute("type", mention["timex"] ?? "DATE", into: &output)
      MarkupText.attribute("value", mention["value"] ?? "", into: &output)
      for name in ["mod", "quant", "freq"] {
        if let value = mention[name] { MarkupText.attribute(name, value, into: &output) }
      }
      output += ">"
      MarkupText.escape(text.scalars[mention.start..<mention.end], into: &output)
      output += "</TIMEX3>"
      position = mention.end
    }
    MarkupText.escape(text.scalars[position...], into: &output)
    return output + "</TEXT>\n</TimeML>\n"
  }
}
