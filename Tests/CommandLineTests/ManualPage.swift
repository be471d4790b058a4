import Foundation

/// Writes the manual page from what the command says of itself, in the macros of man(7).
struct ManualPage {
  /// What `--experimental-dump-help` gives.
  private struct Dump: Decodable {
    var command: Command
  }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var discussion: String?
    var defaultValue: String?
    var allValues: [String]?
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  private let root: Command
  private let version: String

  init(dump: Data, version: String) throws {
    root = try JSONDecoder().decode(Dump.self, from: dump).command
    self.version = version
  }

  var text: String {
    var lines = [
      ".\\\" Written by the tests from the command's own help; see CONTRIBUTING.md.",
      ".TH \(root.commandName.uppercased()) 1 \"\" \"\(root.commandName) \(version)\"", ".SH NAME",
      "\(root.commandName) \\- \(Self.escaped(lowered(root.abstract ?? "")))", ".SH SYNOPSIS",
      ".B \(root.commandName)", "[\\fIcommand\\fR] [\\fIoptions\\fR] [\\fIfiles\\fR]", ".PP",
      "Without a command it is \\fBextract\\fR.",
    ]
    lines += discussion(root.discussion, heading: ".SH")
    lines.append(".SH COMMANDS")
    for command in root.subcommands ?? [] where command.commandName != "help" { lines += section(command) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ command: Command) -> [String] {
    let positional = (command.arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }
    let operands = positional.map { "[\\fI\($0.valueName ?? "")\\fR\($0.isRepeating ? " ..." : "")]" }
    var lines = [
      ".SS \"\(root.commandName) \(command.commandName)\"", Self.escaped(command.abstract ?? ""), ".PP",
      (["\\fB\(root.commandName) \(command.commandName)\\fR [\\fIoptions\\fR]"] + operands).joined(separator: " "),
    ]
    for argument in command.arguments ?? [] where argument.shouldDisplay {
      if ["help", "version"].contains(argument.names?.last?.name ?? "") { continue }
      lines += [".TP", tag(argument), Self.escaped(argument.abstract ?? "")]
      if let values = argument.allValues, !(argument.abstract ?? "").contains(values[0]) {
        lines.append(Self.escaped("One of \(values.joined(separator: ", "))."))
      }
      if let value = argument.defaultValue { lines.append("Default: \(Self.escaped(value)).") }
      if let discussion = argument.discussion { lines.append(Self.escaped(discussion)) }
    }
    return lines + discussion(command.discussion, heading: ".PP\n.B")
  }

  private func tag(_ argument: Argument) -> String {
    guard argument.kind != "positional" else { return "\\fI\(argument.valueName ?? "")\\fR" }
    // The short name comes first, as manual pages have it.
    let names = (argument.names ?? []).sorted { $0.kind > $1.kind }.map { "\\fB\(Self.escaped($0.written))\\fR" }
    return names.joined(separator: ", ") + (argument.kind == "option" ? " \\fI\(argument.valueName ?? "")\\fR" : "")
  }

  /// Running text, headings in capitals, and indented lines, which stand as they are.
  private func discussion(_ text: String?, heading: String) -> [String] {
    var lines: [String] = []
    var isVerbatim = false
    for line in (text ?? "").components(separatedBy: "\n") {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isVerbatim { lines += isIndented ? [".PP", ".nf"] : [".fi"] }
      isVerbatim = isIndented
      if line.isEmpty {
        if !isVerbatim { lines.append(".PP") }
      } else if !isIndented, line.allSatisfy({ $0.isUppercase || $0 == " " }) {
        lines.append(heading == ".SH" ? ".SH \(line)" : "\(heading) \(line)")
      } else {
        lines.append(Self.escaped(line))
      }
    }
    if isVerbatim { lines.append(".fi") }
    return lines
  }

  private func lowered(_ text: String) -> String {
    let text = text.hasSuffix(".") ? String(text.dropLast()) : text
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Text without anything that roff would take for its own.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq")
    return safe.hasPrefix(".") ? "\\&" + safe : safe
  }
}
