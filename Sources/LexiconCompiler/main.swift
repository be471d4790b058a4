// Writes the files of Lexicons/ into one Swift source, as one string literal.
// Usage: LexiconCompiler LEXICONS-FOLDER OUTPUT.swift
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: LexiconCompiler LEXICONS-FOLDER OUTPUT.swift\n".utf8))
  exit(2)
}
let root = URL(fileURLWithPath: arguments[1])
let manager = FileManager.default

/// The bytes of a Swift string literal that stands for UTF-8 text.
func escaped(_ data: Data) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(data.count + data.count / 8)
  for byte in data {
    switch byte {
    case 0x22, 0x5C: out += [0x5C, byte]
    case 0x0A: out += [0x5C, 0x6E]
    case 0x09: out += [0x5C, 0x74]
    case 0x0D: out += [0x5C, 0x72]
    default: out.append(byte)
    }
  }
  return out
}

do {
  var source = Array("let embeddedLexicons: StaticString = \"".utf8)
  for language in try manager.contentsOfDirectory(atPath: root.path).sorted() {
    let folder = root.appendingPathComponent(language)
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else { continue }
    for name in try manager.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".tsv") || name.hasSuffix(".rules") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      guard String(data: data, encoding: .utf8) != nil else {
        FileHandle.standardError.write(Data("\(folder.path)/\(name):1:1: error: not UTF-8\n".utf8))
        exit(1)
      }
      source += escaped(Data("Lexicons/\(language)/\(name)\t\(language)\t\(data.count)\n".utf8))
      source += escaped(data)
      source += Array("\\n".utf8)
    }
  }
  source += Array("\"\n".utf8)
  try Data(source).write(to: URL(fileURLWithPath: arguments[2]))
} catch {
  FileHandle.standardError.write(Data("\(arguments[1]): error: \(error)\n".utf8))
  exit(1)
}
