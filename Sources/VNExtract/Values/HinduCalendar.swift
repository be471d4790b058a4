/// Days of the Hindu lunar and solar year, computed from the sun and the moon for the clock of UTC+5:30.
///
/// A month begins with the new moon and is named after the sidereal sign in which the sun then stands, Chaitra (1) after
/// Pisces; where two begin in one sign the first is leap. It has thirty *tithis*, each twelve degrees by which the moon
/// gets ahead of the sun; a feast falls on the day whose sunrise, noon, sunset or midnight its tithi holds. Sidereal
/// longitudes are counted from the point of Lahiri, of the Indian Calendar Reform Committee (1955).
enum HinduCalendar {
  /// The years that can be computed.
  static let years = 1600...2400

  /// The first day of a Gregorian year that holds a tithi, 1 to 30, at an hour; nil where none does.
  static func date(in year: Int, month: Int, tithi: Int, hour: Int) -> CivilDate? {
    guard years.contains(year), (1...12).contains(month), (1...30).contains(tithi), let first = CivilDate(year, 1, 1)
    else { return nil }
    let start = Astronomy.floor(Double(first.daysSince1970 + Astronomy.julianDay1970 - 2_415_021) / monthLength) - 2
    let sign = (month + 10) % 12
    for number in start...start + 16 {
      let newMoon = Astronomy.newMoon(number)
      guard Self.sign(newMoon) == sign, Self.sign(Astronomy.newMoon(number + 1)) != sign else { continue }
      let middle = newMoon + (Double(tithi) - 0.5) * monthLength / 30
      let found = day(holding: tithi, near: civil(middle), hour)
      if found.year == year { return found }
    }
    return nil
  }

  /// The first day of a Gregorian year at whose hour the sun has reached a sidereal longitude in degrees.
  static func sunReaching(_ degrees: Int, in year: Int, hour: Int) -> CivilDate? {
    guard years.contains(year), (0..<360).contains(degrees) else { return nil }
    for base in [year - 1, year] {
      guard let spring = CivilDate(base, 4, 14) else { return nil }
      let near = spring.adding(days: degrees * 36_526 / 36_000)
      let found = (-5...5).lazy.map { near.adding(days: $0) }.first {
        let passed = Astronomy.turn(siderealSun(julian($0, hour)) - Double(degrees))
        return passed < 180
      }
      if let found, found.year == year { return found }
    }
    return nil
  }

  /// The mean length of a month in days.
  private static let monthLength = 29.530588853

  /// The day that holds a tithi at an hour; where it begins and ends between two such hours, the day it begins on.
  private static func day(holding tithi: Int, near middle: CivilDate, _ hour: Int) -> CivilDate {
    let days = (-2...2).map { middle.adding(days: $0) }
    func reached(_ date: CivilDate) -> Int {
      let ahead = julian(date, hour)
      return Int(Astronomy.turn(Astronomy.moonLongitude(ahead) - Astronomy.sunLongitude(ahead)) / 12) + 1
    }
    // How far a day is past the tithi, from -15 to 14.
    let passed = days.map { (reached($0) - tithi + 45) % 30 - 15 }
    if let index = passed.firstIndex(of: 0) { return days[index] }
    return passed.lastIndex { $0 < 0 }.map { days[$0] } ?? middle
  }

  /// The sign, 0 = Aries, in which the sun stands.
  private static func sign(_ julian: Double) -> Int { Int(siderealSun(julian) / 30) }

  private static func siderealSun(_ julian: Double) -> Double {
    let precession = 23.853 + (julian - 2_451_545) / 365.25 * 50.29 / 3600
    return Astronomy.turn(Astronomy.sunLongitude(julian) - precession)
  }

  /// The part of a day by which the clock is ahead of Greenwich.
  private static let offset = 5.5 / 24

  private static func julian(_ date: CivilDate, _ hour: Int) -> Double {
    Double(date.daysSince1970 + Astronomy.julianDay1970) - 0.5 - offset + Double(hour) / 24
  }

  private static func civil(_ julian: Double) -> CivilDate {
    CivilDate(daysSince1970: Astronomy.floor(julian + 0.5 + offset) - Astronomy.julianDay1970)
  }
}
