import Diagnostics
import DockerfileSyntax

extension InspectionPrinter {
  func writeRun(_ run: Run, _ node: Node, _ printed: PrintedNode?, to writer: inout JSONWriter) {
    writer.member("type", literal: "RunCommand")
    writeForm(of: node, printed, to: &writer)
    writer.key("flagsUsed")
    writer.array { writer in
      guard !run.flags.isEmpty else { return }
      for name in Set(document[run.flags].map { document.string($0.name) }).sorted() { writer.value(name) }
    }
    member("network", valueOf: "network", run.flags, otherwise: "default", to: &writer)
    member("security", valueOf: "security", run.flags, otherwise: "sandbox", to: &writer)
    writeMounts(of: run, to: &writer)
    writer.key("devices")
    writer.array { writer in
      for device in devices(of: run) {
        writer.object { writer in
          writer.member("name", device.name)
          writer.member("required", device.required)
        }
      }
    }
  }

  /// Where the mounts are refused, what was known of them before.
  private func writeMounts(of run: Run, to writer: inout JSONWriter) {
    guard !run.flags.isEmpty else {
      writer.member("mountError", literal: "")
      writer.key("mounts")
      return writer.array { _ in }
    }
    var mounts: [Mount]
    var message = ""
    do throws(OptionError) {
      mounts = try document.mounts(of: run)
    } catch {
      mounts = document.unresolvedMounts(of: run)
      message = error.dockerMessage
    }
    writer.member("mountError", message)
    writer.key("mounts")
    writer.array { writer in
      for mount in mounts { write(mount, to: &writer) }
    }
  }

  /// The parser has refused a RUN whose devices can't be read.
  private func devices(of run: Run) -> [Device] {
    guard !run.flags.isEmpty else { return [] }
    do throws(OptionError) {
      return try document.devices(of: run)
    } catch {
      return []
    }
  }

  private func write(_ mount: Mount, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", mount.type.rawValue)
      writer.member("from", mount.from)
      writer.member("source", mount.source)
      writer.member("target", mount.target)
      writer.member("readonly", mount.readOnly)
      writer.member("size", Int(mount.sizeLimit))
      writer.member("id", mount.id)
      writer.member("sharing", mount.sharing?.rawValue ?? "")
      writer.member("required", mount.required)
      writer.member("env", mount.env)
      writer.member("mode", mount.mode.map(Int.init))
      writer.member("uid", mount.uid.map(Int.init))
      writer.member("gid", mount.gid.map(Int.init))
    }
  }

  func writeCopy(_ copy: Copy, to writer: inout JSONWriter) {
    writer.member("type", literal: "CopyCommand")
    writeSources(of: copy, to: &writer)
    member("from", valueOf: "from", copy.flags, to: &writer)
    writer.member("parents", isOn("parents", copy.flags) ?? false)
  }

  func writeAdd(_ add: Copy, to writer: inout JSONWriter) {
    writer.member("type", literal: "AddCommand")
    writeSources(of: add, to: &writer)
    member("checksum", valueOf: "checksum", add.flags, to: &writer)
    member("keepGitDir", isOn("keep-git-dir", add.flags), to: &writer)
    member("unpack", isOn("unpack", add.flags), to: &writer)
  }

  private func member(_ name: StaticString, _ flag: Bool?, to writer: inout JSONWriter) {
    writer.key(name)
    if let flag { writer.value(flag) } else { writer.null() }
  }

  private func writeSources(of copy: Copy, to writer: inout JSONWriter) {
    member("sources", copy.sources, to: &writer)
    member("dest", copy.destination, to: &writer)
    writer.key("contents")
    writer.array { writer in
      for heredoc in memory.heredocs[copy.heredocs] { writeContent(of: heredoc, to: &writer) }
    }
    member("chown", valueOf: "chown", copy.flags, to: &writer)
    member("chmod", valueOf: "chmod", copy.flags, to: &writer)
    writer.member("link", isOn("link", copy.flags) ?? false)
    writer.key("exclude")
    writer.array { writer in
      for flag in memory.flags[copy.flags] where isNamed("exclude", flag) {
        if let value = flag.value { write(value.text, to: &writer) }
      }
    }
  }

  private func writeContent(of heredoc: Heredoc, to writer: inout JSONWriter) {
    writer.object { writer in
      member("path", heredoc.name, to: &writer)
      writer.key("data")
      writer.value(utf8: document.content(of: heredoc)[...])
      writer.member("expand", heredoc.expands)
    }
  }

  /// The value of a flag, or a text where the flag is not there or has none.
  private func member(
    _ name: StaticString,
    valueOf flag: StaticString,
    _ run: Run32<Flag>,
    otherwise: StaticString = "",
    to writer: inout JSONWriter
  ) {
    guard let value = self.flag(flag, in: run)?.value else { return writer.member(name, literal: otherwise) }
    member(name, value, to: &writer)
  }

  /// A switch is on when it has no value; nil when it is not there.
  private func isOn(_ name: StaticString, _ run: Run32<Flag>) -> Bool? {
    guard let flag = flag(name, in: run) else { return nil }
    guard let value = flag.value else { return true }
    return bytes(value.text).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }

  private func flag(_ name: StaticString, in run: Run32<Flag>) -> Flag? {
    memory.flags[run].first { isNamed(name, $0) }
  }

  private func isNamed(_ name: StaticString, _ flag: Flag) -> Bool {
    bytes(flag.name.text).elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }
}
