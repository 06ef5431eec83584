public import Diagnostics

/// `RUN --mount=…`.
public struct Mount: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case bind, cache, tmpfs, secret, ssh
  }

  public enum Sharing: String, Sendable, CaseIterable {
    case shared, `private`, locked
  }

  public internal(set) var type = Kind.bind
  /// A stage or an image; empty for none.
  public internal(set) var from = ""
  public internal(set) var source = ""
  public internal(set) var target = ""
  public internal(set) var readOnly = true
  /// Of a tmpfs, in bytes; 0 for none.
  public internal(set) var sizeLimit: Int64 = 0
  public internal(set) var id = ""
  /// nil where it is not given.
  public internal(set) var sharing: Sharing?
  public internal(set) var required = false
  /// The variable that a secret goes to; empty for its default.
  public internal(set) var env: String?
  public internal(set) var mode: UInt32?
  public internal(set) var uid: UInt32?
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
