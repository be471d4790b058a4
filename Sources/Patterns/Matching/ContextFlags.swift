/// How the pattern of a context can begin, and whether there is something that it must have.
struct ContextFlags: OptionSet {
  let rawValue: Int

  /// Whatever it begins with is all of it: one item, with or without a blank before it.
  static let single = Self(rawValue: 1)
  /// It matches where nothing stands.
  static let empty = Self(rawValue: 2)
  /// It can begin with the bound of a line.
  static let lineBound = Self(rawValue: 4)
  /// It has a `Requirement`.
  static let required = Self(rawValue: 8)
}
