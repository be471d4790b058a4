/// Memory the tokenizer's loop writes into before a batch is handed over.
final class TokenScratch {
  /// Segments in one batch.
  static let segments = 2048
  /// Tokens before they are handed over: one for each segment, and room for as many that seams add.
  static let capacity = 2 * segments

  let ends = UnsafeMutablePointer<Int32>.allocate(capacity: segments + 1)
  let tokenStarts = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let tokenEnds = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
  let types = UnsafeMutablePointer<TokenTypeID>.allocate(capacity: capacity)
  let flags = UnsafeMutablePointer<TokenFlags>.allocate(capacity: capacity)

  deinit {
    ends.deallocate()
    tokenStarts.deallocate()
    tokenEnds.deallocate()
    types.deallocate()
    flags.deallocate()
  }

  /// Appends the first `count` tokens to `tokens`.
  func flush(_ count: Int, into tokens: inout Tokens) {
    guard count > 0 else { return }
    tokens.starts.append(contentsOf: UnsafeBufferPointer(start: tokenStarts, count: count))
    tokens.ends.append(contentsOf: UnsafeBufferPointer(start: tokenEnds, count: count))
    tokens.types.append(contentsOf: UnsafeBufferPointer(start: types, count: count))
    tokens.flags.append(contentsOf: UnsafeBufferPointer(start: flags, count: count))
  }
}
