import DockerfileSyntax

/// A path of a Windows image, as BuildKit takes it: on the drive C:, with either slash.
package struct WindowsPath {
  /// Without the drive, with slashes.
  package let text: String
  /// What Docker says of a path that it can't use.
  package let problem: String?

  /// Also where it can't be used: then it isn't.
  package var isAbsolute: Bool { problem == nil && text.hasPrefix("/") }

  static func slashed(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
  }

  /// As an image's configuration holds it.
  static func backslashed(_ path: String) -> String {
    String(decoding: path.utf8.map { $0 == 0x2F ? 0x5C : $0 }, as: UTF8.self)
  }

  package init(_ path: String) {
    let slashed = Self.slashed(path)
    if path.utf8.count == 2, path.utf8.last == UInt8(ascii: ":") {
      problem = "No relative path specified in \(DockerText.quoted(path.utf8))"
      text = ""
    } else if slashed.hasPrefix("//") {
      problem = "UNC paths are not supported"
      text = ""
    } else if let colon = slashed.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let drive = slashed[..<colon]
      problem = drive == "c" || drive == "C" ? nil : "The specified path is not on the system drive (C:)"
      text = String(slashed[slashed.index(after: colon)...])
    } else {
      problem = nil
      text = slashed
    }
  }
}
