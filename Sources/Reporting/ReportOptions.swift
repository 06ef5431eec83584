package import Diagnostics

/// What the formats need to know beside the report.
package struct ReportOptions: Sendable {
  package var text: TextOptions
  /// For formats that name a time: SOURCE_DATE_EPOCH, otherwise 0, so that two runs give the same bytes.
  package var secondsSince1970: Int64

  package init(text: TextOptions = TextOptions(), secondsSince1970: Int64 = 0) {
    self.text = text
    self.secondsSince1970 = secondsSince1970
  }
}

/// How a report for people is laid out.
package struct TextOptions: Sendable {
  /// In columns, 40 to 120.
  package var width: Int
  /// Lines of a screen: findings that do not fit are told in a line. The worst one is always shown in full.
  package var height: Int
  package var style: Style
  /// Every finding in full, every message uncut.
  package var showsAll: Bool
  /// The program's name, for the commands that a report recommends.
  package var command: String

  package init(
    width: Int = 80,
    height: Int = 40,
    style: Style = .plain,
    showsAll: Bool = false,
    command: String = "stagecraft"
  ) {
    self.width = min(max(width, 40), 120)
    self.height = height
    self.style = style
    self.showsAll = showsAll
    self.command = command
  }
}
