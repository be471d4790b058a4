/// The six types of mentions.
public enum MentionType: String, CaseIterable, Sendable {
  /// What a person is called or holds.
  case title = "TITLE"
  /// A person's name.
  case person = "PERSON"
  /// A particular institution.
  case organization = "ORG"
  /// A named place.
  case place = "LOC"
  /// A point, span or recurrence on the calendar or clock.
  case date = "DATE"
  /// A numeric fact.
  case number = "NUMBER"
}

/// Something found in a document.
public struct Mention: Sendable, Hashable {
  /// The mention's id, `m1` for the first in the text.
  public var id: String
  /// Its type.
  public var type: MentionType
  /// Its half-open range in the unit that was asked for.
  public var range: Range<Int>
  /// Its half-open range of UTF-8 bytes in the decoded text.
  public var bytes: Range<Int>
  /// What stands at its range, byte for byte.
  public var text: String
  /// TITLE: `position`, `honorific`, `degree`, `rank`; NUMBER: `cardinal` … `measure`.
  public var kind: String?
  /// TITLE: `former`, `acting` or `elect` where the text says so.
  public var status: String?
  /// DATE: the TIMEX3 type.
  public var timex: String?
  /// DATE: the TIMEX3 value; NUMBER: a plain decimal, `k/n` or `a..b`.
  public var value: String?
  /// The TIMEX3 modifier.
  public var mod: String?
  /// What is counted, the unit as written, or the ISO 4217 code of money.
  public var unit: String?
  /// NUMBER: what the number is said of, where the words beside it name it.
  public var subject: String?
  /// NUMBER: `INCREASE` or `DECREASE` where it says by how much, from or to what something changed.
  public var change: String?
  /// ISO 3166 or province code of a place, UCUM code of a measure.
  public var code: String?
  /// Where a Vietnamese place belongs since July 2025, if that changed.
  public var now: String?
  /// The half-open stretch of local date-times that a DATE denotes; nil inside means open.
  public var interval: DateInterval?
  /// DATE: where the parts that the text leaves open were taken from.
  public var basis: DateBasis?
  /// The mention as it would be written by itself.
  public var name: String?
  /// The entity it belongs to.
  public var entity: String?
  /// How sure it is: `certain`, `likely`, `possible`.
  public var evidence: String
  /// The rule that made it, with its language.
  public var rule: String
  /// The lexicon entries that it rests on; nil where they were not asked for.
  public var entries: [UsedEntry]?
}

/// Who holds which title where.
public struct Relation: Sendable, Hashable {
  /// The kind of relation: `holds`.
  public var type: String
  /// The id of the PERSON, nil where the phrase names none.
  public var person: String?
  /// The id of the TITLE.
  public var title: String
  /// The id of the ORG or LOC, nil where the phrase names none.
  public var organization: String?
  /// `former`, `acting` or `elect`.
  public var status: String?
  /// The rule that made it.
  public var rule: String
}

/// One person or organization with all its mentions.
public struct Entity: Sendable, Hashable {
  /// The entity's id, `e1` for the first.
  public var id: String
  /// PERSON or ORG.
  public var type: MentionType
  /// Its longest name.
  public var name: String
  /// The ids of its mentions in text order.
  public var mentions: [String]
}
