import NIOCore
import VNExtract

/// What the server says of itself.
enum Description {
  /// The version of the project.
  static let version = Extractor.version

  /// The description of the interface (OpenAPI 3.1).
  static let openAPI = ByteBuffer(bytes: PackageResources.openapi_json)
  /// The JSON Schema of an answer.
  static let document = ByteBuffer(bytes: PackageResources.document_schema_json)
  /// The JSON Schema of an explanation.
  static let explanation = ByteBuffer(bytes: PackageResources.explanation_schema_json)
}
