// swift-tools-version: 6.2
import PackageDescription

// The library for C and for all that can call C: libvnextract.so, which needs of the system libc, libm and libgcc_s only.
// `./build` builds it; a plain `swift build` would leave ICU outside.
let package = Package(
  name: "vnextract-c",
  // Not `vnextract`, which is what the command is called: `./build` gives the file its name.
  products: [.library(name: "vnextract-c", type: .dynamic, targets: ["VNExtractABI"])],
  dependencies: [.package(name: "vnextract", path: "../..")],
  targets: [
    // The header.
    .target(name: "CVNExtract"),
    // What the header declares; the compiler compares each function with its declaration.
    .target(
      name: "VNExtractABI", dependencies: ["CVNExtract", .product(name: "VNExtract", package: "vnextract")],
      swiftSettings: [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ],
      linkerSettings: [
        .unsafeFlags([
          "-static-stdlib",
          // Where `./build` puts C++'s static library: its thread-local variables cannot be another library's where a program
          // has loaded that one before.
          "-L\(Context.packageDirectory)/.build/static",
          // Others leave names of types visible.
          "-use-ld=lld",
          "-Xlinker", "--version-script=\(Context.packageDirectory)/exports.map", "-Xlinker", "-soname=libvnextract.so",
        ])
      ]),
  ],
  cLanguageStandard: .c11
)
