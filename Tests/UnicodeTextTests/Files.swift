import Glibc

/// The bytes of a file; none where it cannot be read.
func readFile(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

/// Writes a file anew.
func writeFile(_ path: String, _ bytes: [UInt8]) {
  guard let file = fopen(path, "wb") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

/// The lines of a data file of the Unicode Character Database, comments left out.
func dataLines(_ path: String) -> [Substring] {
  String(decoding: readFile(path), as: UTF8.self).split(separator: "\n").compactMap { line in
    let content = line.prefix { $0 != "#" }
    return content.allSatisfy { $0 == " " || $0 == "\t" } ? nil : content
  }
}

/// The lines of a bzip2-compressed data file; none where it, or `bzcat`, is missing.
func compressedDataLines(_ path: String) -> [Substring] {
  guard let pipe = popen("bzcat \(path)", "r") else { return [] }
  defer { pclose(pipe) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, pipe)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "#" } }
    .filter { !$0.isEmpty }
}

/// The cases of a UCD break test: UTF-8 and the expected ends.
func breakTestCases(_ path: String) -> [(text: [UInt8], ends: [Int32])] {
  dataLines(path).map { line in
    var text: [UInt8] = []
    var ends: [Int32] = []
    for part in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if part == "÷" {
        if !text.isEmpty { ends.append(Int32(text.count)) }
      } else if let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) {
        text += Array(String(scalar).utf8)
      }
    }
    return (text, ends)
  }
}
