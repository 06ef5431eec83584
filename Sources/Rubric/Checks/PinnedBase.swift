import BuildModel
import DockerfileSyntax

extension Check {
  package static let pinnedBase = Check(
    id: "pinned-base",
    title: "Name the release of every base image",
    rationale: "`latest` is another image tomorrow, so the same file builds something else",
    good: [
      "FROM node:26-alpine\n",
      "FROM scratch\n",
    ],
    bad: [
      "FROM ⟦node⟧\n",
      "FROM ⟦node:latest⟧ AS builder\nFROM node:26-alpine\nCOPY --from=builder /a /a\n",
    ]
  ) { image in
    for stage in image.build.neededStages {
      guard case .image(let reference) = stage.base, reference.digest == nil, reference.tag == "latest",
        !reference.namesRelease
      else { continue }
      return .failed(
        Finding(
          reference.hasTag ? "the tag latest" : "no tag",
          reference.hasTag
            ? "\(reference.familiarName) is whatever is newest on the day of the build"
            : "\(reference.familiarName.dropLast(":latest".count)) has no tag, so it is whatever is newest",
          at: stage.syntax.from.base.range,
          fix: image.newestTag(of: reference).map { "FROM \($0)" } ?? "write the release that you mean"
        )
      )
    }
    return .passed("every base image names its release")
  }
}

extension ImageReference {
  /// Distroless images have the release of Debian in their name, and no tags for it: `static-debian12`.
  fileprivate var namesRelease: Bool {
    guard let ending = repository.split(separator: "-").last, ending.hasPrefix("debian") else { return false }
    return Int(ending.dropFirst("debian".count)) != nil
  }
}
