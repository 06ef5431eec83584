/// A moment in the form `1970-01-01T00:00:00`, without a zone, which is UTC.
struct UTCTime {
  /// The last second of the year 9999.
  private static let latest: Int64 = 253_402_300_799

  private let seconds: Int64

  init(secondsSince1970 seconds: Int64) {
    self.seconds = min(max(seconds, 0), Self.latest)
  }

  var text: String {
    let (year, month, day) = date
    let time = seconds % 86_400
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))"
  }

  /// The proleptic Gregorian calendar, counted in eras of 400 years that begin on the first of March of the year 0.
  private var date: (year: Int64, month: Int64, day: Int64) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + 400 * era + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
