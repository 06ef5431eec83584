import Diagnostics
import DockerfileSyntax

extension Inspection {
  func writeRun(_ run: Run, _ node: Node, to writer: inout JSONWriter) {
    writer.member("type", "RunCommand")
    writeForm(run.form, node, to: &writer)
    writer.member("flagsUsed", Array(Set(document[run.flags].map { document.string($0.name) })).sorted())
    writer.member("network", value("network", run.flags) ?? "default")
    writer.member("security", value("security", run.flags) ?? "sandbox")
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
    writer.member("type", "CopyCommand")
    writeSources(of: copy, to: &writer)
    writer.member("from", value("from", copy.flags) ?? "")
    writer.member("parents", isOn("parents", copy.flags) ?? false)
  }

  func writeAdd(_ add: Copy, to writer: inout JSONWriter) {
    writer.member("type", "AddCommand")
    writeSources(of: add, to: &writer)
    writer.member("checksum", value("checksum", add.flags) ?? "")
    for (field, name) in [("keepGitDir", "keep-git-dir"), ("unpack", "unpack")] {
      writer.key(field)
      if let flag = isOn(name, add.flags) { writer.value(flag) } else { writer.null() }
    }
  }

  private func writeSources(of copy: Copy, to writer: inout JSONWriter) {
    writer.member("sources", document.strings(copy.sources))
    writer.member("dest", document.string(copy.destination))
    writer.key("contents")
    writer.array { writer in
      for heredoc in document[copy.heredocs] {
        writer.object { writer in
          writer.member("path", document.string(heredoc.name))
          writer.key("data")
          writer.value(utf8: document.content(of: heredoc)[...])
          writer.member("expand", heredoc.expands)
        }
      }
    }
    writer.member("chown", value("chown", copy.flags) ?? "")
    writer.member("chmod", value("chmod", copy.flags) ?? "")
    writer.member("link", isOn("link", copy.flags) ?? false)
    writer.member("exclude", document.flags("exclude", in: copy.flags).compactMap { $0.value.map(document.string) })
  }

  private func value(_ name: String, _ flags: Run32<Flag>) -> String? {
    document.flag(name, in: flags)?.value.map { document.string($0) }
  }

  /// A switch is on when it has no value; nil when it is not there.
  private func isOn(_ name: String, _ flags: Run32<Flag>) -> Bool? {
    guard let flag = document.flag(name, in: flags) else { return nil }
    guard let value = flag.value else { return true }
    return document.bytes(value.text).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }
}
