import DockerfileSyntax

/// The ARG instructions before the first FROM, and what BuildKit defines itself: visible in FROM lines alone until a
/// stage declares them again.
struct GlobalArguments: VariableLookup, Sendable {
  private var declared = Variables()
  /// As `--build-arg` gives them.
  private(set) var given: [String: String]
  private let target: String?

  /// - Parameter target: the name of the stage to build, nil for one without a name.
  init(of document: Document, target: String?, arguments: [String: String]) throws(BuildError) {
    given = arguments
    self.target = target
    for index in document.globalArguments {
      guard case .arg(let arguments) = document.instructions[index] else { continue }
      for pair in document[arguments.pairs] {
        let name = document.string(pair.name)
        if let given = given(name) {
          declared[name] = given
        } else if let value = pair.value {
          let expander = WordExpander(document: document, variables: self)
          declared[name] = try expander.text(value, in: document.nodes[index])
        }
      }
    }
    resolveDate()
  }

  subscript(name: String) -> String? { value(of: name) }

  /// What `--build-arg` gives to a name.
  func given(_ name: String) -> String? { given.isEmpty ? nil : given[name] }

  func value(of name: String) -> String? {
    declared[name] ?? predefined(name).map { given(name) ?? $0 }
  }

  /// Only a number of seconds stays: a name of something whose date is meant needs a builder to ask for it.
  private mutating func resolveDate() {
    let name = "SOURCE_DATE_EPOCH"
    guard let text = given(name) ?? declared[name], given(name) != nil || !text.isEmpty else { return }
    let seconds = Int64(text).map { "\($0)" }
    if given[name] != nil { given[name] = seconds }
    if declared[name] != nil { declared[name] = seconds }
  }

  /// Arguments for the scanner of a finished image: an ARG gives them no value that an instruction could see.
  static func isForScanner(_ name: String) -> Bool {
    name == "BUILDKIT_SBOM_SCAN_CONTEXT" || name == "BUILDKIT_SBOM_SCAN_STAGE"
  }

  private func predefined(_ name: String) -> String? { Self.platform(name, target: target) }

  static let platformNames = [
    "BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT",
    "TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
  ]

  /// A predefined platform argument for a build on and for linux/amd64; nil for any other name.
  static func platform(_ name: String, target: String?) -> String? {
    switch name {
    case "BUILDPLATFORM", "TARGETPLATFORM": "linux/amd64"
    case "BUILDOS", "TARGETOS": "linux"
    case "BUILDARCH", "TARGETARCH": "amd64"
    case "BUILDOSVERSION", "TARGETOSVERSION", "BUILDVARIANT", "TARGETVARIANT": ""
    case "TARGETSTAGE": target ?? "default"
    default: nil
    }
  }
}
