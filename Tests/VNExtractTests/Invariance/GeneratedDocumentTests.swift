import Foundation
import GeneratedDocuments
import Synchronization
import Testing
import UnicodeText
import VNExtract

/// Promises 1 and 2 on documents that nobody has looked at, read by several threads with one extractor.
///
/// GENERATED_DOCUMENTS sets how many (1000000 for the whole proof), GENERATED_SEED with which to begin.
@Suite struct GeneratedDocumentTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["GENERATED_DOCUMENTS"].flatMap { Int($0) } ?? 1_000
  private static let seed = environment["GENERATED_SEED"].flatMap { Int($0) } ?? 1
  /// As many documents have one seed.
  private static let block = 500
  private static let extractor = Extractor()

  /// What was counted, and what was wrong.
  private struct Tally {
    var documents = 0
    var bytes = 0
    var mentions = 0
    var samples = 0
    var sampledMentions = 0
    var different = 0
    var faults: [String] = []

    mutating func add(_ other: Tally) {
      documents += other.documents
      bytes += other.bytes
      mentions += other.mentions
      samples += other.samples
      sampledMentions += other.sampledMentions
      different += other.different
      faults += other.faults
    }
  }

  /// The numbers of blocks, each given once.
  private final class Counter: Sendable {
    private let next = Mutex(0)

    func take() -> Int {
      next.withLock { number in
        defer { number += 1 }
        return number
      }
    }
  }

  @Test func promisesHold() async {
    let blocks = (Self.count + Self.block - 1) / Self.block
    let next = Counter()
    let total = await withTaskGroup(of: Tally.self) { group in
      for _ in 0..<max(2, ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          var tally = Tally()
          while true {
            let number = next.take()
            guard number < blocks else { return tally }
            Self.read(block: number, &tally)
          }
        }
      }
      return await group.reduce(into: Tally()) { $0.add($1) }
    }
    #expect(total.faults.isEmpty, "\(total.faults.prefix(5))")
    #expect(total.documents == blocks * Self.block && total.mentions > total.documents)
    // Of a zero-width space between letters nobody knows what it parts.
    #expect(
      total.different * 100 <= total.sampledMentions, "\(total.different) of \(total.sampledMentions) mentions differ")
    if Self.environment["GENERATED_DOCUMENTS"] != nil {
      let line =
        "\(total.documents) documents, \(total.bytes) bytes, \(total.mentions) mentions exact; \(total.samples) written "
        + "otherwise: of \(total.sampledMentions) mentions \(total.different) differ\n"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }

  private static func read(block: Int, _ tally: inout Tally) {
    var generator = DocumentGenerator(seed: UInt64(seed + block))
    for number in 0..<Self.block {
      let string = generator.next()
      let text = Text(string)
      var options = ExtractionOptions()
      options.offsets = OffsetUnit.allCases[number % OffsetUnit.allCases.count]
      let document = extractor.extract(text, options: options)
      tally.documents += 1
      tally.bytes += text.bytes.count
      tally.mentions += document.mentions.count
      if let fault = fault(in: document, text) { tally.faults.append("seed \(seed + block), \(number): \(fault)") }
      if number % 100 == 7 { sample(generator.article(), block * 5 + number / 100, &tally) }
    }
  }

  /// Promise 1: what is not exact in an answer.
  private static func fault(in document: Document, _ text: Text) -> String? {
    var end = 0
    var offsets = OffsetConverter(text, unit: document.offsets)
    for mention in document.mentions {
      let bytes = mention.bytes
      guard bytes.lowerBound >= end, bytes.upperBound > bytes.lowerBound, bytes.upperBound <= text.bytes.count else {
        return "\(mention) is out of order"
      }
      if !mention.text.utf8.elementsEqual(text.bytes[bytes]) { return "\(mention) is not what stands there" }
      let range = offsets.convert(bytes.lowerBound)..<offsets.convert(bytes.upperBound)
      if mention.range != range { return "\(mention) has not the offsets \(range)" }
      let isInside = [bytes.lowerBound, bytes.upperBound].contains {
        $0 < text.bytes.count && text.bytes[$0] & 0xC0 == 0x80
      }
      if isInside { return "\(mention) cuts a character" }
      end = bytes.upperBound
    }
    let ids = Set(document.mentions.map(\.id))
    for relation in document.relations {
      let named = [relation.person, relation.title, relation.organization].compactMap { $0 }
      if !ids.isSuperset(of: named) { return "\(relation) speaks of no mention" }
    }
    return nil
  }

  /// Promise 2: a document written otherwise, whose mentions are mapped back.
  private static func sample(_ string: String, _ number: Int, _ tally: inout Tally) {
    let scalars = Array(string.unicodeScalars)
    let perturbations = InvarianceTests.perturbations
    let perturbation = perturbations[number % perturbations.count]
    let rewriting = perturbation.rewrite(scalars)
    let expected = Findings(extractor.extract(string), rewriting.widened)
    let found = Findings(extractor.extract(rewriting.text), rewriting.source)
    tally.samples += 1
    tally.sampledMentions += extractor.extract(string).mentions.count
    let differences = expected.differences(from: found, in: scalars)
    tally.different += differences.count
    if environment["GENERATED_SHOW"] != nil, !differences.isEmpty {
      FileHandle.standardError.write(Data("\(perturbation.name): \(string.debugDescription)\n  \(differences)\n".utf8))
    }
  }
}
