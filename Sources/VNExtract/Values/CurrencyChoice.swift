import Lexicon
import Patterns
import UnicodeText

/// Chooses the code of a currency that several countries call by one name.
///
/// The lexicon lists the codes, `BHD|DZD|IQD`. A code of ISO 4217 begins with its country's of ISO 3166; where it belongs to
/// others they stand behind it, `XOF@BJ,SN`. The country named most often in the document decides; between equals the one
/// named first.
struct CurrencyChoice {
  private var counts: [String: Int] = [:]
  private var order: [String: Int] = [:]

  /// Whether a code stands for several currencies.
  static func isOpen(_ code: String) -> Bool { code.contains("|") }

  /// Notes a place that the document names, by its code of ISO 3166.
  mutating func add(place code: String) {
    let country = String(code.prefix(2))
    counts[country, default: 0] += 1
    if order[country] == nil { order[country] = order.count }
  }

  /// The code among the open ones; nil where no country that has one is named.
  func code(among codes: String) -> String? {
    var best: (code: Substring, count: Int, order: Int)?
    for choice in codes.split(separator: "|") {
      let parts = choice.split(separator: "@")
      guard let code = parts.first else { continue }
      let countries = parts.count > 1 ? parts[1].split(separator: ",") : [code.prefix(2)]
      for country in countries.map(String.init) {
        guard let count = counts[country], let place = order[country] else { continue }
        if best.map({ count > $0.count || count == $0.count && place < $0.order }) ?? true {
          best = (code, count, place)
        }
      }
    }
    return best.map { String($0.code) }
  }
}

extension CurrencyChoice {
  /// The most tokens that the name of a country has.
  private static let longestName = 3

  /// The countries that a document names, by themselves, in other names or by their people and cities, where it holds a sum
  /// whose currency is open.
  init(_ lines: [Line], _ view: DocumentView) {
    guard lines.contains(where: { line in line.chosen.contains { line.drafts[$0].number?.currencies != nil } }) else {
      return
    }
    for line in lines {
      var at = line.range.lowerBound
      while at < line.range.upperBound {
        let longest = min(line.range.upperBound, at + Self.longestName)
        let end = line.reader.matcher.reach(view.tokens, at..<longest)
        var next = at + 1
        for last in (at..<end).reversed() {
          guard let code = Self.country(at..<(last + 1), line.reader, view) else { continue }
          add(place: code)
          next = last + 1
          break
        }
        at = next
      }
    }
  }

  private static func country(_ range: Range<Int>, _ reader: LineReader, _ view: DocumentView) -> String? {
    for entry in reader.matcher.entries(view.tokens, range) where entry.sense == "place" || entry.sense == "country" {
      if entry[.doubtful] == nil, let code = entry[.code] { return code }
    }
    return nil
  }
}
