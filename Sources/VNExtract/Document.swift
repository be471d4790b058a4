public import UnicodeText

/// What was found in one document.
public struct Document: Sendable {
  /// The id it came with.
  public var id: String
  /// The language most of it is in: a tag of a profile, or `und`.
  public var language: String
  /// The reference date, `YYYY-MM-DD`, where known.
  public var date: String?
  /// The unit of `Mention.range`.
  public var offsets: OffsetUnit
  /// The encoding the text was decoded from, where the caller tells it; offsets always count the decoded text.
  public var encoding: String?
  /// The text that was read, for those who want it back.
  public var text: Text
  /// The mentions in text order; they never overlap.
  public var mentions: [Mention]
  /// The relations between them.
  public var relations: [Relation]
  /// The persons and organizations.
  public var entities: [Entity]
}

/// What to look for and how to answer.
public struct ExtractionOptions: Sendable {
  /// The language of the texts; nil lets it be guessed.
  public var language: String?
  /// The reference date where the document brings none.
  public var date: CivilDateTime?
  /// The types wanted.
  public var types: Set<MentionType> = Set(MentionType.allCases)
  /// The unit of offsets.
  public var offsets: OffsetUnit = .scalar
  /// The weakest evidence that is shown: `certain`, `likely` or `possible`.
  public var evidence: String = "likely"
  /// Whether mentions say which lexicon entries they rest on; takes about as long again as finding them.
  public var withEntries = false
  /// Whether times without a place on the calendar are shown: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
  public var vague = false

  /// Creates the default options.
  public init() {}
}
