/// One marked stretch of a document's text, in gold or in a system's answer.
///
/// Offsets are half open and count Unicode scalars from the start of the document's text; `0 <= start < end`.
public struct AnnotatedMention: Sendable, Hashable {
  /// What is named: `TITLE`, `PERSON`, `ORG`, `LOC`, `DATE`, `NUMBER`, or any label of another annotation scheme.
  public var type: String
  /// Offset of the first scalar.
  public var start: Int
  /// Offset after the last scalar.
  public var end: Int
  /// The identifier the file gives the mention; several mentions of one person share it in inline gold.
  public var id: String?
  /// The thing the mention names, shared by all its mentions in the document; nil where the file does not say.
  public var entity: String?
  /// Everything else the file says of the mention, as written there: `kind`, `value`, `mod`, `unit`, `timex`, `status`,
  /// `rule`, `evidence`, `name`, and whatever a foreign format adds.
  public var attributes: [String: String]

  /// Makes a mention; the offsets are not checked.
  public init(
    type: String, start: Int, end: Int, id: String? = nil, entity: String? = nil, attributes: [String: String] = [:]
  ) {
    self.type = type
    self.start = start
    self.end = end
    self.id = id
    self.entity = entity
    self.attributes = attributes
  }

  /// The attribute of that name; nil where the file does not give it.
  public subscript(_ name: String) -> String? { attributes[name] }

  /// The number of scalars covered.
  public var length: Int { end - start }
}
