/// The key of a Vietnamese person's name: the same for all writings of the name.
///
/// A writing without diacritics, or in another script, leaves several readings open. Two keys are of one name where a reading of
/// each is the same and no diacritic contradicts: see ``agreement(with:)``. This is no equivalence: `Nguyen Van Hung` agrees
/// with `Nguyễn Văn Hùng` and with `Nguyễn Văn Hưng`, which do not agree with one another.
public struct NameKey: Hashable, Sendable {
  /// One syllable of the name.
  public struct Syllable: Hashable, Sendable {
    /// What it may be, without diacritics, the likeliest first; not empty.
    public let readings: [String]
    /// The letters with the number of the tone; nil where the writing does not tell them.
    public let marked: String?
    /// Whether it is read from another script.
    public let isTransliterated: Bool

    /// Creates a syllable.
    public init(readings: [String], marked: String? = nil, isTransliterated: Bool = false) {
      self.readings = readings
      self.marked = marked
      self.isTransliterated = isTransliterated
    }
  }

  /// The most readings that ``readings`` lists.
  public static let limit = 256

  /// The syllables, the surname first, also where the writing has it last.
  public let syllables: [Syllable]
  /// Whether the last syllable may be the surname, too.
  public let isReversible: Bool

  /// Creates a key.
  public init(syllables: [Syllable], isReversible: Bool = false) {
    self.syllables = syllables
    self.isReversible = isReversible
  }

  /// The likeliest reading: `nguyen thanh binh`.
  public var primary: String { syllables.compactMap(\.readings.first).joined(separator: " ") }

  /// The readings without diacritics, the likeliest first.
  public var readings: [String] {
    orders.flatMap { order -> [String] in
      var out = [""]
      for syllable in order {
        let room = max(1, Self.limit / max(1, out.count))
        out = out.flatMap { start in
          syllable.readings.prefix(room).map { start.isEmpty ? $0 : start + " " + $0 }
        }
      }
      return out
    }
  }

  /// How this and another name agree; nil where they are different names.
  public func agreement(with other: NameKey) -> NameAgreement? {
    guard syllables.count == other.syllables.count, !syllables.isEmpty else { return nil }
    return orders.flatMap { order in other.orders.compactMap { Self.agreement(order, $0) } }.max()
  }

  private var orders: [[Syllable]] {
    guard isReversible, let last = syllables.last else { return [syllables] }
    return [syllables, [last] + syllables.dropLast()]
  }

  private static func agreement(_ left: [Syllable], _ right: [Syllable]) -> NameAgreement? {
    var weakest = NameAgreement.spelling
    for (one, other) in zip(left, right) {
      if let first = one.marked, let second = other.marked {
        guard first == second else { return nil }
        continue
      }
      guard !Set(one.readings).isDisjoint(with: other.readings) else { return nil }
      if one.isTransliterated != other.isTransliterated || one.readings != other.readings {
        weakest = .reading
      } else if one.marked != other.marked {
        weakest = min(weakest, .letters)
      }
    }
    return weakest
  }
}
