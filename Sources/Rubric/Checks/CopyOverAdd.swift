import BuildModel

extension Check {
  package static let copyOverAdd = Check(
    id: "copy-over-add",
    title: "Copy files with COPY",
    rationale: "ADD also unpacks archives and fetches addresses: with COPY what happens is what it says",
    good: [
      "FROM alpine:3.24\nCOPY server /server\n",
      "FROM alpine:3.24\nADD https://example.org/tool /usr/local/bin/tool\nADD rootfs.tar.gz /\n",
    ],
    bad: [
      "FROM alpine:3.24\n⟦ADD server /server⟧\n"
    ]
  ) { image in
    let plain = image.state.copies.first { copy in
      copy.isAdd && !copy.sources.isEmpty && copy.sources.allSatisfy { !Self.needsAdd($0) }
    }
    guard let plain else { return .passed("ADD is only used for what it alone can do") }
    return .failed(
      Finding(
        "ADD for plain files",
        "`\(plain.sources.joined(separator: " "))` needs no ADD",
        at: plain.origin.range,
        fix: "COPY \(plain.sources.joined(separator: " ")) \(plain.destination)"
      )
    )
  }

  /// An address, a repository or an archive that is unpacked.
  private static func needsAdd(_ source: String) -> Bool {
    source.contains("://") || source.hasPrefix("git@")
      || [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar.zst"].contains { source.hasSuffix($0) }
  }
}
