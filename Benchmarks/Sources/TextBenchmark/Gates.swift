/// The figures that must hold, printed as they are checked.
struct Gates {
  private(set) var failed = false

  mutating func check(_ text: String, _ holds: Bool) {
    print("  \(holds ? "holds" : "FAILS"): \(text)")
    failed = failed || !holds
  }
}
