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

/// The first gold documents of a language in Corpora, or all in the folder that UNICODE_TEXT_DOCUMENTS names.
func goldDocumentPaths(_ language: String) -> [String] {
  let root = String(#filePath.dropLast("Tests/UnicodeTextTests/Files.swift".count)) + "Corpora/\(language)/"
  let named = getenv("UNICODE_TEXT_DOCUMENTS").map { [String(cString: $0) + "/"] }
  let paths = (named ?? [root + "development/", root + "test/"]).flatMap { folder in
    fileNames(folder).filter { $0.hasSuffix(".gold.xml") }.map { folder + $0 }
  }
  return named == nil ? Array(paths.prefix(2)) : paths
}

private func fileNames(_ folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    names.append(
      withUnsafePointer(to: entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      })
  }
  return names.sorted()
}

/// The document of a gold file: tags left out, entities resolved.
func plainText(ofMarkup bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  var isTag = false
  for byte in bytes {
    if byte == 0x3C { isTag = true }
    if !isTag { result.append(byte) }
    if byte == 0x3E { isTag = false }
  }
  let entities = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
  return entities.reduce(String(decoding: result, as: UTF8.self)) { text, entity in
    text.split(separator: entity.0, omittingEmptySubsequences: false).joined(separator: entity.1)
  }
}
