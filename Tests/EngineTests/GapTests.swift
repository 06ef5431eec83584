import Rubric
import TestKit
import Testing

@testable import Engine

/// What buildah does not know is its own fault, not the submission's.
@Suite(.enabled(if: StandInImages.arePossible, "\(StandInImages.need)"))
struct GapTests {
  private static let names: [(file: String, gap: String)] = [
    ("heredoc", "heredocs"),
    ("heredoc-copy", "heredocs"),
    ("start-interval", "--start-interval of HEALTHCHECK"),
    ("copy-link", "flags of COPY and ADD but --from, --chown and --chmod"),
    ("exclude", "flags of COPY and ADD but --from, --chown and --chmod"),
    ("run-network", "flags of RUN but --mount"),
  ]
  static let cases = names.map { BuildCase($0.file) }

  /// A newer buildah knows some of it: then it has to agree like with any other file.
  @Test(arguments: names)
  func `the engine's own gap is named`(file: String, gap: String) async throws {
    let build = try #require(try await BuiltCases.confirmation(of: BuildCase(file)))
    if build.verdict == .confirmed { return }
    #expect(build.verdict == .unconfirmed)
    #expect(build.reason == "it does not know \(gap)")
    #expect(!build.output.isEmpty)
    #expect(build.bytes == nil)
  }
}
