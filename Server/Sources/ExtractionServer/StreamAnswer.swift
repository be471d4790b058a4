import Hummingbird
import NIOCore

/// Answers a stream of JSON objects line by line, in order, in memory that does not grow with it.
///
/// One task reads and cuts, workers read documents, and the task that answers writes. Where the client takes no answers, no
/// more is read from it.
struct StreamAnswer: Sendable {
  let answerer: DocumentAnswerer
  let workers: Workers
  let limits: Limits

  /// What small lines that have come together come to, in bytes, before a worker takes them.
  private static let batch = 1 << 14

  private typealias Work = Task<ByteBuffer, any Error>

  /// Reads the body and writes the answers.
  ///
  /// - Throws: what reading the body or writing the answers throws.
  func write(_ body: RequestBody, to writer: inout any ResponseBodyWriter) async throws {
    let work = Handoff<Work>(limit: limits.workers)
    let reading = Task { await read(body, into: work) }
    do {
      try await withTaskCancellationHandler {
        while let next = try await work.next() { try await writer.write(try await next.value) }
      } onCancel: {
        reading.cancel()
      }
    } catch {
      reading.cancel()
      await work.cancel()
      throw error
    }
  }

  private func read(_ body: RequestBody, into work: Handoff<Work>) async {
    var cutter = LineCutter(limit: limits.body)
    var number = 1
    do {
      for try await piece in body {
        var batches: [[LineCutter.Line]] = [[]]
        var size = 0
        cutter.add(piece) { line in
          if case .bytes(let bytes) = line { size += bytes.count }
          batches[batches.count - 1].append(line)
          if size >= Self.batch {
            batches.append([])
            size = 0
          }
        }
        for batch in batches where !batch.isEmpty {
          try await work.send(begin(batch, number))
          number += batch.count
        }
      }
      var last: [LineCutter.Line] = []
      cutter.end { last.append($0) }
      if !last.isEmpty { try await work.send(begin(last, number)) }
      await work.finish()
    } catch {
      await work.finish(error)
    }
  }

  private func begin(_ lines: [LineCutter.Line], _ number: Int) -> Work {
    let (answerer, limit) = (answerer, limits.body)
    return Task { try await workers.runStreamed { answerer.answer(lines: lines, from: number, limit: limit) } }
  }
}
