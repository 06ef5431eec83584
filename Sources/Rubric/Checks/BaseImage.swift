import BuildModel

extension Check {
  package static let baseImage = Check(
    id: "base-image",
    title: "Start from the right image",
    rationale: "the base decides which programs, libraries and users a stage has",
    parameters: .texts("images", "names without a tag, as Docker Hub shows them: `nginx`, `gcr.io/distroless/static`"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM nginx:alpine\n", with: ["images": ["nginx", "nginxinc/nginx-unprivileged"]]),
      CheckExample("FROM docker.io/library/nginx:1.29\n", with: ["images": ["nginx"]]),
      CheckExample("FROM scratch\n", with: ["images": ["scratch"]]),
    ],
    bad: [
      CheckExample("FROM ⟦httpd:2.4⟧\n", with: ["images": ["nginx"]])
    ]
  ) { names in
    let repositories = Set(names.compactMap(ImageReference.repository(of:)))
    let takesScratch = names.contains("scratch")
    return { image in
      let name = image.base.name
      let isRight = image.base.image.map { repositories.contains($0.repository) } ?? takesScratch
      if isRight { return .passed("starts from \(name)", at: image.baseRange) }
      return .failed(
        Finding(
          "another base image",
          "the stage starts from \(name)",
          at: image.baseRange,
          label: "asked for: \(names.joined(separator: ", "))",
          fix: "FROM \(names.first ?? "")",
          values: ["actual": name]
        )
      )
    }
  }
}

extension ImageReference {
  /// nil for a text that is no image name.
  fileprivate static func repository(of name: String) -> String? {
    do throws(Malformed) {
      return try ImageReference(name).repository
    } catch {
      return nil
    }
  }
}
