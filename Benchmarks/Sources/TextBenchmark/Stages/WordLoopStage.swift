import CWordLoop

/// ICU's own word loop in C over UTF-16, every boundary and its status: the bar of all other stages.
final class WordLoopStage: Stage {
  static let name = "icu"

  let byteCount: Int
  private let loop: OpaquePointer

  init?(_ sample: Sample) {
    let opened = sample.text.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { word_loop_open($0, Int32(bytes.count)) }
    }
    guard let opened else { return nil }
    loop = opened
    byteCount = sample.text.bytes.count
  }

  deinit { word_loop_close(loop) }

  func run() -> Int { Int(word_loop_run(loop)) }
}
