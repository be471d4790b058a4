@testable import VNExtractCLI
@testable import UnicodeText

/// Any bytes in any encoding become valid text; block by block the same as at once; offsets convert and come back.
struct DecodeTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var pieces = Pieces(bytes)
    let encoding = pieces.one(of: TextEncoding.allCases)
    let block = 1 + pieces.byte() % 70
    let input = pieces.all()
    let text = TextDecoder(encoding).decode(input)
    check(text, of: input)
    if encoding == .utf8 {
      let body = input.starts(with: [0xEF, 0xBB, 0xBF]) ? input.dropFirst(3) : input[...]
      promise(text.bytes == Array(String(decoding: body, as: UTF8.self).utf8), "UTF-8 as the standard library has it")
    } else {
      checkBlocks(encoding, input, block, text)
    }
    let found = TextDecoder.detecting(input)
    check(found.text, of: input)
    for unit in OffsetUnit.allCases { checkOffsets(text, unit) }
  }

  private func check(_ text: Text, of input: [UInt8]) {
    promise(String(validating: text.bytes, as: UTF8.self) != nil, "text is UTF-8")
    promise(text.malformed.allSatisfy { (0..<input.count).contains($0) }, "faults lie in the input")
    promise(zip(text.malformed, text.malformed.dropFirst()).allSatisfy { $0 < $1 }, "faults ascend")
    let marks = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    promise(marks >= text.malformed.count, "every fault is seen")
  }

  private func checkBlocks(_ encoding: TextEncoding, _ input: [UInt8], _ block: Int, _ whole: Text) {
    var decoder = BlockDecoder(encoding, start: input[...])
    var out: [UInt8] = []
    var at = 0
    repeat {
      // The first block shows a byte order mark whole, as the command sees to.
      let end = min(input.count, at + (at == 0 ? max(4, block) : block))
      out += decoder.decode(input[at..<end], isLast: end == input.count)
      at = end
    } while at < input.count
    promise(out == whole.bytes, "\(encoding) by blocks of \(block)")
    promise(decoder.faultCount == whole.malformed.count, "\(encoding): faults by blocks of \(block)")
    promise(decoder.firstFault == whole.malformed.first, "\(encoding): first fault by blocks of \(block)")
  }

  private func checkOffsets(_ text: Text, _ unit: OffsetUnit) {
    var converter = OffsetConverter(text, unit: unit)
    for byte in stride(from: 0, through: text.bytes.count, by: 1 + text.bytes.count / 16) {
      let offset = converter.convert(byte)
      promise(offset == OffsetConverter.offset(ofByte: byte, unit: unit, in: text), "offset of \(byte) in \(unit)")
      guard byte == text.bytes.count || text.bytes[byte] & 0xC0 != 0x80 else { continue }
      promise(OffsetConverter.byteOffset(of: offset, unit: unit, in: text) == byte, "\(offset) in \(unit) is \(byte)")
    }
  }
}
