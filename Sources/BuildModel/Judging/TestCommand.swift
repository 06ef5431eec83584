package import Diagnostics
import ShellSyntax

/// Commands that run a project's tests.
enum TestCommand {
  static func matches(_ execution: Execution) -> Bool {
    let words = execution.words.map { $0.value ?? "" }
    guard let first = words.first else { return false }
    let rest = Array(words.dropFirst())
    let plain = rest.filter { !$0.hasPrefix("-") }
    return matches(PathText.lastComponent(first), plain, rest)
  }

  private static func matches(_ program: String, _ plain: [String], _ all: [String]) -> Bool {
    switch program {
    case "npm", "pnpm", "yarn", "bun":
      if plain.first == "run" || plain.first == "run-script" {
        return plain.dropFirst().first.map(isTestScript) ?? false
      }
      if ["exec", "dlx", "x"].contains(plain.first) { return isTool(plain.dropFirst().first) }
      return plain.first.map { ["t", "tst", "cit", "install-ci-test"].contains($0) || isTestScript($0) || isTool($0) }
        ?? false
    case "npx", "bunx", "pnpx": return isTool(plain.first)
    case "node": return all.contains("--test") || all.contains { $0.hasPrefix("--run=test") }
    case "go", "cargo", "dotnet", "swift", "deno", "mix", "sbt", "lein", "bazel", "flutter", "dart", "stack", "cabal":
      return plain.first == "test" || plain.prefix(2) == ["nextest", "run"]
    case "mvn", "mvnw":
      let skips = all.contains {
        ["-DskipTests", "-DskipTests=true", "-Dmaven.test.skip", "-Dmaven.test.skip=true"].contains($0)
      }
      return !skips && plain.contains { ["test", "verify", "integration-test"].contains($0) }
    case "gradle", "gradlew":
      return plain.contains { task in
        ["test", "check", "integrationTest"].contains(String(task.split(separator: ":").last ?? ""))
      }
    case "python", "python3":
      return ["pytest", "unittest"].contains(plain.first) || plain.prefix(2) == ["manage.py", "test"]
    case "make", "just", "task": return plain.contains(where: isTestScript)
    case "poetry", "uv", "pipenv", "pdm", "bundle", "hatch":
      return plain.first.map { ["run", "exec"].contains($0) } ?? false
        ? isTool(plain.dropFirst().first) || plain.dropFirst().first == "python" && plain.contains("pytest") : false
    case "composer": return plain.first.map(isTestScript) ?? false
    default:
      return isTool(program)
        && (program != "playwright" && program != "cypress" || ["test", "run"].contains(plain.first))
    }
  }

  private static func isTestScript(_ name: String) -> Bool {
    name.split { $0 == ":" || $0 == "-" }.contains { ["test", "tests", "e2e", "unit", "integration"].contains($0) }
  }

  private static func isTool(_ name: String?) -> Bool { name.map(tools.contains) ?? false }

  private static let tools: Set<String> = [
    "ava", "bats", "ctest", "cypress", "jasmine", "jest", "karma", "mocha", "nose2", "phpunit", "playwright", "pytest",
    "rspec",
    "tap", "tox", "vitest",
  ]
}

extension JudgedImage {
  /// The test commands that the RUNs of the image's own stages run, those of the stage itself last.
  package var testCommands: [(text: String, range: SourceRange, origin: Origin)] {
    state.commands.flatMap { command in
      command.trace.executions.filter(TestCommand.matches).map { execution in
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        return (execution.text, range, command.origin)
      }
    }
  }
}
