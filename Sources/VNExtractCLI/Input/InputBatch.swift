/// Documents that are read together: what stands ready of one input.
struct InputBatch: Sendable {
  /// The index of the input.
  var input: Int
  var documents: [InputDocument] = []
  /// What there is to say about the input itself.
  var messages: [String] = []
  /// Whether the input could not be read, or not to its end.
  var hasFailed = false
  /// Whether this is the last of the input.
  var isLast = false
}
