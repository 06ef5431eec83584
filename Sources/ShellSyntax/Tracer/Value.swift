/// What is known of a text while a script is followed.
enum Value: Hashable {
  case known(String)
  /// The exit status of something that failed: a number, and not 0.
  case failure
  case unknown

  init(_ value: ShellValue) {
    switch value {
    case .known(let text): self = .known(text)
    case .unknown: self = .unknown
    }
  }

  var shellValue: ShellValue {
    if case .known(let text) = self { return .known(text) }
    return .unknown
  }
}
