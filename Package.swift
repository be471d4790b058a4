// swift-tools-version: 6.2
import PackageDescription

// VNEXTRACT_FUZZING=1, which scripts/fuzz sets: all modules with coverage, and the fuzzers beside them.
let isFuzzed = Context.environment["VNEXTRACT_FUZZING"] != nil
let coverage: [SwiftSetting] = isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])] : []

let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + coverage

// A command to be copied elsewhere carries ICU inside: VNEXTRACT_STATIC_ICU=1 swift build -c release --static-swift-stdlib
let isStatic = Context.environment["VNEXTRACT_STATIC_ICU"] != nil
let icu: [LinkerSetting] =
  isStatic
  ? [.unsafeFlags(["-l:libicuuc.a", "-l:libicudata.a", "-lstdc++"])]
  : [.linkedLibrary("icuuc"), .linkedLibrary("icudata")]

// Compressed input: zlib always; VNEXTRACT_WITHOUT_ZSTD=1 leaves libzstd out, where a system has none.
let hasZstd = Context.environment["VNEXTRACT_WITHOUT_ZSTD"] == nil
let compression: [LinkerSetting] =
  isStatic
  ? [.unsafeFlags(["-l:libz.a"] + (hasZstd ? ["-l:libzstd.a"] : []))]
  : [.linkedLibrary("z")] + (hasZstd ? [.linkedLibrary("zstd")] : [])

let commandParts: [Target.Dependency] = [
  "VNExtract", "Scoring", "BuiltInLexicons", "Patterns", "Lexicon", "UnicodeText", "CCompression",
  .product(name: "ArgumentParser", package: "swift-argument-parser"),
]
let command: [Target] =
  isFuzzed
  ? [
    // The command as a library, whose `main` gives way to the fuzzers'.
    .target(
      name: "VNExtractCLI", dependencies: commandParts, exclude: ["Manual"],
      swiftSettings: strict + [
        .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "vnextract_main"])
      ]),
    // The door to libFuzzer's loop.
    .target(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzzer", "VNExtractCLI"], path: "Fuzzing/Fuzz",
      swiftSettings: [.swiftLanguageMode(.v6)] + coverage,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
  : [
    .executableTarget(
      name: "VNExtractCLI", dependencies: commandParts, exclude: ["Manual"], swiftSettings: strict)
  ]

let package = Package(
  name: "vnextract",
  products: [
    .library(name: "VNExtract", targets: ["VNExtract"]),
    .library(name: "VNExtractScoring", targets: ["Scoring"]),
  ] + (isFuzzed ? [] : [.executable(name: "vnextract", targets: ["VNExtractCLI"])]),
  dependencies: [
    // Option parsing, help pages and shell completions of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Only the link flags of Debian's libicu-dev; shows no header to Swift.
    .systemLibrary(name: "CICUSystem", pkgConfig: isStatic ? nil : "icu-uc", providers: [.apt(["libicu-dev"])]),
    // The one door to ICU: plain integers and opaque handles outside, ICU headers only in its .c files.
    .target(
      name: "CICU", dependencies: ["CICUSystem"],
      linkerSettings: icu),
    // Only names what Debian's zlib1g-dev and libzstd-dev bring; shows no header to Swift.
    .systemLibrary(name: "CCompressionSystem", providers: [.apt(["zlib1g-dev", "libzstd-dev"])]),
    // The one door to zlib and libzstd, which only the command needs: they are on every Debian system, each is one file
    // format that has not changed in years, and a decoder written here would be slower and less tried.
    .target(
      name: "CCompression", dependencies: ["CCompressionSystem"],
      cSettings: hasZstd ? [] : [.define("CCOMPRESSION_WITHOUT_ZSTD")], linkerSettings: compression),
    .target(name: "UnicodeText", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "Lexicon", dependencies: ["UnicodeText"], swiftSettings: strict),
    .target(name: "Patterns", dependencies: ["Lexicon", "UnicodeText"], swiftSettings: strict),
    // Turns Lexicons/ into one Swift file at build time.
    .executableTarget(
      name: "LexiconCompiler", dependencies: ["Patterns", "Lexicon"], swiftSettings: strict,
      linkerSettings: isFuzzed ? [.unsafeFlags(["-sanitize=address"])] : []),
    .plugin(
      name: "EmbedLexicons", capability: .buildTool(), dependencies: ["LexiconCompiler"]),
    .target(
      name: "BuiltInLexicons", dependencies: ["Patterns", "Lexicon"], swiftSettings: strict, plugins: ["EmbedLexicons"]),
    .target(
      name: "VNExtract", dependencies: ["BuiltInLexicons", "Patterns", "Lexicon", "UnicodeText"],
      exclude: ["Schema"], swiftSettings: strict),
    .target(name: "Scoring", dependencies: ["VNExtract", "UnicodeText"], swiftSettings: strict),
    .testTarget(
      name: "UnicodeTextTests", dependencies: ["UnicodeText", "CICU"], swiftSettings: strict),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "UnicodeText"], swiftSettings: strict),
    .testTarget(
      name: "PatternsTests", dependencies: ["Patterns", "Lexicon", "UnicodeText"],
      swiftSettings: strict),
    // Documents from a seed, for tests of many.
    .target(name: "GeneratedDocuments", path: "Tests/GeneratedDocuments", swiftSettings: strict),
    .testTarget(
      name: "VNExtractTests",
      dependencies: ["GeneratedDocuments", "VNExtract", "BuiltInLexicons", "Patterns", "Lexicon", "UnicodeText"],
      resources: [.copy("Dates"), .copy("Numbers"), .copy("Linking/Names")], swiftSettings: strict),
    .testTarget(
      name: "ScoringTests", dependencies: ["Scoring"], resources: [.copy("Vectors")],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["GeneratedDocuments", "VNExtractCLI", "VNExtract", "Scoring", "UnicodeText"],
      exclude: ["Screens", "Interface"], swiftSettings: strict),
  ] + command,
  cLanguageStandard: .gnu17
)
