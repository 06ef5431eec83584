import BuildModel

extension Check {
  package static let builderStage = Check(
    id: "builder-stage",
    title: "Build in a stage of its own",
    rationale:
      """
      the tools that build the application are many times larger than what they make, and none of them is needed to \
      run it
      """,
    good: [
      """
      FROM node:26-alpine AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM nginx:alpine
      COPY --from=builder /app/build /usr/share/nginx/html
      """
    ],
    bad: [
      """
      FROM ⟦node:26-alpine⟧
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      """,
      """
      FROM node:26-alpine AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      ⟦FROM nginx:alpine⟧
      COPY build /usr/share/nginx/html
      """,
    ]
  ) { image in
    if let best = image.contributions.first { return .passed(praise(best, in: image)) }
    if let step = image.earlierSteps.first(where: { !image.state.chain.contains($0.stage) }) {
      let stage = image.build.stages[step.stage].displayName
      return .failed(
        Finding(
          "the build runs, but nothing of it reaches the final image",
          "\(stage) runs `\(step.name)`, but nothing that it makes reaches the final image",
          at: step.range,
          label: "its result stays behind",
          fix: "in the final stage: COPY --from=\(stage) \(PathText.join(step.directory, "build")) ./build"
        )
      )
    }
    return .failed(missing(image))
  }

  private static func praise(_ contribution: JudgedImage.Contribution, in image: JudgedImage) -> String {
    let stage = image.build.stages[contribution.step.stage].displayName
    let what = contribution.items.first { $0.modules == nil }.map { "\(PathText.lastComponent($0.path)) reaches" }
    return "\(stage) runs `\(contribution.step.name)`; \(what ?? "its work reaches") the final image"
  }

  private static func missing(_ image: JudgedImage) -> Finding {
    let own = image.state.steps.first { $0.stage == image.build.target }
    if image.build.stages.count == 1 || own != nil {
      return Finding(
        image.build.stages.count == 1 ? "one stage does everything" : "the final stage builds by itself",
        own.map { "`\($0.name)` runs in the final stage itself" } ?? "there is no stage before the final one",
        at: image.baseRange,
        label: "everything used here stays in the image",
        fix: "put the build into a stage of its own: FROM \(image.builderBase) AS builder"
      )
    }
    if let unneeded = image.build.unneededStages.last(where: { $0.index < image.build.target })?.displayName {
      return Finding(
        "the final stage takes nothing from an earlier one",
        "the image needs nothing from \(unneeded), so Docker does not even build that stage",
        at: image.fromRange,
        fix: "in the final stage: COPY --from=\(unneeded) …"
      )
    }
    return Finding(
      "no earlier stage builds anything",
      "no stage before the final one runs a build step",
      at: image.fromRange,
      fix: "in a stage of its own: RUN \(image.isMadeForNode ? "npm run build" : "the command that builds")"
    )
  }
}
