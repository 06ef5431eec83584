import BuildModel

extension Check {
  package static let rootWorkFirst = Check(
    id: "root-work-first",
    title: "Do what needs root before USER",
    rationale: "every RUN below a USER runs as that user, who may not install packages or change the system's files",
    publishes: ["command", "user"],
    good: [
      "FROM node:26-alpine\nRUN apk add --no-cache curl\nUSER node\nRUN mkdir -p /home/node/data\n",
      "FROM nginx:alpine\nRUN rm /etc/nginx/conf.d/default.conf\nUSER nginx\n",
    ],
    bad: [
      "FROM nginx:alpine\nUSER nginx\nRUN ⟦rm /etc/nginx/conf.d/default.conf⟧\n",
      "FROM node:26-alpine\nUSER node\nRUN ⟦apk add --no-cache curl⟧\nUSER root\n",
    ]
  ) { image in
    guard let found = image.commandsWithoutPrivilege.first else { return .passed("what needs root runs as root") }
    return .failed(
      Finding(
        "a command that needs root, below USER",
        "`\(found.text)` runs as \(found.user), who may not do that",
        at: found.range,
        label: "the build stops here",
        fix: "move it above the USER",
        values: ["command": found.text, "user": found.user]
      )
    )
  }
}
