// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "vnextract", path: "..")],
  targets: [
    .executableTarget(
      name: "ScoringBenchmark", dependencies: [.product(name: "VNExtractScoring", package: "vnextract")]),
    .executableTarget(
      name: "LexiconBenchmark", dependencies: [.product(name: "VNExtract", package: "vnextract")]),
    // ICU's word loop in C, the bar of the text benchmark.
    .target(
      name: "CWordLoop", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
    .executableTarget(
      name: "TextBenchmark", dependencies: ["CWordLoop", .product(name: "VNExtract", package: "vnextract")]),
  ],
  cLanguageStandard: .gnu17
)
