/// A step of the pipeline, timed over one text.
///
/// A further stage is a file in `Stages/` and a line in `stages`.
protocol Stage: AnyObject {
  /// Its name in tables and in `--stages`.
  static var name: String { get }

  /// Prepares what is not timed.
  init?(_ sample: Sample)

  /// How many bytes of the text one run reads.
  var byteCount: Int { get }

  /// Puts back what a run has changed; not timed.
  func reset()

  /// Does the work once; the answer keeps the work from being left out.
  func run() -> Int
}

extension Stage {
  func reset() {}
}

/// All stages, in the order of the pipeline; each holds the work of those before it that it needs.
let stages: [any Stage.Type] = [
  CopyStage.self, ValidationStage.self, WordLoopStage.self, BoundaryStage.self, TokenStage.self, WarmTokenStage.self,
  ExtractStage.self,
]
