/// The columns a lexicon file may have beside `surface` and `sense`.
public enum Feature: String, CaseIterable, Sendable {
  /// The number, date part or offset that the entry means.
  case value
  /// A standard's code: ISO 3166, ISO 4217, UCUM, a TIMEX3 unit or part of day.
  case code
  /// A finer kind within the sense.
  case kind
  /// The TIMEX3 modifier that the entry expresses.
  case mod
  /// `former`, `acting` or `elect`.
  case status
  /// The full or canonical form that the entry stands for.
  case name
  /// Where the place belongs since the reform of July 2025.
  case now
  /// `m`, `f` or `mf`.
  case gender
  /// `yes` where the entry is also an ordinary word and counts only with support from its context.
  case doubtful
  /// The part that the entry plays in a composition (`unit`, `scale`, `before`, `after`, `alone` …).
  case role
  /// The unit that the entry implies.
  case unit
}
