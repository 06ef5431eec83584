package import BuildModel
package import Diagnostics
package import DockerfileSyntax
import Linting

/// What the build of one target yields, as one JSON object.
package struct ImageRecord: Sendable {
  private let file: String
  private let target: String?
  private let image: EffectiveImage?
  private let error: BuildError?

  package init(file: String, target: String?, document: Document, options: BuildOptions) {
    self.file = file
    self.target = target
    do throws(BuildError) {
      try Linter.refuse(document, options: options)
      let build = try Build(of: document, options: options)
      image = build.states[build.target]?.image
      error = nil
    } catch let problem {
      image = nil
      error = problem
    }
  }

  /// Docker refuses to build it.
  package var isRefused: Bool { error != nil }

  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", file)
      writer.member("target", target)
      writer.key("error")
      if let error {
        writer.object { writer in
          writer.member("text", error.message)
          writer.member("line", error.dockerLine)
        }
      } else {
        writer.null()
      }
      writer.member("inherits", image?.inherits.map(\.rawValue) ?? [])
      writer.key("image")
      if let image { writer.value(image) } else { writer.null() }
    }
  }
}
