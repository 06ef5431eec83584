/// Where the program was started, as far as paths go.
package struct Surroundings: Hashable, Sendable {
  /// How much of a text is shown at once.
  package enum Reading: Hashable, Sendable {
    /// A section at a time; Enter shows the next.
    case sections
    /// All of it.
    case whole
  }

  package enum Manner: Hashable, Sendable {
    /// At the prompt, one command after the other.
    case conversation
    /// One command from a shell. Where the working directory holds a Dockerfile, that one is meant, whatever folder is
    /// remembered.
    case shell(holdsDockerfile: Bool)
  }

  /// Absolute.
  package var workingDirectory: String
  package var homeDirectory: String?
  package var reading: Reading
  package var manner: Manner

  package init(
    workingDirectory: String,
    homeDirectory: String?,
    reading: Reading,
    manner: Manner = .conversation
  ) {
    self.workingDirectory = workingDirectory
    self.homeDirectory = homeDirectory
    self.reading = reading
    self.manner = manner
  }

  var isShell: Bool { if case .shell = manner { true } else { false } }

  /// A path as typed, made absolute; `~/` is the home directory.
  package func absolute(_ typed: String) -> String {
    if typed == "~", let home = homeDirectory { return home }
    if typed.hasPrefix("~/"), let home = homeDirectory { return normal(home + "/" + typed.dropFirst(2)) }
    return normal(typed.hasPrefix("/") ? typed : workingDirectory + "/" + typed)
  }

  /// The shortest way to write an absolute path here.
  package func shown(_ path: String) -> String {
    if path == workingDirectory { return "." }
    let below = workingDirectory == "/" ? "/" : workingDirectory + "/"
    if path.hasPrefix(below) { return "./" + path.dropFirst(below.count) }
    if let home = homeDirectory, path.hasPrefix(home + "/") { return "~/" + path.dropFirst(home.count + 1) }
    return path
  }

  /// Without empty and `.` parts. `..` stays: only the system knows where it leads when links are about.
  private func normal(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }
}
