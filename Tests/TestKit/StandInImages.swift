import Foundation

/// Small images under the names of the real ones, in a store of their own: busybox as every program, and the users that
/// the real ones have. The tests build on them without a network.
package final class StandInImages: Sendable {
  /// A name as `docker.io/library/node:26-alpine`, and the configuration as instructions.
  package typealias Image = (name: String, instructions: String)

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// Whether there are what it takes: buildah, a busybox without libraries, and root, for whom both work anywhere.
  package static let arePossible =
    getuid() == 0 && FileManager.default.isExecutableFile(atPath: buildah.path)
    && FileManager.default.isExecutableFile(atPath: busybox)
  package static let need = "needs root, buildah and busybox-static (`make test-engine` installs them on Debian)"

  private static let buildah = BuiltProgram(path: "/usr/bin/buildah")
  private static let busybox = "/bin/busybox"
  /// Who works with a store. Each has its own, for the tests of both run at the same time.
  package enum User {
    /// The code under test, inside this process.
    case process
    /// Programs that the tests start.
    case programs
  }

  /// Made once; what they hold goes when the tests end.
  private static let ofProcess = Result { try StandInImages(for: .process) }
  private static let ofPrograms = Result { try StandInImages(for: .programs) }

  private let folder: String
  package var environment: [String: String] {
    ["CONTAINERS_STORAGE_CONF": folder + "/storage.conf", "TMPDIR": folder + "/tmp"]
  }
  /// Where programs under test work; empty again when they have ended.
  package var workFolder: String { folder + "/tmp" }

  /// The store with these images in it. For the process its variables say where it is, programs need `environment`.
  package static func standing(_ images: [Image], for user: User = .process) throws -> StandInImages {
    let store = try (user == .process ? ofProcess : ofPrograms).get()
    for image in images { try store.make(image) }
    return store
  }

  private init(for user: User) throws {
    // Not below a folder that others may not enter: containers run under other numbers.
    folder = "/var/tmp/stagecraft-images-\(UUID().uuidString)"
    for name in ["tmp", "scratch", "root/bin", "root/etc", "root/tmp", "root/usr/share/nginx/html"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o1777], ofItemAtPath: folder + "/root/tmp")
    try write(
      "[storage]\ndriver = \"overlay\"\ngraphroot = \"\(folder)/store\"\nrunroot = \"\(folder)/run\"\n",
      to: "storage.conf"
    )
    try layRoot()
    ExitCleanup.remove(folder)
    // Not TMPDIR: other tests of this process have their own files there.
    if user == .process { setenv("CONTAINERS_STORAGE_CONF", folder + "/storage.conf", 1) }
  }

  /// busybox under the name of each of its applets, the users of node's and nginx' images, and an npm that only does
  /// as if.
  private func layRoot() throws {
    try FileManager.default.copyItem(atPath: Self.busybox, toPath: folder + "/root/bin/busybox")
    let list = try BuiltProgram(path: Self.busybox).run(["--list"], environment: [:], folder: folder).text
    for applet in list.split(separator: "\n") where applet != "busybox" {
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/root/bin/\(applet)", withDestinationPath: "busybox")
    }
    let users = [("root", 0), ("node", 1000), ("nginx", 101), ("nobody", 65534)]
    try write(users.map { "\($0):x:\($1):\($1)::/:/bin/sh\n" }.joined(), to: "root/etc/passwd")
    try write(users.map { "\($0):x:\($1):\n" }.joined(), to: "root/etc/group")
    let npm = """
      #!/bin/sh
      # Makes what npm would make, and nothing in it.
      set -eu
      case "$1" in
        ci | install) mkdir -p node_modules; cp package.json node_modules/.package-lock.json ;;
        run) mkdir -p build; echo '<!doctype html>' >build/index.html ;;
        prune | cache) ;;
        *) echo "npm: unknown command: $1" >&2; exit 1 ;;
      esac

      """
    try write(npm, to: "root/bin/npm")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/root/bin/npm")
  }

  private func make(_ image: Image) throws {
    if try images().contains(image.name) { return }
    try write("FROM scratch\nCOPY . /\n" + image.instructions, to: "Dockerfile")
    // Without buildah's own label, like an image that Docker has made.
    let options = ["--pull=never", "--format", "docker", "--identity-label=false", "--file", folder + "/Dockerfile"]
    try run(["build"] + options + ["--tag", image.name, folder + "/root"])
  }

  /// Every name in the store.
  package func images() throws -> [String] {
    try run(["images", "--format", "{{.Name}}:{{.Tag}}"]).split(separator: "\n").map(String.init)
  }

  /// Names and ids of all images and containers in the store, to see that nothing has changed.
  package func inventory() throws -> String {
    try run(["images", "--all", "--format", "{{.Name}}:{{.Tag}} {{.ID}}"])
      + run(["containers", "--all", "--format", "{{.ContainerID}}"])
  }

  /// What programs under test have left where they work.
  package func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workFolder)
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    var variables = environment
    variables["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin"
    variables["HOME"] = folder
    variables["TMPDIR"] = folder + "/scratch"
    let output = try Self.buildah.run(arguments, environment: variables, folder: folder)
    guard output.status == 0 else { throw Failure(description: "buildah \(arguments): \(output.errors)") }
    return output.text
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }
}
