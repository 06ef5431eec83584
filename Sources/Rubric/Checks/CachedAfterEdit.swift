import BuildModel
import Diagnostics

extension Check {
  package static let cachedAfterEdit = Check(
    id: "cached-after-edit",
    title: "Keep the slow step in the cache",
    rationale: "a RUN is taken from the cache as long as nothing above it has changed, in its stage and in those below",
    parameters: .texts("programs", "names of programs whose calls must stay in the cache"),
    .optional(.texts("arguments", "words that must stand behind the program")),
    .optional(.texts("edited", "names in the build context that somebody edits: `src`, `content/texts`")),
    .optional(.text("argument", "a build argument that gets another value; this or `edited` is needed")),
    publishes: ["command", "changed"],
    good: [
      CheckExample(
        "FROM node:26\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\n",
        with: ["programs": ["npm"], "arguments": ["ci"], "edited": ["src"]]
      ),
      CheckExample(
        "FROM node:26\nCOPY package*.json ./\nRUN npm ci\nARG REVISION\nLABEL revision=$REVISION\n",
        with: ["programs": ["npm"], "argument": "REVISION"]
      ),
    ],
    bad: [
      CheckExample(
        "FROM node:26\nWORKDIR /app\n⟦COPY . .⟧\nRUN npm ci\n",
        with: ["programs": ["npm"], "arguments": ["ci"], "edited": ["src"]]
      ),
      CheckExample(
        "FROM node:26 AS sources\n⟦COPY src /src⟧\nRUN ls /src\n"
          + "FROM node:26\nCOPY --from=sources / /\nRUN npm ci\n",
        with: ["programs": ["npm"], "edited": ["src/main.js"]]
      ),
      CheckExample(
        "FROM node:26\n⟦ARG REVISION⟧\nCOPY package*.json ./\nRUN npm ci\n",
        with: ["programs": ["npm"], "argument": "REVISION"]
      ),
      CheckExample("⟦FROM node:26⟧\nCOPY . .\n", with: ["programs": ["npm"], "edited": ["src"]]),
    ]
  ) { (programs, arguments, edited, argument) throws(ArgumentProblems) in
    if edited == nil, argument == nil { throw ArgumentProblems([.missing("edited")]) }
    let changes = (edited.map { [Change.edit($0)] } ?? []) + (argument.map { [Change.argument($0)] } ?? [])
    let pattern = CommandPattern(programs: programs, arguments: arguments ?? [])
    let wanted = ([programs.joined(separator: " or ")] + (arguments ?? [])).joined(separator: " ")
    return { image in
      let commands = image.commands(matching: pattern)
      guard let first = commands.first else {
        let changed = ((edited ?? []) + (argument.map { [$0] } ?? [])).joined(separator: ", ")
        return .failed(
          Finding(
            "\(wanted) is not run",
            "no RUN runs \(wanted)",
            at: image.fromRange,
            values: ["command": wanted, "changed": changed]
          )
        )
      }
      for change in changes {
        guard let rebuild = image.rebuild(of: commands, after: change) else { continue }
        let command = rebuild.command.words.joined(separator: " ")
        let text =
          switch change {
          case .edit: "an edit of \(rebuild.name)"
          case .argument: "another value of \(rebuild.name)"
          }
        return .failed(
          Finding(
            "the cache ends too early",
            "\(text) runs `\(command)` again",
            at: rebuild.cause,
            label: "changes before line \(image.line(of: rebuild.command.origin))",
            fix: "move it below `\(command)`",
            values: ["command": command, "changed": rebuild.name]
          )
        )
      }
      return .passed("`\(first.words.joined(separator: " "))` stays in the cache", at: first.range)
    }
  }
}
