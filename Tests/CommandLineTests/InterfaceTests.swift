import Foundation
import Testing

/// What programs that use the libraries rest on does not change unseen.
@Suite struct InterfaceTests {
  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Identifier: Decodable { var precise: String }
      struct Fragment: Decodable { var spelling: String }

      var identifier: Identifier
      var pathComponents: [String]
      var declarationFragments: [Fragment]?
    }

    var symbols: [Symbol]
  }

  /// Lets the compiler tell the public symbols of a module, then runs a script beside them.
  private static func withSymbols(of module: String, _ script: String = "", _ body: (URL, String) throws -> Void) throws
  {
    try Command.withFolder { folder in
      let products = Command.path.deletingLastPathComponent().path
      let result = try Command.shell(
        """
        set -e
        tools=$(dirname "$(readlink -f "$(command -v swiftc)")")
        "$tools/swift-symbolgraph-extract" -module-name \(module) -I "\(products)/Modules" \\
          -target "$(uname -m)-unknown-linux-gnu" -Xcc -fmodule-map-file="\(products)/CICU.build/module.modulemap" \\
          -minimum-access-level public -skip-synthesized-members -output-dir .
        \(script)
        """, in: folder, path: ProcessInfo.processInfo.environment["PATH"])
      #expect(result.status == 0, "\(result.errors)")
      try body(folder, result.text)
    }
  }

  private static func symbols(of module: String) throws -> [Graph.Symbol] {
    var symbols: [Graph.Symbol] = []
    try withSymbols(of: module) { folder, _ in
      let data = try Data(contentsOf: folder.appending(path: module + ".symbols.json"))
      symbols = try JSONDecoder().decode(Graph.self, from: data).symbols
    }
    return symbols
  }

  /// The pages of the documentation are well formed, and every link in them leads to a symbol or a page.
  @Test func documentationIsBuilt() throws {
    let catalogue = Command.root.appending(path: "Sources/VNExtract/VNExtract.docc").path
    let script = """
      "$tools/docc" convert "\(catalogue)" --additional-symbol-graph-dir . --output-dir pages --warnings-as-errors \\
        --fallback-display-name VNExtract --fallback-bundle-identifier VNExtract
      """
    try Self.withSymbols(of: "VNExtract", script) { folder, _ in
      #expect(
        FileManager.default.fileExists(atPath: folder.appending(path: "pages/data/documentation/vnextract.json").path))
    }
  }

  @Test(arguments: ["VNExtract", "Scoring"]) func publicSymbolsAreThoseWrittenDown(module: String) throws {
    let lines = try Self.symbols(of: module).map { symbol in
      let declaration = (symbol.declarationFragments ?? []).map(\.spelling).joined()
      return symbol.pathComponents.joined(separator: ".") + "\t"
        + declaration.split(separator: "\n").joined(separator: " ")
    }
    #expect(lines.count > 100)
    try Recorded.check(
      Set(lines).sorted().joined(separator: "\n") + "\n", at: "Tests/CommandLineTests/Interface/\(module).tsv")
  }
}
