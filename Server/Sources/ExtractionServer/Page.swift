import HTTPTypes
import Hummingbird
import NIOCore

/// The page in which texts are looked at.
enum Page {
  /// What stands in the page where the nonce belongs.
  private static let mark = "{{nonce}}"
  private static let parts = String(decoding: PackageResources.page_html, as: UTF8.self).split(
    separator: mark, omittingEmptySubsequences: false)

  /// The page; it may run and show nothing but what stands in it, and speak to nobody but the server.
  static func response() -> Response {
    var random = SystemRandomNumberGenerator()
    let nonce = String(random.next(), radix: 36) + String(random.next(), radix: 36)
    let policy = """
      default-src 'none'; style-src 'nonce-\(nonce)'; script-src 'nonce-\(nonce)'; connect-src 'self'; img-src data:; \
      base-uri 'none'; form-action 'none'; frame-ancestors 'none'
      """
    let body = ByteBuffer(string: parts.joined(separator: nonce))
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/html; charset=utf-8", .contentLength: String(body.readableBytes),
        .cacheControl: "no-store", .contentSecurityPolicy: policy, .xContentTypeOptions: "nosniff",
      ], body: ResponseBody(byteBuffer: body))
  }
}
