/// All fuzz targets by name.
enum Targets {
  static let all: [(name: String, make: @Sendable () -> any FuzzTarget)] = [
    ("decode", { DecodeTarget() }), ("words", { WordsTarget() }), ("normalize", { NormalizeTarget() }),
    ("rules", { RulesTarget() }), ("lexicon", { LexiconTarget() }), ("gold", { GoldTarget() }),
    ("jsonl", { JSONLTarget() }), ("wet", { WETTarget() }), ("extract", { ExtractTarget() }),
    ("repeat", { RepeatTarget() }), ("write", { WriteTarget() }), ("explain", { ExplainTarget() }),
    ("score", { ScoreTarget() }),
  ]

  /// The target of this process.
  nonisolated(unsafe) static var current: (any FuzzTarget)?
}
