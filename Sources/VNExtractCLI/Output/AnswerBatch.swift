/// The answers to a batch of documents.
struct AnswerBatch: Sendable {
  /// The index of the input.
  var input: Int
  var bytes: [UInt8] = []
  /// The text of the document, where it stands beside the answer.
  var text: [UInt8]?
  /// What goes to standard error.
  var messages: [String] = []
  /// Whether a document could not be read.
  var hasFailed = false
  /// Whether this is the last of the input.
  var isLast = false
}
