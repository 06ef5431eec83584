/// Signals as STOPSIGNAL takes them: a number from 1 to 64, or a name with or without SIG, in any case.
enum Signal {
  static func isKnown(_ text: String) -> Bool {
    if let number = Int(text) { return number > 0 && number <= 64 }
    let upper = text.uppercased()
    let name = upper.hasPrefix("SIG") ? String(upper.dropFirst(3)) : upper
    return names.contains(name) || isRealTime(name)
  }

  /// `RTMIN`, `RTMIN+n`, `RTMAX`, `RTMAX-n`.
  private static func isRealTime(_ name: String) -> Bool {
    if name == "RTMIN" || name == "RTMAX" { return true }
    if name.hasPrefix("RTMIN+"), let offset = Int(name.dropFirst(6)) { return (1...15).contains(offset) }
    if name.hasPrefix("RTMAX-"), let offset = Int(name.dropFirst(6)) { return (1...14).contains(offset) }
    return false
  }

  /// The Linux signals, as moby/sys names them.
  private static let names: Set<String> = [
    "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL",
    "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1",
    "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ",
  ]
}
