import UnicodeText
import VNExtract

/// What every answer promises of its text.
enum ExactAnswers {
  /// Checks that mentions lie in the text on characters' bounds, in order and apart, with the text that stands there, and
  /// that relations and entities speak of mentions that there are.
  static func check(_ document: Document, of text: Text, _ target: some FuzzTarget) {
    var end = 0
    let ids = Set(document.mentions.map(\.id))
    target.promise(ids.count == document.mentions.count, "ids are unique")
    var offsets = OffsetConverter(text, unit: document.offsets)
    for mention in document.mentions {
      let bytes = mention.bytes
      target.promise(end <= bytes.lowerBound && bytes.lowerBound < bytes.upperBound, "\(mention) comes in order")
      target.promise(bytes.upperBound <= text.bytes.count, "\(mention) lies in the text")
      target.promise(isBound(bytes.lowerBound, text) && isBound(bytes.upperBound, text), "\(mention) has characters")
      target.promise(Array(mention.text.utf8) == Array(text.bytes[bytes]), "\(mention) is what stands there")
      let range = offsets.convert(bytes.lowerBound)..<offsets.convert(bytes.upperBound)
      target.promise(mention.range == range, "\(mention) has offsets \(range)")
      target.promise(["certain", "likely", "possible"].contains(mention.evidence), "\(mention) has evidence")
      target.promise(!mention.rule.isEmpty, "\(mention) has a rule")
      end = bytes.upperBound
    }
    for relation in document.relations {
      let named = [relation.person, relation.title, relation.organization].compactMap { $0 }
      target.promise(named.allSatisfy(ids.contains), "\(relation) speaks of mentions")
    }
    for entity in document.entities {
      target.promise(!entity.mentions.isEmpty && entity.mentions.allSatisfy(ids.contains), "\(entity) has mentions")
    }
  }

  private static func isBound(_ offset: Int, _ text: Text) -> Bool {
    offset == text.bytes.count || text.bytes[offset] & 0xC0 != 0x80
  }
}
