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
  ]
)
