// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The server stands in a package of its own, so that those who use the library resolve nothing of this.
let package = Package(
  name: "Server",
  products: [.executable(name: "vnextract-serve", targets: ["VNExtractServe"])],
  dependencies: [
    .package(name: "vnextract", path: ".."),
    // HTTP over SwiftNIO; its own dependencies are Apple's and the Swift server group's.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The three that Hummingbird brings, named because they are imported.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .target(
      name: "ExtractionServer",
      dependencies: [
        .product(name: "VNExtract", package: "vnextract"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [
        .embedInCode("Resources/page.html"), .embedInCode("Resources/openapi.json"),
        .embedInCode("Resources/document.schema.json"), .embedInCode("Resources/explanation.schema.json"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "VNExtractServe",
      dependencies: [
        "ExtractionServer",
        .product(name: "VNExtract", package: "vnextract"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ExtractionServerTests",
      dependencies: [
        "ExtractionServer",
        .product(name: "VNExtract", package: "vnextract"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
  ]
)
