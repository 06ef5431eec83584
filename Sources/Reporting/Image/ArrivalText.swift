import BuildModel

/// Whether something reaches the image that had better not, in words.
struct ArrivalText {
  let image: JudgedImage
  let text: TraceText

  private static let mostEvidence = 4

  func label(_ subject: Arrival.Subject) -> String {
    switch subject {
    case .wholeContext: "whole context"
    case .developmentDependencies: "development dependencies"
    case .buildTools: "build tools"
    case .packageCaches: "package caches"
    case .packageManagerSettings: ".npmrc"
    case .secrets: "secrets"
    }
  }

  func sentence(_ arrival: Arrival) -> String {
    switch arrival.answer {
    case .no: return "no, as far as the file tells"
    case .unknown: return "unknown: \(doubt(arrival.subject))"
    case .yes:
      let shown = arrival.evidence.prefix(Self.mostEvidence).map { found in
        found.name + (found.origin.map { " (\(text.line($0)))" } ?? "")
      }
      let rest = arrival.evidence.count - shown.count
      return "yes: " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
  }

  private func doubt(_ subject: Arrival.Subject) -> String {
    switch subject {
    case .buildTools: "nothing is known about the programs of \(image.base.name)"
    case .packageManagerSettings, .secrets:
      image.ignoreFile == .present
        ? "the whole context is copied, but for what .dockerignore leaves out"
        : "the whole context is copied, with all that is in it"
    default: "it depends on what is only known when it runs"
    }
  }
}
