import Glibc

/// A folder for one run, of which nothing is left. Nobody else can list it; what runs in a container under another
/// number has to pass through.
struct Workplace: Sendable {
  let path: String

  struct Failure: Error {
    let description: String
  }

  /// Beneath TMPDIR, else `/var/tmp`: layers are large, and `/tmp` may be memory.
  init(beneath folder: String? = nil) throws(Failure) {
    let parent = folder ?? getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/var/tmp"
    guard let real = realpath(parent, nil) else {
      throw Failure(description: "cannot use \(parent): \(String(cString: strerror(errno)))")
    }
    defer { free(real) }
    var template = Array((String(cString: real) + "/stagecraft-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(description: "cannot create a folder in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(path, 0o711)
  }

  /// A folder in it; its parents are there.
  func folder(_ name: String) throws(Failure) -> String {
    let path = "\(path)/\(name)"
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Self.failure(path) }
    return path
  }

  /// A file in it, with the folders that its name goes through.
  func write(_ bytes: [UInt8], to name: String, isExecutable: Bool = false) throws(Failure) {
    var folder = ""
    for part in name.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      _ = try self.folder(folder)
    }
    let path = "\(path)/\(name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isExecutable ? 0o755 : 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Names it among all that run at the same time.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Takes a folder in it away, or all of it, with `rm`, which a tree of any depth does not stop.
  ///
  /// - Parameter launcher: words before `rm`, for files of other users' numbers.
  /// - Returns: what could not be done.
  func remove(_ folder: String? = nil, launcher: [String] = []) async -> String? {
    let path = folder ?? self.path
    let words = launcher + ["rm", "-rf", "--one-file-system", "--", path]
    // Nothing may stop this, a second Ctrl-C neither.
    let end = await Task { try await ProgramRunner().ask(ProgramCall(words, limit: .seconds(120))) }.result
    guard case .success(let end) = end, end.isGood else {
      return "\(path) could not be removed" + ((try? end.get()).map { ": " + $0.complaint } ?? "")
    }
    return nil
  }

  private static func failure(_ path: String) -> Failure {
    Failure(description: "cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
