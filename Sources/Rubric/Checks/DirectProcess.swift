import BuildModel

extension Check {
  package static let directProcess = Check(
    id: "direct-process",
    title: "Let signals reach the application",
    rationale:
      "a shell or npm as process 1 may keep Docker's signal to stop, and after ten seconds the container is killed",
    publishes: ["actual"],
    good: [
      "FROM node:26-alpine\nCMD [\"node\", \"server.js\"]\n",
      "FROM eclipse-temurin:21-jre\nENTRYPOINT [\"sh\", \"-c\", \"exec java $JAVA_OPTS -jar /app.jar\"]\n",
    ],
    bad: [
      "FROM node:26-alpine\n⟦CMD [\"npm\", \"start\"]⟧\n",
      "FROM eclipse-temurin:21-jre\n⟦ENTRYPOINT [\"sh\", \"-c\", \"java $JAVA_OPTS -jar /app.jar\"]⟧\n",
      "FROM node:26-alpine\n⟦CMD node server.js⟧\n",
    ]
  ) { image in
    guard let start = image.startCommand, let place = start.origin?.range else {
      return .passed("the command is the base image's")
    }
    let names = start.programs.map { PathText.lastComponent(($0.first ?? nil) ?? "") }
    let first = names.first ?? ""
    let isShell = shells.contains(first)
    let handsOver = isShell && names.dropFirst().dropLast().last == "exec"
    let runner = names.first(where: runners.contains)
    if runner == nil, !isShell || handsOver || names.count == 1 {
      return .passed("\(names.last ?? first) gets the signals")
    }
    let actual = runner ?? first
    return .failed(
      Finding(
        "\(actual) is process 1",
        "\(actual) gets the signals, not the application",
        at: place,
        fix: runner != nil
          ? "CMD [\"node\", \"server.js\"]" : "exec before the last command, or a list without a shell",
        values: ["actual": actual]
      )
    )
  }

  private static let shells: Set<String> = ["sh", "bash", "ash", "dash", "zsh"]
  private static let runners: Set<String> = ["npm", "npx", "yarn", "pnpm"]
}
