public import Diagnostics

/// `RUN --mount=…`.
public struct Mount: Hashable, Sendable {
  /// What is mounted.
  public enum Kind: String, Sendable, CaseIterable {
    /// Files of the build context, a stage or an image.
    case bind
    /// A folder that outlives the build.
    case cache
    /// A folder in memory, for this command alone.
    case tmpfs
    /// A file that is never part of a layer.
    case secret
    /// The socket of an SSH agent.
    case ssh
  }

  /// Who else may write to a cache at the same time.
  public enum Sharing: String, Sendable, CaseIterable {
    /// Any number of commands at once.
    case shared
    /// Each gets one of its own.
    case `private`
    /// One waits for the other.
    case locked
  }

  /// What is mounted; a bind unless the flag says otherwise.
  public internal(set) var type = Kind.bind
  /// A stage or an image; empty for none.
  public internal(set) var from = ""
  /// The path in what is mounted; empty for its root.
  public internal(set) var source = ""
  /// Where in the stage it appears.
  public internal(set) var target = ""
  /// Whether the command may not write to it.
  public internal(set) var readOnly = true
  /// Of a tmpfs, in bytes; 0 for none.
  public internal(set) var sizeLimit: Int64 = 0
  /// What caches, secrets and sockets are told apart by; empty for the default.
  public internal(set) var id = ""
  /// nil where it is not given.
  public internal(set) var sharing: Sharing?
  /// Whether the build fails where there is no such secret or socket.
  public internal(set) var required = false
  /// The variable that a secret goes to; empty for its default.
  public internal(set) var env: String?
  /// The permissions of a new cache, secret or socket.
  public internal(set) var mode: UInt32?
  /// The owner of a new cache, secret or socket.
  public internal(set) var uid: UInt32?
  /// The group of a new cache, secret or socket.
  public internal(set) var gid: UInt32?
  /// The flag's value, as written.
  public let range: SourceRange

  init(range: SourceRange) {
    self.range = range
  }
}

extension Document {
  /// The mounts of a RUN, as they are when Docker gets to it: every value expanded, every rule applied.
  public func mounts(
    of run: Run,
    expanding expand: (String) throws(ExpansionError) -> String
  ) throws(OptionError) -> [Mount] {
    var mounts: [Mount] = []
    for flag in self[run.flags] where bytes(flag.name.text).elementsEqual("mount".utf8) {
      guard let value = flag.value else { continue }
      mounts.append(try Mount(bytes(value.text), range: value.range, expanding: expand))
    }
    return mounts
  }

  /// The same with variables left as they are written.
  public func mounts(of run: Run) throws(OptionError) -> [Mount] {
    try mounts(of: run) { (text) throws(ExpansionError) in text }
  }

  /// What BuildKit knows of the mounts before it gets to the RUN: where they come from.
  public func unresolvedMounts(of run: Run) -> [Mount] {
    self[run.flags].compactMap { flag -> Mount? in
      guard bytes(flag.name.text).elementsEqual("mount".utf8), let value = flag.value else { return nil }
      do throws(OptionError) {
        return try Mount(written: bytes(value.text), range: value.range)
      } catch {
        return nil
      }
    }
  }

  /// The devices of a RUN.
  public func devices(of run: Run) throws(OptionError) -> [Device] {
    var devices: [Device] = []
    for flag in self[run.flags] where bytes(flag.name.text).elementsEqual("device".utf8) {
      guard let value = flag.value else { continue }
      devices.append(try Device(bytes(value.text)))
    }
    return devices
  }
}
