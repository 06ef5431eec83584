import BuildModel
import Diagnostics
import DockerfileSyntax

extension Check {
  package static let livingRelease = Check(
    id: "living-release",
    title: "Take a release that is still maintained",
    rationale: "a release line that has ended gets no more security fixes",
    good: [
      "FROM node:26-alpine\n",
      "FROM node:18-alpine\n",
    ],
    bad: []
  ) { image in
    let notes = image.endedReleases.map { ended in
      Diagnostic(
        .note,
        rule: "living-release",
        "\(ended.image.familiarName) ended on \(ended.line.endOfLife)",
        at: ended.stage.syntax.from.base.range,
        why: "it gets no more security fixes",
        fix: "its successor is \(ended.line.successor)"
      )
    }
    return .passed(notes.isEmpty ? "no base image is known to have ended" : "a newer release line exists", notes: notes)
  }
}
