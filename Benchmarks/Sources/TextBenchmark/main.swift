// Times the stages of the pipeline beside ICU's word loop in C, in one process and in turn, and prints medians, ratios and gates.
// Usage: TextBenchmark [--stages a,b] [--languages vi,en,ar,mixed] [--megabytes 8] [--rounds 9] [--hostile]
//        TextBenchmark --once STAGE --languages vi     one run inside `measured_region`, for callgrind
import CWordLoop
import Foundation

var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst() { options[name] = name == "--hostile" ? "" : arguments.popFirst() ?? "" }
let known: Set<String> = ["--stages", "--languages", "--megabytes", "--rounds", "--hostile", "--once"]
let names = options["--stages"]?.split(separator: ",").map(String.init) ?? stages.map { type in type.name }
if let unknown = options.keys.first(where: { !known.contains($0) })
  ?? names.first(where: { name in !stages.contains { $0.name == name } })
{
  FileHandle.standardError.write(Data("TextBenchmark: unknown: \(unknown)\n".utf8))
  exit(2)
}
let languages = options["--languages"]?.split(separator: ",").map(String.init) ?? ["vi", "en", "ar", "mixed"]
let size = Int((Double(options["--megabytes"] ?? "") ?? 8) * 1_000_000)
let rounds = Int(options["--rounds"] ?? "") ?? 9

func sample(_ language: String) throws -> Sample {
  try Corpus.sample(language, languages: language == "mixed" ? ["ar", "en", "vi"] : [language], bytes: size)
}

func padded(_ text: String, _ width: Int) -> String {
  text.count < width ? String(repeating: " ", count: width - text.count) + text : text
}

func figure(_ value: Double, _ format: String) -> String { String(format: format, value) }

if let name = options["--once"] {
  let text = try sample(languages[0])
  guard let stage = stages.first(where: { $0.name == name })?.init(text) else { exit(2) }
  // What is done once for a vocabulary is no cost of the text.
  _ = stage.run()
  stage.reset()
  let run: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
    let stage = context.map { Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue() } as? any Stage
    _ = stage?.run()
  }
  measured_region(run, Unmanaged.passUnretained(stage as AnyObject).toOpaque())
  print("bytes \(stage.byteCount)")
  exit(0)
}

var gates = Gates()
print("text       stage            ns/byte      MB/s   × ICU")
var ordinary: Double?
for language in languages {
  let timing = Timing(try sample(language), names, rounds: rounds)
  for (name, cost) in timing.costs {
    let ratio = timing.ratios[name].map { figure($0, "%.2f") } ?? ""
    let row = [figure(cost, "%.3f"), figure(1000 / max(cost, 1e-9), "%.0f"), ratio]
    let columns = zip(row, [10, 9, 7]).map { padded($0, $1) }.joined(separator: " ")
    print(
      language.padding(toLength: 10, withPad: " ", startingAt: 0),
      name.padding(toLength: 12, withPad: " ", startingAt: 0), columns)
  }
  if let ratio = timing.ratios[TokenStage.name] {
    let bar = language == "ar" ? 1.7 : 2
    gates.check("tokens of \(language) \(figure(ratio, "%.2f")) × ICU's loop, at least \(bar)", ratio >= bar)
  }
  if language == languages.last { ordinary = timing[TokenStage.name] }
}
if options["--hostile"] != nil, let ordinary {
  for text in Corpus.hostile(bytes: 10_000_000) {
    let timing = Timing(text, [TokenStage.name], rounds: 3)
    guard let cost = timing[TokenStage.name] else { continue }
    gates.check(
      "\(text.name): \(figure(cost, "%.2f")) ns/byte, \(figure(cost / ordinary, "%.2f")) × ordinary, at most 3",
      cost <= 3 * ordinary)
  }
}
exit(gates.failed ? 1 : 0)
