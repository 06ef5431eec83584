import BuildModel
import Diagnostics

extension Check {
  package static let buildInputs = Check(
    id: "build-inputs",
    title: "Bring what the build reads before it runs",
    rationale: "a command finds what earlier instructions of its stage brought, and nothing that comes after it",
    parameters: .texts("paths", "names in the build context: `src`, `frontend/src`, `build.mjs`"),
    .optional(
      .texts("programs", "names of programs, the last call of which is looked at; the last build step without it")
    ),
    .optional(.texts("arguments", "words that must stand behind the program")),
    publishes: ["missing"],
    countsParts: true,
    good: [
      CheckExample(
        "FROM node:26 AS builder\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY src ./src\nRUN npm run build\n"
          + "FROM nginx:alpine\nCOPY --from=builder /app/build /usr/share/nginx/html\n",
        with: ["paths": ["package.json", "src"]],
        of: .builder
      ),
      CheckExample(
        "FROM python:3.13\nRUN --mount=type=bind,source=requirements.txt,target=requirements.txt "
          + "pip install -r requirements.txt\n",
        with: ["paths": ["requirements.txt"], "programs": ["pip"], "arguments": ["install"]]
      ),
    ],
    bad: [
      CheckExample(
        "FROM node:26 AS builder\nCOPY package*.json ./\nRUN npm ci\nRUN ⟦npm run build⟧\nCOPY src ./src\n"
          + "FROM nginx:alpine\nCOPY --from=builder /build /usr/share/nginx/html\n",
        with: ["paths": ["src"]],
        of: .builder
      ),
      CheckExample(
        "FROM node:26 AS builder\nCOPY --exclude=src . .\nRUN ⟦npm run build⟧\n"
          + "FROM nginx:alpine\nCOPY --from=builder /build /usr/share/nginx/html\n",
        with: ["paths": ["src/main.js"]],
        of: .builder
      ),
      CheckExample("⟦FROM node:26⟧\nCOPY . .\n", with: ["paths": ["src"]]),
    ]
  ) { paths, programs, arguments in
    let pattern = programs.map { CommandPattern(programs: $0, arguments: arguments ?? []) }
    let wanted = (programs ?? []).joined(separator: " or ")
    return { image in
      guard let reader = image.reader(pattern) else {
        return .failed(
          Finding(
            pattern == nil ? "no build step" : "\(wanted) is not run",
            "no RUN of \(image.stage.displayName) \(pattern == nil ? "builds anything" : "runs \(wanted)")",
            at: image.fromRange,
            values: ["missing": paths.joined(separator: ", ")],
            share: Share(0, of: paths.count)
          )
        )
      }
      let missing = image.missingInputs(paths, at: reader.origin)
      guard let first = missing.first else {
        return .passed("`\(reader.text)` has \(paths.joined(separator: ", "))", at: reader.range)
      }
      return .failed(
        Finding(
          "\(first) is not there yet",
          "`\(reader.text)` runs without \(missing.joined(separator: ", "))",
          at: reader.range,
          label: "nothing above brings it",
          fix: "COPY \(first) … above it",
          values: ["missing": missing.joined(separator: ", ")],
          share: Share(paths.count - missing.count, of: paths.count)
        )
      )
    }
  }
}

extension JudgedImage {
  /// The last command that is meant; without a pattern the last build step.
  fileprivate func reader(_ pattern: CommandPattern?) -> (text: String, range: SourceRange, origin: Origin)? {
    guard let pattern else { return state.steps.last.map { ($0.name, $0.range, $0.origin) } }
    return ownCommands(matching: pattern).last.map { ($0.words.joined(separator: " "), $0.range, $0.origin) }
  }
}
