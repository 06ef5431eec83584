import BuildModel

extension Check {
  package static let copiedFromImage = Check(
    id: "copied-from-image",
    title: "Take a ready-made file from another image",
    rationale: "official images hold tools and settings that need not be downloaded or written again",
    parameters: .text("image", "the image's name without a tag"),
    .optional(.path("path", "where the file lies in the image; anywhere when it is left out")),
    good: [
      CheckExample(
        "FROM alpine:3.24\nCOPY --from=nginx:1.29 /etc/nginx/nginx.conf /etc/nginx/nginx.conf\n",
        with: ["image": "nginx", "path": "/etc/nginx/nginx.conf"]
      )
    ],
    bad: [
      CheckExample("⟦FROM alpine:3.24⟧\nCOPY nginx.conf /etc/nginx/nginx.conf\n", with: ["image": "nginx"])
    ]
  ) { name, path in
    { image in
      let found = image.state.files.items.first { item in
        guard case .image(let reference, _) = item.content else { return false }
        return reference.isNamed(name) && (path.map { PathText.areNested(item.path, $0) } ?? true)
      }
      if let found { return .passed("\(found.path) comes from the image \(name)", at: found.origin.range) }
      return .failed(
        Finding(
          "nothing comes from the image \(name)",
          "nothing in the image\(path.map { " at \($0)" } ?? "") is copied from \(name)",
          at: image.fromRange,
          fix: "COPY --from=\(name):… … \(path ?? "…")"
        )
      )
    }
  }
}

extension ImageReference {
  /// Whether it is an image of a name without tag, as people write it.
  func isNamed(_ name: String) -> Bool {
    familiarName.prefix(familiarName.count - (tag.map { $0.count + 1 } ?? 0)) == name || repository == name
  }
}
