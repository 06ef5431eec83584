import BuildModel
import Diagnostics

extension Check {
  package static let runnableCommand = Check(
    id: "runnable-command",
    title: "Start a program that the image has",
    rationale: "a container whose program or shell is not in its image ends before it has begun",
    publishes: ["program"],
    good: [
      "FROM node:26-alpine\nCMD [\"node\", \"server.js\"]\n",
      """
      FROM golang:1.26 AS builder
      RUN go build -o /server .
      FROM scratch
      COPY --from=builder /server /server
      CMD ["/server"]

      """,
    ],
    bad: [
      "FROM nginx:alpine\n⟦CMD [\"node\", \"server.js\"]⟧\n",
      "FROM scratch\nCOPY server /server\n⟦CMD /server⟧\n",
      "FROM gcr.io/distroless/static-debian12\nCOPY app/server /srv/server\n⟦ENTRYPOINT [\"/app/server\"]⟧\n",
    ]
  ) { image in
    guard let start = image.startCommand, let place = start.origin?.range else {
      return .passed("the command is the base image's")
    }
    let programs = start.programs.compactMap { $0.first ?? nil }.filter { $0 != "exec" }
    if let missing = programs.first(where: { image.canStart($0) == false }) {
      let isShell = ["sh", "bash", "ash"].contains(PathText.lastComponent(missing)) && missing != programs.last
      return .failed(
        Finding(
          isShell ? "a shell form without a shell" : "\(PathText.lastComponent(missing)) is not in the image",
          isShell
            ? "\(image.base.name) has no shell, and the command needs one" : "there is no \(missing) in the image",
          at: place,
          label: "cannot start",
          fix: isShell ? "write it as a list: CMD [\"program\", \"argument\"]" : "copy it, or install it in this stage",
          values: ["program": missing]
        )
      )
    }
    if let open = programs.first(where: { image.canStart($0) == nil }) {
      let message = "whether \(open) is in the image is not known"
      return .passed(
        "\(open) is taken on trust",
        notes: [Diagnostic(.note, rule: "runnable-command", message, at: place)]
      )
    }
    return .passed("\(programs.last ?? "the program") is in the image")
  }
}
