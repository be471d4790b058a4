import BuiltInLexicons
import Lexicon
import Patterns
import Testing
import VNExtract

/// The words and rules that are part of the product.
@Suite struct RuleExampleTests {
  private static let compiler = LanguageCompiler(BuiltIn.files)

  @Test func filesHaveNoErrors() { #expect(Self.compiler.diagnostics.map(\.summary) == []) }

  @Test func everyExampleHolds() {
    let runner = ExampleRunner(Self.compiler)
    #expect(runner.count > 300)
    #expect(runner.failures().map(\.summary) == [])
  }
}
