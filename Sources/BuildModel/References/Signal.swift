import DockerfileSyntax

/// Signals as STOPSIGNAL takes them: any number but 0, or a name with or without SIG, in any case.
package enum Signal {
  package static func isKnown(_ text: String) -> Bool {
    if let number = Int(text) { return number != 0 }
    let upper = DockerText.upper(text.utf8)
    let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
    return names.contains(name) || isRealTime(name)
  }

  /// `RTMIN`, `RTMIN+1` to `RTMIN+15`, `RTMAX-14` to `RTMAX-1`, `RTMAX`.
  private static func isRealTime(_ name: String) -> Bool {
    if name == "RTMIN" || name == "RTMAX" { return true }
    let limit = name.hasPrefix("RTMIN+") ? 15 : name.hasPrefix("RTMAX-") ? 14 : 0
    let digits = name.dropFirst(6)
    guard let number = Int(digits), "\(number)" == digits else { return false }
    return number >= 1 && number <= limit
  }

  /// The Linux signals, as moby/sys names them.
  private static let names: Set<String> = [
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL",
    "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1",
    "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ",
  ]
}
