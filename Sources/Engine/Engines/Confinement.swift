/// How buildah and podman shut in what a submission runs.
struct Confinement: Hashable, Sendable {
  /// Words before the engine: namespaces around it.
  var launcher: [String]
  /// Options of `build`.
  var options: [String]

  /// Numbers of users that no account of the machine has, for the root of a container to be nobody outside.
  private static let mapping = "0:1000000000:65536"

  /// The ways to try on this machine, the strongest first.
  ///
  /// Root gets namespaces of its own: when the engine is ended, all that a submission left running is ended with it.
  /// Where no runtime makes whole containers, as inside of one, the root of a container is mapped to a number without
  /// rights; a bare chroot, in which it could open the disks of the machine, is never taken.
  static func candidates(isRoot: Bool, hasRuntime: Bool, allowsNetwork: Bool) -> [Confinement] {
    let unreachable = allowsNetwork ? [] : ["--network", "none", "--http-proxy=false"]
    guard isRoot else {
      return [Confinement(launcher: [], options: ["--isolation", "rootless"] + unreachable)]
    }
    let launcher = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "--ipc"]
    let whole = Confinement(launcher: launcher, options: ["--isolation", "oci"] + unreachable)
    let mapped = Confinement(
      launcher: launcher + (allowsNetwork ? [] : ["--net"]),
      options: [
        "--isolation", "chroot", "--userns-uid-map", mapping, "--userns-gid-map", mapping,
        "--cap-drop", "CAP_MKNOD", "--cap-drop", "CAP_SYS_CHROOT",
      ] + (allowsNetwork ? [] : ["--http-proxy=false"])
    )
    return hasRuntime ? [whole, mapped] : [mapped]
  }
}
