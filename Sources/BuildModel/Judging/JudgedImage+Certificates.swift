extension JudgedImage {
  /// Whether the certificates of the authorities are in the image; nil when it is not known.
  package var hasCertificates: Bool? {
    let packages = systemPackages.filter { $0.hiddenBy == nil && $0.step.destination == .system }.map(\.name)
    if packages.contains("ca-certificates") || packages.contains("ca-certificates-bundle") { return true }
    var mayCome = false
    for path in ["/etc/ssl/certs", "/etc/ssl/cert.pem", "/etc/pki/tls/certs", "/usr/share/ca-certificates"] {
      switch presence(of: path) {
      case .present: return true
      case .possible: mayCome = true
      case .unknown, .absent: continue
      }
    }
    let isThere = base.hasCertificates
    // What talks to servers recommends them: curl's library does in Debian.
    return isThere == false && (mayCome || !recommendingInstalls.isEmpty) ? nil : isThere
  }
}

extension ExternalBase {
  /// Alpine's images hold the bundle that apk itself needs, distroless ones too, those with a whole toolchain git's and
  /// curl's; Debian's and Ubuntu's own images hold none.
  fileprivate var hasCertificates: Bool? {
    guard case .image(let image, let facts) = self else { return false }
    guard let facts else { return nil }
    let isPlainSystem = ["/library/debian", "/library/ubuntu", "/library/busybox"].contains {
      image.repository.hasSuffix($0)
    }
    if isPlainSystem { return false }
    switch facts.kind {
    case .scratch: return false
    case .distroless: return image.repository.hasPrefix("gcr.io/") ? true : nil
    case .alpine: return facts.tools?.contains("apk") == true ? true : nil
    case .full, .sdk: return facts.tools?.contains("git") == true ? true : nil
    case .slim, .runtime, .server, .test, .tool: return nil
    }
  }
}
