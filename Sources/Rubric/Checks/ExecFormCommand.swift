import BuildModel
import Diagnostics

extension Check {
  package static let execFormCommand = Check(
    id: "exec-form-command",
    title: "Start the program without a shell around it",
    rationale: "in shell form the shell is process 1, and the signal to stop may never reach the application",
    good: [
      "FROM node:26-alpine\nCMD [\"node\", \"server.js\"]\n",
      "FROM nginx:alpine\nCOPY site /usr/share/nginx/html\n",
    ],
    bad: [
      "FROM node:26-alpine\n⟦CMD node server.js⟧\n",
      "FROM node:26-alpine\n⟦ENTRYPOINT npm start⟧\n",
    ]
  ) { image in
    for field in [EffectiveImage.Field.entrypoint, .command] {
      guard let origin = image.state.origins[field], let words = image.shellForm(of: field) else { continue }
      return .failed(
        Finding(
          "\(field.rawValue.uppercased()) in shell form",
          "\(field.rawValue.uppercased()) is in shell form",
          at: origin.range,
          label: "a shell is put around it",
          fix: "\(field.rawValue.uppercased()) \(Self.execForm(words))"
        )
      )
    }
    let own = [EffectiveImage.Field.entrypoint, .command].filter { image.state.origins[$0] != nil }
    let words = (own.contains(.entrypoint) ? image.image.entrypoint ?? [] : []) + (image.image.command ?? [])
    guard !own.isEmpty, !words.isEmpty else { return .passed("the command is the base image's") }
    return .passed("starts `\(words.joined(separator: " "))`")
  }

  /// A shell form's words as a JSON array; what needs a shell cannot be split at blanks, and is left to the author.
  private static func execForm(_ text: String) -> String {
    let special = text.utf8.contains { byte in "\"'\\$|&;<>()`*?~".utf8.contains(byte) }
    if special { return "[\"sh\", \"-c\", \"exec …\"]" }
    return "[" + text.utf8.split(separator: 0x20).map { "\"\(Substring($0))\"" }.joined(separator: ", ") + "]"
  }
}
