/// What a mention says, with a type of its own for each kind of mention.
///
/// A `switch` over it, and over the kinds inside, is exhaustive: a case that is added is told by the compiler.
public enum Value: Hashable, Sendable {
  /// What a person is called or holds.
  case title(Title)
  /// A person.
  case person(Name)
  /// An institution.
  case organization(Name)
  /// A place.
  case place(Place)
  /// A point, span or recurrence on the calendar or clock.
  case date(Date)
  /// A numeric fact.
  case number(Number)

  /// An office, a form of address, a degree or a rank.
  public struct Title: Hashable, Sendable {
    /// What sort of title it is.
    public enum Kind: String, CaseIterable, Sendable {
      /// An office or a profession.
      case position
      /// A form of address.
      case honorific
      /// An academic degree or a state's title.
      case degree
      /// A rank of soldiers, police and the like.
      case rank
    }

    /// What sort of title it is.
    public var kind: Kind
    /// Whether it is held no more, not yet or for the time being; nil where the text does not say so.
    public var status: Status?
  }

  /// How an office is held.
  public enum Status: String, CaseIterable, Sendable {
    /// No more.
    case former
    /// For the time being.
    case acting
    /// Not yet.
    case elect
  }

  /// The name of a person or institution.
  public struct Name: Hashable, Sendable {
    /// The name as it would be written by itself.
    public var name: String
    /// The id of the entity it belongs to.
    public var entity: String?
  }

  /// A named place.
  public struct Place: Hashable, Sendable {
    /// The name as it would be written by itself.
    public var name: String
    /// ISO 3166-1 of a country, ISO 3166-2 of a province or state.
    public var code: String?
    /// The province that a Vietnamese place belongs to since July 2025, where that changed.
    public var now: String?
  }

  /// What an approximator or a bound adds to a value, as TIMEX3 has it.
  public enum Modifier: String, CaseIterable, Sendable {
    /// More than.
    case moreThan = "MORE_THAN"
    /// Less than.
    case lessThan = "LESS_THAN"
    /// About.
    case about = "APPROX"
    /// At least.
    case atLeast = "EQUAL_OR_MORE"
    /// At most.
    case atMost = "EQUAL_OR_LESS"
    /// The first third.
    case start = "START"
    /// The second third.
    case middle = "MID"
    /// The last third.
    case end = "END"
    /// Before, the point itself left out.
    case before = "BEFORE"
    /// After, the point itself left out.
    case after = "AFTER"
    /// Until.
    case onOrBefore = "ON_OR_BEFORE"
    /// From.
    case onOrAfter = "ON_OR_AFTER"
  }
}
