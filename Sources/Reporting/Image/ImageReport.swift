package import BuildModel
package import Diagnostics
package import DockerfileSyntax
import Linting

/// All that is to tell about the image of one target: its configuration with traces, its files, the stages.
package struct ImageReport: Sendable {
  package let file: String
  /// As `--target` names it.
  package let target: String?
  package let source: SourceFile
  package let document: Document
  package let outcome: Outcome

  package enum Outcome: Sendable {
    case image(JudgedImage, ConfigurationTrace)
    /// Docker refuses to build it.
    case refused(BuildError)
  }

  package init(
    file: String,
    source: SourceFile,
    document: Document,
    options: BuildOptions,
    ignoreFile: IgnoreFile = .unknown
  ) {
    self.file = file
    self.source = source
    self.document = document
    target = options.target
    do throws(BuildError) {
      let image = try JudgedImage(building: document, options: options, ignoreFile: ignoreFile)
      outcome = .image(image, ConfigurationTrace(of: image.build.target, in: document, options: options))
    } catch {
      outcome = .refused(error)
    }
  }

  package var error: BuildError? {
    if case .refused(let error) = outcome { return error }
    return nil
  }
}
