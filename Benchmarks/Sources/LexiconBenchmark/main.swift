// Finds the entries of lexicons of 10, 1,000 and 50,000 entries in the corpus and says how long compiling and reading took;
// with a path it also writes the same entries and text there for other tools (see peers_lexicon.py).
//
// Entries are words of the project's own lexicons, taken evenly; the text is the lines of its corpus, shuffled and repeated.
import Foundation
import Lexicon
import Patterns
import VNExtract

/// A small generator, so that every run reads the same text.
struct Generator {
  var state: UInt64 = 42

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The files below a folder of the project whose names end in `suffix`, in order.
func files(_ folder: String, _ suffix: String) throws -> [String] {
  let names =
    FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
  return try names.filter { $0.hasSuffix(suffix) }.sorted().map {
    try String(contentsOf: root.appending(path: folder).appending(path: $0), encoding: .utf8)
  }
}

var generator = Generator()
var surfaces: [String] = []
var seen: Set<String> = []
for file in try files("Lexicons", ".tsv") {
  for line in file.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
    let surface = line.prefix { $0 != "\t" }
    // What is a word to every tool: letters and blanks, told apart by more than case.
    guard surface.contains(where: \.isLetter), surface.allSatisfy({ $0.isLetter || $0 == " " }),
      seen.insert(surface.lowercased()).inserted
    else { continue }
    surfaces.append(String(surface))
  }
}
var lines: [String] = []
for file in try files("Corpora", ".gold.xml") {
  let text = file.replacing(/<[^>]*>/, with: "").replacing("&amp;", with: "&")
  lines += text.split(separator: "\n").map(String.init)
}
for index in lines.indices.reversed() where index > 0 { lines.swapAt(index, generator.next(index + 1)) }
var text = ""
while text.utf8.count < 4_000_000 { text += lines.joined(separator: "\n") + "\n" }
// Documents of a usual length.
var documents: [String] = [""]
for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
  if documents[documents.count - 1].utf8.count > 4_000 { documents.append("") }
  documents[documents.count - 1] += line + "\n"
}
let folder = CommandLine.arguments.dropFirst().first
if let folder { try text.write(toFile: folder + "/text.txt", atomically: true, encoding: .utf8) }

/// The processor's seconds that some work takes: what else runs on the machine does not count.
func seconds(_ work: () -> Void) -> Double {
  let start = clock()
  work()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// What one lexicon with its rules costs.
struct Cost {
  var build = 0.0
  var speed = 0.0
  var found = 0
}

/// Compiles entries and rules from text and reads all documents.
@MainActor func measure(entries: [(surface: String, sense: String)], rules: String) -> Cost {
  let sorted = entries.sorted { left, right in
    left.sense == right.sense
      ? left.surface.utf8.lexicographicallyPrecedes(right.surface.utf8) : left.sense < right.sense
  }
  let table = "surface\tsense\n" + sorted.map { "\($0.surface)\t\($0.sense)\n" }.joined()
  var cost = Cost()
  var extractor: Extractor?
  var problems: [Diagnostic] = []
  // The shortest of three runs, as what else runs on the machine makes them longer only.
  cost.build =
    (0..<3).map { _ in
      seconds {
        let compiler = LanguageCompiler([
          SourceFile(path: "common/entries.tsv", language: "common", bytes: Array(table.utf8)),
          SourceFile(path: "common/entry.rules", language: "common", bytes: Array(rules.utf8)),
        ])
        // Two words that fold to one are one entry here.
        problems = compiler.diagnostics.filter { !$0.message.contains("once folded") }
        extractor = Extractor(Languages(compiler.compiled))
      }
    }.min() ?? 0
  for problem in problems { print(problem) }
  var options = ExtractionOptions()
  options.language = "und"
  for document in documents.prefix(50) { _ = extractor?.extract(document, options: options) }
  let reading = seconds {
    for document in documents { cost.found += extractor?.extract(document, options: options).mentions.count ?? 0 }
  }
  cost.speed = Double(text.utf8.count) / 1e6 / reading
  return cost
}

func report(_ name: String, _ cost: Cost) {
  print(
    "\(name): built in \(String(format: "%.3f", cost.build)) s, \(String(format: "%.2f", cost.speed)) MB/s, "
      + "\(cost.found) found")
}

/// A rule that finds one pattern.
func rule(_ name: String, _ pattern: String) -> String {
  """
  rule benchmark.\(name) certain in place
    \(pattern)
    gives place
    yes "[a]"
    yes "[a] a"
    no "b"

  """
}

// The lexicons of the product are read where they lie; a language's rules are unpacked when it is first asked for.
for tag in ["vi", "ar", "en"] {
  var best = Double.infinity
  for _ in 0..<20 {
    best = min(best, seconds { _ = Extractor().languages[tag]?.rules.count })
  }
  print("the shipped lexicons with the rules of \(tag): loaded in \(String(format: "%.2f", 1000 * best)) ms")
}

// All entries are asked for: what is found grows with them.
for count in [10, 1_000, 50_000] {
  let chosen = (0..<count).map { surfaces[$0 * surfaces.count / count] }
  if let folder {
    try chosen.joined(separator: "\n").write(
      toFile: folder + "/entries-\(count).txt", atomically: true, encoding: .utf8)
  }
  report("\(count) entries", measure(entries: chosen.map { ($0, "entry") }, rules: rule("entry", "<entry>")))
}

// The same thousand entries are asked for among more and more others, which are read only behind a word that is rare.
let wanted = (0..<1_000).map { surfaces[$0 * surfaces.count / 1_000] }
for count in [1_010, 10_000, 50_000] {
  let others = Set((0..<count).map { surfaces[$0 * surfaces.count / count] }).subtracting(wanted)
  report(
    "1,000 entries of \(count)",
    measure(
      entries: wanted.map { ($0, "entry") } + others.sorted().prefix(count - wanted.count).map { ($0, "other") },
      rules: rule("entry", "<entry>") + rule("other", #""zyzzyva" <other>"#)))
}

// More and more rules, each about a word of the text, the frequent ones first, and what may follow it.
var counts: [Substring: Int] = [:]
for word in text.split(whereSeparator: { !$0.isLetter }) { counts[word, default: 0] += 1 }
let words = counts.filter { $0.key.count > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
@MainActor func followers(_ count: Int, _ next: String, from first: Int = 0) -> [String] {
  (first..<count).map { number in
    rule("follower\(number)", "\"\(words[number * min(words.count, 6_000) / count])\" (lower | \",\") \(next)")
  }
}
for count in [10, 200, 2_000] {
  let rules = followers(count, "[Cap&!<entry>]").joined()
  report("\(count) rules", measure(entries: wanted.map { ($0, "entry") }, rules: rules))
}

// The same ten rules find something among more and more that begin as often and find nothing.
for count in [10, 200, 2_000] {
  let rules = followers(10, "[Cap&!<entry>]") + followers(count, "[\"zyzzyva\"]", from: 10)
  report("10 rules of \(count)", measure(entries: wanted.map { ($0, "entry") }, rules: rules.joined()))
}
