/// A named part of a match.
public struct Capture: Sendable, Hashable {
  /// The name in the rule.
  public var name: PartName
  /// Which part of the name it is: 1, or the digit behind the name.
  public var number: UInt8
  /// The tokens it covers.
  public var range: Range<Int>
  /// The mention that fills it, where one arc does.
  public var mention: Int?
}

/// The parts of one match, in text order.
public struct Captures: Sendable {
  /// The tokens of the mention: those between brackets, or all.
  public internal(set) var mention: Range<Int> = 0..<0
  /// The named parts; a name can come several times.
  public internal(set) var parts: [Capture] = []
  /// The mentions taken as items, with their tokens.
  public internal(set) var mentions: [(number: Int, range: Range<Int>)] = []

  /// No parts of nothing, to be read into.
  public init() {}

  /// The first part of a name and number.
  public subscript(name: PartName, number: UInt8 = 1) -> Capture? {
    for part in parts where part.name == name && part.number == number { return part }
    return nil
  }

  /// Forgets all parts, but not the room they took.
  mutating func reset(mention: Range<Int>) {
    self.mention = mention
    parts.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
  }

  /// Becomes equal to others in the room that there is.
  mutating func copy(_ other: Captures) {
    reset(mention: other.mention)
    parts += other.parts
    mentions += other.mentions
  }

  /// Puts the parts into the order of the text; those that begin together stay as they are.
  mutating func sort() {
    for index in parts.indices.dropFirst() {
      var place = index
      while place > 0, parts[place - 1].range.lowerBound > parts[place].range.lowerBound {
        parts.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
}
