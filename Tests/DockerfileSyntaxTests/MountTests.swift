import Diagnostics
import DockerfileSyntax
import Testing

struct MountTests {
  private func mounts(_ flags: String) throws -> [Mount] {
    let document = Outline("FROM x\nRUN \(flags) a").document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    return try document.mounts(of: run)
  }

  @Test
  func `reads a cache`() throws {
    let mount = try #require(try mounts("--mount=type=cache,target=/c,id=x,sharing=LOCKED,mode=0755,uid=1,gid=2").first)
    #expect(mount.type == .cache)
    #expect(mount.target == "/c")
    #expect(mount.id == "x")
    #expect(mount.sharing == .locked)
    #expect(mount.mode == 0o755)
    #expect(mount.uid == 1)
    #expect(mount.gid == 2)
    #expect(!mount.readOnly)
  }

  @Test
  func `reads a secret, a bind and a tmpfs`() throws {
    let found = try mounts(
      "--mount=type=secret,id=s,env=T,required --mount=FROM=b,src=/a,dst=/b,rw --mount=type=tmpfs,target=/t,size=10m"
    )
    #expect(found.map(\.type) == [.secret, .bind, .tmpfs])
    #expect(found.map(\.required) == [true, false, false])
    #expect(found.map(\.readOnly) == [true, false, false])
    #expect(found.map(\.from) == ["", "b", ""])
    #expect(found.map(\.sizeLimit) == [0, 0, 10 << 20])
    #expect(found[0].env == "T")
    #expect(found[1].source == "/a")
  }

  @Test(arguments: [
    ("target", "invalid field 'target' must be a key=value pair"),
    ("targt=/x", "unexpected key 'targt' in 'targt=/x' (did you mean target?)"),
    ("type=foo", "unsupported mount type \"foo\""),
    ("type=cahce", "unsupported mount type \"cahce\" (did you mean cache?)"),
    ("type=cache,sharing=x", "unsupported sharing value \"x\""), ("rw=maybe", "invalid value for rw: maybe"),
    ("required,type=secret", "unexpected key 'required' for mount type 'bind'"),
    ("type=cache,required=true", "unexpected key 'required' for mount type 'cache'"),
    ("size=1", "unexpected key 'size' for mount type 'bind'"), ("type=tmpfs,size=1x", "invalid value for size: 1x"),
    ("type=cache,mode=9", "invalid value 9 for mode"), ("type=cache,uid=-1", "invalid value -1 for uid"),
    ("mode=1", "mode not allowed for \"bind\" type mounts"),
    ("type=tmpfs,gid=1", "gid not allowed for \"tmpfs\" type mounts"),
    ("type=secret,from=a", "secret mount should not have a from"),
    ("type=secret", "invalid secret mount. one of source, target required"),
    ("type=secret,source=a,id=b", "both source and id can't be set"),
    ("type=secret,id=a,sharing=shared", "secret mount should not define sharing"),
    ("sharing=shared", "invalid cache sharing set for bind mount"),
  ])
  func `refuses a mount when it is used`(value: String, message: String) throws {
    let error = try #require(throws: OptionError.self) { try mounts("--mount=\(value)") }
    #expect(error.dockerMessage == message)
  }

  @Test
  func `expands the values`() throws {
    let document = Outline("FROM x\nRUN --mount=type=cache,target=$T a").document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    let found = try document.mounts(of: run) { (text) throws(ExpansionError) in
      try Expansion().expand(text.utf8, with: ["T": "/t"]).text
    }
    #expect(found.map(\.target) == ["/t"])
    #expect(document.source[found[0].range.offsets].elementsEqual("type=cache,target=$T".utf8))
  }

  @Test
  func `knows where mounts come from before they are used`() throws {
    let document = Outline("FROM x\nRUN --mount=from=b,nonsense --mount=type=cache a").document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    #expect(document.unresolvedMounts(of: run).map(\.from) == ["b", ""])
  }

  @Test(arguments: [
    ("10", 10), ("1k", 1024), ("1.5K", 1536), ("2 MiB", 2 << 20), ("1gb", 1 << 30), ("3b", 3), ("x", nil), ("1q", nil),
    ("1kx", nil), ("-1", nil), ("1bb", nil), ("", nil), ("nan", nil),
  ])
  func `reads sizes`(text: String, bytes: Int64?) throws {
    let quoted = text.replacing(" ", with: "\\ ")
    if let bytes {
      #expect(try mounts("--mount=type=tmpfs,size=\(quoted)").map(\.sizeLimit) == [bytes])
    } else {
      #expect(throws: OptionError.self) { try mounts("--mount=type=tmpfs,size=\(quoted)") }
    }
  }

  @Test(arguments: [
    ("a", "a", false), ("name=a,required", "a", true), ("vendor.com/x=y,required=false", "vendor.com/x=y", false),
  ])
  func `reads devices`(value: String, name: String, required: Bool) throws {
    let document = Outline("FROM x\nRUN --device=\(value) a").document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    let devices = try document.devices(of: run)
    #expect(devices.map(\.name) == [name])
    #expect(devices.map(\.required) == [required])
  }
}
