/// How large the common units of length, mass and volume are against each other, by their UCUM codes.
///
/// Sizes are whole numbers of a part of each kind that divides all of them, after the international yard and pound of 1959.
struct UnitSize {
  private enum Dimension { case length, mass, volume }

  private let dimension: Dimension
  private let size: Int

  private init(_ dimension: Dimension, _ size: Int) {
    self.dimension = dimension
    self.size = size
  }

  /// The size of a unit; nil for a code that it has no table for.
  init?(code: String) {
    guard let known = Self.sizes[code] else { return nil }
    self = known
  }

  /// How many of another unit this one is; nil where they measure different things or the answer is no whole number.
  func count(of other: UnitSize) -> Int? {
    guard dimension == other.dimension, size > other.size, size % other.size == 0 else { return nil }
    return size / other.size
  }

  private static let sizes: [String: UnitSize] = [
    "mm": UnitSize(.length, 10), "cm": UnitSize(.length, 100), "dm": UnitSize(.length, 1000),
    "m": UnitSize(.length, 10_000), "km": UnitSize(.length, 10_000_000), "[in_i]": UnitSize(.length, 254),
    "[ft_i]": UnitSize(.length, 3048), "[yd_i]": UnitSize(.length, 9144), "[mi_i]": UnitSize(.length, 16_093_440),
    "mg": UnitSize(.mass, 1600), "g": UnitSize(.mass, 1_600_000), "100.g": UnitSize(.mass, 160_000_000),
    "kg": UnitSize(.mass, 1_600_000_000), "10.kg": UnitSize(.mass, 16_000_000_000),
    "100.kg": UnitSize(.mass, 160_000_000_000), "t": UnitSize(.mass, 1_600_000_000_000),
    "[oz_av]": UnitSize(.mass, 45_359_237), "[lb_av]": UnitSize(.mass, 725_747_792),
    "[stone_av]": UnitSize(.mass, 10_160_469_088), "mL": UnitSize(.volume, 1), "cL": UnitSize(.volume, 10),
    "dL": UnitSize(.volume, 100), "L": UnitSize(.volume, 1000), "hL": UnitSize(.volume, 100_000),
    "m3": UnitSize(.volume, 1_000_000),
  ]
}
