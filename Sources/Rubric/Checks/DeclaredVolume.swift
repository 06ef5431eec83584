import BuildModel

extension Check {
  package static let declaredVolume = Check(
    id: "declared-volume",
    title: "Keep data in a volume",
    rationale: "what a container writes beside a volume is gone with the container",
    parameters: .path("path", "where the volume is mounted"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM alpine:3.24\nVOLUME [\"/var/lib/app\"]\n", with: ["path": "/var/lib/app"])
    ],
    bad: [
      CheckExample("⟦FROM alpine:3.24⟧\nVOLUME /data\n", with: ["path": "/var/lib/app"])
    ]
  ) { path in
    { image in
      let volumes = image.image.volumes ?? []
      if volumes.contains(where: { PathText.clean($0) == path }) { return .passed("\(path) is a volume") }
      if image.base.isUnknown {
        return .notJudged(
          Finding("an unknown base image", "the volumes of \(image.base.name) are not known", at: image.fromRange)
        )
      }
      return .failed(
        Finding(
          "no volume at \(path)",
          "\(path) is no volume",
          at: image.fromRange,
          fix: "VOLUME [\"\(path)\"]",
          values: ["actual": volumes.isEmpty ? "none" : volumes.joined(separator: ", ")]
        )
      )
    }
  }
}
