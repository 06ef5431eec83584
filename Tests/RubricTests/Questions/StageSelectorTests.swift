import BuildModel
import Diagnostics
import Rubric
import Testing

/// Whose image is asked about.
struct StageSelectorTests {
  private static let file = """
    FROM golang:1.26 AS builder
    RUN go build -o /server .
    FROM builder AS test
    ENV LEVEL=debug
    RUN go test ./...
    FROM alpine:3.24 AS assets
    COPY web /web
    FROM alpine:3.24
    COPY --from=builder /server /server
    COPY --from=assets /web /web

    """

  private static func status(
    _ check: String,
    _ arguments: [String: WrittenValue] = [:],
    of stage: StageSelector,
    in text: String = file
  ) throws -> CheckResult {
    let check = try #require(CheckRegistry.standard[check])
    return try Judge.standard().result(of: check, in: text, asked: CheckExample(text, with: arguments, of: stage))
  }

  @Test(
    arguments: [
      (StageSelector.final, "alpine", true), (.final, "golang", false), (.builder, "golang", true),
      (.builder, "alpine", false), (.contributing, "alpine", true), (.contributing, "golang", true),
      (.any, "golang", true), (.named("test"), "golang", true), (.named("TEST"), "golang", true),
      (.named("assets"), "golang", false), (.any, "debian", false),
    ]
  )
  func `finds the stages that are meant`(stage: StageSelector, image: String, passes: Bool) throws {
    let result = try Self.status("base-image", ["images": [.text(image)]], of: stage)
    #expect(result.status == (passes ? .passed : .failed), "\(result.message)")
  }

  @Test func `asks about a stage that the image does not need`() throws {
    #expect(try Self.status("runs-tests", of: .named("test")).status == .passed)
    #expect(try Self.status("runs-tests", of: .final).status == .failed)
    #expect(try Self.status("environment-variable", ["name": "LEVEL"], of: .named("test")).status == .passed)
    #expect(try Self.status("environment-variable", ["name": "LEVEL"], of: .final).status == .failed)
  }

  @Test func `a stage that is not there fails at the final FROM`() throws {
    let result = try Self.status("runs-tests", of: .named("tests"))
    #expect(result.status == .failed)
    #expect(result.message == "the file has no stage called tests")
    #expect(result.range != nil)
    let bare = try Self.status("runs-tests", of: .builder, in: "FROM alpine:3.24\n")
    #expect(bare.status == .failed && bare.range != nil)
    #expect(try Self.status("runs-tests", of: .contributing, in: "FROM alpine:3.24\n").status == .failed)
  }

  @Test func `a stage that Docker refuses is not judged`() throws {
    let text = "FROM alpine:3.24 AS odd\nSTOPSIGNAL NONSENSE\nFROM alpine:3.24\n"
    let result = try Self.status("runs-tests", of: .named("odd"), in: text)
    #expect(result.status == .notJudged)
    #expect(result.message.contains("invalid signal"))
  }

  @Test func `a stage of the path is judged as its own build would be`() throws {
    let file = Self.file + "FROM builder\n"
    #expect(try Self.status("needs-stage", ["name": "assets"], of: .final, in: file).status == .failed)
    #expect(try Self.status("needs-stage", ["name": "builder"], of: .final, in: file).status == .passed)
    #expect(try Self.status("needs-stage", ["name": "assets"], of: .named("builder")).status == .failed)
  }
}
