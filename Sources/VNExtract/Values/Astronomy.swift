/// What calendars need of the sun and the moon, after Jean Meeus.
///
/// All arithmetic is plain IEEE addition and multiplication, so every machine gives the same days.
enum Astronomy {
  /// The Julian date of 1 January 1970 at noon.
  static let julianDay1970 = 2_440_588

  /// The Julian date (UT) of the new moon number `k`, counted from that of 1 January 1900.
  ///
  /// Meeus, Astronomical Formulae for Calculators, chapter 32.
  static func newMoon(_ number: Int) -> Double {
    let k = Double(number)
    let t = k / 1236.85
    let (t2, t3) = (t * t, t * t * t)
    var mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
    mean += 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
    let sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
    let moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
    let latitude = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
    let terms: [(Double, Double)] = [
      (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon), (-0.0004, 3 * moon),
      (0.0104, 2 * latitude), (-0.0051, sun + moon), (-0.0074, sun - moon), (0.0004, 2 * latitude + sun),
      (-0.0004, 2 * latitude - sun), (-0.0006, 2 * latitude + moon), (0.0010, 2 * latitude - moon),
      (0.0005, 2 * moon + sun),
    ]
    let correction = terms.reduce(0) { $0 + $1.0 * sine($1.1) }
    return mean + correction - deltaT(t)
  }

  /// The apparent longitude of the sun in degrees, 0 to 360, at a Julian date.
  ///
  /// Meeus, Astronomical Algorithms, chapter 25.
  static func sunLongitude(_ julian: Double) -> Double {
    let t = (julian - 2_451_545) / 36_525
    let anomaly = 357.52910 + 35_999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t
    let mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t
    let center =
      (1.914600 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly)
      + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly)
    return turn(mean + center)
  }

  /// The longitude of the moon in degrees, 0 to 360, at a Julian date, to about a hundredth of a degree.
  ///
  /// The largest terms of Meeus, Astronomical Algorithms, chapter 47.
  static func moonLongitude(_ julian: Double) -> Double {
    let t = (julian - 2_451_545) / 36_525
    let elongation = 297.8501921 + 445_267.1114034 * t
    let sun = 357.5291092 + 35_999.0502909 * t
    let moon = 134.9633964 + 477_198.8675055 * t
    let latitude = 93.2720950 + 483_202.0175233 * t
    let terms: [(Double, Double)] = [
      (6.288774, moon), (1.274027, 2 * elongation - moon), (0.658314, 2 * elongation), (0.213618, 2 * moon),
      (-0.185116, sun), (-0.114332, 2 * latitude), (0.058793, 2 * elongation - 2 * moon),
      (0.057066, 2 * elongation - sun - moon), (0.053322, 2 * elongation + moon), (0.045758, 2 * elongation - sun),
      (-0.040923, sun - moon), (-0.034720, elongation), (-0.030383, sun + moon),
      (0.015327, 2 * elongation - 2 * latitude), (-0.012528, moon + 2 * latitude), (0.010980, moon - 2 * latitude),
      (0.010675, 4 * elongation - moon), (0.010034, 3 * moon),
    ]
    return turn(218.3164477 + 481_267.88123421 * t + terms.reduce(0) { $0 + $1.0 * sine($1.1) })
  }

  /// Terrestrial time minus universal time in days; `t` in centuries from 1900.
  private static func deltaT(_ t: Double) -> Double {
    let (t2, t3) = (t * t, t * t * t)
    return t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2
  }

  /// An angle in degrees within one turn, 0 to 360.
  static func turn(_ degrees: Double) -> Double { degrees - 360 * Double(floor(degrees / 360)) }

  /// The whole number at or below a number.
  static func floor(_ number: Double) -> Int {
    let whole = Int(number)
    return Double(whole) > number ? whole - 1 : whole
  }

  /// The sine of an angle in degrees, by its power series within a quarter turn.
  static func sine(_ degrees: Double) -> Double {
    var angle = turn(degrees)
    if angle > 270 { angle -= 360 } else if angle > 90 { angle = 180 - angle }
    let x = angle * (Double.pi / 180)
    var (term, sum) = (x, x)
    for step in 1...11 {
      term *= -x * x / Double(2 * step * (2 * step + 1))
      sum += term
    }
    return sum
  }
}
