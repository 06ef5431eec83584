import BuildModel

extension Check {
  package static let contributingStages = Check(
    id: "contributing-stages",
    title: "Bring the work of several stages together",
    rationale:
      "stages that do not depend on each other are built at the same time, each with the tools of its own language",
    parameters: .integer(
      "at-least",
      in: 1...50,
      otherwise: 2,
      "how many stages build something that reaches the image"
    ),
    publishes: ["actual"],
    good: [
      """
      FROM node:26 AS frontend
      RUN npm run build
      FROM maven:3.9-eclipse-temurin-21 AS backend
      RUN mvn package
      FROM eclipse-temurin:21-jre
      COPY --from=frontend /build /app/public
      COPY --from=backend /target/app.jar /app/app.jar

      """
    ],
    bad: [
      """
      FROM node:26 AS frontend
      RUN npm run build
      FROM maven:3.9-eclipse-temurin-21 AS backend
      RUN mvn package
      ⟦FROM eclipse-temurin:21-jre⟧
      COPY --from=backend /target/app.jar /app/app.jar

      """
    ]
  ) { least in
    { image in
      let stages = Set(image.contributions.map(\.step.stage)).sorted().map { image.build.stages[$0].displayName }
      let names = stages.joined(separator: " and ")
      if stages.count >= least { return .passed("\(names) \(stages.count == 1 ? "reaches" : "reach") the image") }
      return .failed(
        Finding(
          "fewer than \(least) building stages reach the image",
          stages.isEmpty
            ? "the work of no stage reaches the image" : "of the stages that build, only \(names) reaches the image",
          at: image.fromRange,
          fix: "COPY --from=… the result of each",
          values: ["actual": stages.isEmpty ? "none" : names]
        )
      )
    }
  }
}
