import BuildModel
import DockerfileSyntax

extension Check {
  package static let productionStage = Check(
    id: "production-stage",
    title: "Ship a minimal runtime stage",
    rationale: "what is not in the image need not be downloaded, stored, scanned or patched",
    good: [
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM node:26-alpine
      COPY --from=builder /app/build /app/build
      """
    ],
    bad: [
      """
      FROM node:26-alpine AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM ⟦node:26⟧
      COPY --from=builder /app/build /app/build
      """,
      """
      FROM node:26-alpine AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM ⟦builder⟧ AS production
      USER node
      """,
    ]
  ) { image in
    if let finding = ownStageProblem(image) ?? baseProblem(image) ?? contentProblem(image) { return .failed(finding) }
    return .passed("\(image.base.name), takes \(goods(image))")
  }

  /// What the image takes, and from which stages.
  private static func goods(_ image: JudgedImage) -> String {
    let givers = image.givingStages.sorted().map { image.build.stages[$0].displayName }.joined(separator: " and ")
    var names: [String] = []
    for item in image.state.files.items where !item.lineage.isEmpty && !item.isPartOfBase {
      let name = PathText.lastComponent(item.path)
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    let goods = names.isEmpty ? "files" : names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return "\(goods) from \(givers)"
  }

  private static func ownStageProblem(_ image: JudgedImage) -> Finding? {
    if image.build.target == 0 {
      return Finding(
        "there is only one stage",
        "the image is the first stage itself: there is no stage that only runs the application",
        at: image.baseRange,
        fix: "add a second FROM with a small image, and copy into it what the application needs"
      )
    }
    guard let step = image.inheritedSteps.first else { return nil }
    return Finding(
      "the final stage goes on from the stage that builds",
      "the final stage starts from the stage that runs `\(step.name)`, so all of that stage is in the image",
      at: image.stage.syntax.from.base.range,
      label: "brings the whole build along",
      fix: "FROM \(image.smallBase), then COPY --from=… only what is needed to run"
    )
  }

  private static func baseProblem(_ image: JudgedImage) -> Finding? {
    switch image.base.isMinimal {
    case true?: return nil
    case false?:
      return Finding(
        "the final base image is a full one",
        "\(image.base.name) is a full image with compilers and package managers, not a runtime",
        at: image.baseRange,
        label: "take a slim, alpine or distroless one",
        fix: "FROM \(image.smallBase)"
      )
    case nil:
      return Finding(
        "the final base image is not known to be minimal",
        "nothing is known about \(image.base.name), so it does not count as minimal",
        at: image.baseRange,
        fix: "FROM \(image.smallBase), or another image that is known to hold the runtime alone"
      )
    }
  }

  private static func contentProblem(_ image: JudgedImage) -> Finding? {
    if let whole = image.wholeStage {
      return Finding(
        "the final stage copies a whole file system",
        "COPY of / brings all of \(whole.stage.displayName) along, as FROM \(whole.stage.displayName) would",
        at: whole.copy.origin.range,
        label: "everything of that stage, its tools too",
        fix: "COPY --from=\(whole.stage.displayName) only what is needed to run"
      )
    }
    guard image.givingStages.isEmpty else { return nil }
    return Finding(
      "the final stage takes nothing from an earlier one",
      "the final stage takes no files from an earlier stage",
      at: image.fromRange,
      fix: "COPY --from=builder /app/build ./build"
    )
  }
}
