import BuildModel
import DockerfileSyntax

extension Check {
  package static let stageNames = Check(
    id: "stage-names",
    title: "Give every stage a name that says what it does",
    rationale: "`--from=0` means another stage as soon as someone inserts one above it",
    good: [
      """
      FROM node:26 AS builder
      RUN npm run build
      FROM nginx:alpine
      COPY --from=builder /build /usr/share/nginx/html

      """
    ],
    bad: [
      "FROM node:26\nRUN npm run build\nFROM nginx:alpine\nCOPY --from=⟦0⟧ /build /usr/share/nginx/html\n",
      "FROM node:26 AS ⟦x⟧\nRUN npm run build\nFROM nginx:alpine\nCOPY --from=x /build /usr/share/nginx/html\n",
    ]
  ) { image in
    for stage in image.build.neededStages {
      if let reference = stage.references.first(where: { $0.isIndex }), case .stage(let index) = reference.source {
        return .failed(
          Finding(
            "a stage referred to by number",
            "stage \(index) is referred to by its number",
            at: reference.range,
            fix: "name it: FROM … AS builder, and COPY --from=builder"
          )
        )
      }
      if let name = stage.syntax.from.name, stage.name.count < 2 {
        return .failed(
          Finding(
            "a stage name that says nothing",
            "`\(stage.name)` does not say what the stage is for",
            at: name.range,
            fix: "builder, dependencies, test, production"
          )
        )
      }
    }
    return .passed("stages are referred to by name")
  }
}
