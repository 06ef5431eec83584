import Course
import Foundation
import TestKit
import Testing

/// The schema as a validator of another hand understands it: Python's `jsonschema`, where the machine has it.
struct SchemaValidationTests {
  private static let environment = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }

  private static func python(_ arguments: [String]) throws -> BuiltProgram.Output {
    try BuiltProgram(path: "/usr/bin/env").run(["python3"] + arguments, environment: environment, folder: "/tmp")
  }

  private static let isHere: Bool = {
    do {
      return try python(["-c", "import yaml; from jsonschema import Draft202012Validator"]).status == 0
    } catch {
      return false
    }
  }()

  private static let script = """
    import sys, json, yaml
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    errors = list(Draft202012Validator(schema).iter_errors(yaml.safe_load(open(sys.argv[2]))))
    for error in errors[:3]: print(error.json_path, error.message[:200])
    sys.exit(1 if errors else 0)
    """

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func complaint(_ file: String) throws -> String? {
    let schema = root.appendingPathComponent("Documentation/exercise.schema.json").path
    let output = try python(["-c", script, schema, file])
    return output.status == 0 ? nil : output.text + output.errors
  }

  private static func complaint(text: String) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try complaint(file.path)
  }

  private static let exercises: [String] = {
    let folder = root.appendingPathComponent("Exercises").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)/exercise.yml" }.filter(FileManager.default.fileExists(atPath:))
  }()

  @Test(.enabled(if: isHere, "python3 with yaml and jsonschema"), arguments: exercises)
  func `every exercise of the course is valid`(path: String) throws {
    #expect(try Self.complaint(path) == nil)
  }

  private static func rubric(_ check: String) -> String {
    """
    format: 1
    id: small
    title: Small
    lesson: first
    pass: 80
    checks:
      - id: first
        title: First
        severity: recommended
        points: 100
    \(check.split(separator: "\n").map { "    \($0)\n" }.joined())
    """
  }

  @Test(
    .enabled(if: isHere, "python3 with yaml and jsonschema"),
    arguments: [
      ("check: exposed-port\nwith: { port: 3000 }", true),
      ("check: exposed-port\nwith: { port: \"3000\" }", false),
      ("check: exposed-port", false),
      ("check: exposed-port\nwith: { prt: 3000 }", false),
      ("check: exposed-prt\nwith: { port: 3000 }", false),
      ("check: non-root-user\nwith: { a: 1 }", false),
      ("check: stage-count\nstage: builder", false),
      ("check: runs-tests\nstage: { name: test }", true),
      ("check: runs-tests\nstage: test", false),
      ("check: healthcheck-timing\nwith: { longest-interval: 1m30s }", true),
      ("check: healthcheck-timing\nwith: { longest-interval: soon }", false),
      ("any: [{ check: runs-tests }, { not: { check: shell-in-image } }]", true),
      ("any: [{ chek: runs-tests }]", false),
      ("any: []", false),
      ("check: runs-tests\nnot: { check: runs-tests }", false),
    ]
  )
  func `takes what the reader takes, and nothing else`(check: String, isRight: Bool) throws {
    let complaint = try Self.complaint(text: Self.rubric(check))
    #expect((complaint == nil) == isRight, "\(complaint ?? "valid")")
  }
}
