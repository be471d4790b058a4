// Compiles the files of Lexicons/ into one Swift source of string literals.
// Usage: LexiconCompiler LEXICONS-FOLDER OUTPUT.swift
import Foundation
import Lexicon
import Patterns

/// The bytes of a Swift string literal that stands for valid UTF-8.
func literal(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("0123456789abcdef".utf8)
  var out: [UInt8] = [0x22]
  out.reserveCapacity(bytes.count + bytes.count / 4)
  for byte in bytes {
    switch byte {
    case 0x22, 0x5C: out += [0x5C, byte]
    case 0x00: out += [0x5C, 0x30]
    case 0x09: out += [0x5C, 0x74]
    case 0x0A: out += [0x5C, 0x6E]
    case 0x0D: out += [0x5C, 0x72]
    case 0x01..<0x20, 0x7F:
      out += Array("\\u{".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)], 0x7D]
    default: out.append(byte)
    }
  }
  out.append(0x22)
  return out
}

func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count == 3 else { stop("usage: LexiconCompiler LEXICONS-FOLDER OUTPUT.swift") }
let root = URL(fileURLWithPath: arguments[1])
let manager = FileManager.default

do {
  var files: [SourceFile] = []
  for language in try manager.contentsOfDirectory(atPath: root.path).sorted() {
    let folder = root.appendingPathComponent(language)
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else { continue }
    for name in try manager.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".tsv") || name.hasSuffix(".rules") {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      guard String(validating: data, as: UTF8.self) != nil else { stop("\(folder.path)/\(name):1:1: error: not UTF-8") }
      files.append(SourceFile(path: "Lexicons/\(language)/\(name)", language: language, bytes: Array(data)))
    }
  }
  let compiler = LanguageCompiler(files)
  let errors = compiler.diagnostics.filter { $0.severity == .error }
  if !errors.isEmpty { stop(errors.map(\.description).joined(separator: "\n")) }
  var source = Array("enum EmbeddedLexicons {\n  static let vocabulary: StaticString = ".utf8)
  source += literal(compiler.vocabulary)
  source += Array("\n  static let languages: [(tag: String, image: StaticString)] = [\n".utf8)
  for (tag, bytes) in compiler.languages.sorted(by: { $0.key < $1.key }) {
    source += Array("    (\"\(tag)\", ".utf8) + literal(bytes) + Array("),\n".utf8)
  }
  source += Array("  ]\n  static let profiles: [(tag: String, file: StaticString)] = [\n".utf8)
  for (tag, bytes) in compiler.profiles.sorted(by: { $0.key < $1.key }) {
    source += Array("    (\"\(tag)\", ".utf8) + literal(bytes) + Array("),\n".utf8)
  }
  source += Array("  ]\n  static let files: StaticString = ".utf8)
  var joined: [UInt8] = []
  for file in files {
    joined += Array("\(file.path)\t\(file.language)\t\(file.bytes.count)\n".utf8) + file.bytes + [0x0A]
  }
  source += literal(joined) + Array("\n}\n".utf8)
  try Data(source).write(to: URL(fileURLWithPath: arguments[2]))
} catch {
  stop("\(arguments[1]): error: \(error)")
}
