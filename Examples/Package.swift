// swift-tools-version: 6.2
import PackageDescription

// Programs that embed the library; each stands in its documentation, too. `swift run --package-path Examples` runs them all.
let package = Package(
  name: "Examples",
  dependencies: [.package(name: "vnextract", path: "..")],
  targets: [
    .executableTarget(name: "Examples", dependencies: [.product(name: "VNExtract", package: "vnextract")])
  ]
)
