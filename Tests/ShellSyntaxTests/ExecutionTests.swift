import Diagnostics
import Testing

@testable import ShellSyntax

@Suite struct ExecutionTests {
  private func last(_ script: String) throws -> Execution {
    try #require(traced(script).executions.last)
  }

  @Test(arguments: [
    TraceRow("cd /app && npm ci", "/app"),
    TraceRow("cd app && npm ci", "app"),
    TraceRow("cd app && cd src && npm ci", "app/src"),
    TraceRow("cd app/../b/./c/ && npm ci", "b/c"),
    TraceRow("cd .. && npm ci", ".."),
    TraceRow("cd /a/../.. && npm ci", "/"),
    TraceRow("cd && npm ci", "/root"),
    TraceRow("cd ~/x && npm ci", "/root/x"),
    TraceRow("cd \"$SECRET\" && npm ci", "?"),
    TraceRow("cd - && npm ci", "?"),
    TraceRow("(cd /app && a); npm ci", ""),
    TraceRow("(cd /app && npm ci)", "/app"),
    TraceRow("cd /app; npm ci", "?"),
    TraceRow("set -e; cd /app; npm ci", "/app"),
    TraceRow("cd /app || exit 1; npm ci", "/app"),
    TraceRow("{ cd /app; } && npm ci", "/app"),
    TraceRow("cd /app && sh -c 'cd x && npm ci'", "/app/x"),
    TraceRow("sh -c 'cd x' && npm ci", ""),
    TraceRow("pushd a && b && popd && npm ci", ""),
    TraceRow("env -C /srv npm ci", "/srv"),
    TraceRow("cd /a | npm ci", ""),
    TraceRow("mkdir -p x && cd $_ && npm ci", "?"),
    TraceRow("for d in a b; do cd /$d && npm ci; done", "/b"),
  ])
  func `knows the directory`(_ row: TraceRow) throws {
    #expect(try last(row.script).directory ?? "?" == row.expected)
  }

  @Test(arguments: [
    TraceRow("A=1 npm ci", "A=1"),
    TraceRow("A=1 B=$SECRET npm ci", "A=1 B=_"),
    TraceRow("A=1; npm ci", ""),
    TraceRow("A=1; export A; npm ci", "A=1"),
    TraceRow("export A=1 B; npm ci", "A=1"),
    TraceRow("export A=\"$SECRET\"; npm ci", "A=_"),
    TraceRow("export A=1; unset A; npm ci", ""),
    TraceRow("export A=1; export -n A; npm ci", ""),
    TraceRow("NODE_ENV=test; npm ci", "NODE_ENV=test"),
    TraceRow("A=1 true; npm ci", ""),
    TraceRow("env A=1 B=2 npm ci", "A=1 B=2"),
    TraceRow("export A=1; env -u A npm ci", ""),
    TraceRow("export A=1; env -i npm ci", "-"),
    TraceRow("unset NODE_ENV; npm ci", "-NODE_ENV"),
    TraceRow("env -u NODE_ENV npm ci", "-NODE_ENV"),
    TraceRow("unset NODE_ENV; NODE_ENV=x npm ci", "NODE_ENV=x"),
    TraceRow("set -a; A=1; npm ci", "A=1"),
    TraceRow("export A=1; sh -c 'B=2 npm ci'", "A=1 B=2"),
    TraceRow("A=1; sh -c 'npm ci'", ""),
    TraceRow("(export A=1); npm ci", ""),
    TraceRow("if a; then export A=1; fi; npm ci", "A=_"),
    TraceRow("sudo npm ci", "-"),
    TraceRow("sudo -E npm ci", ""),
    TraceRow("sudo A=1 npm ci", "- A=1"),
    TraceRow("declare -x A=1; npm ci", "A=1"),
    TraceRow("cross-env A=1 npm ci", "A=1"),
    TraceRow("f() { npm ci; }; A=1 f", "A=1"),
  ])
  func `knows the environment`(_ row: TraceRow) throws {
    let execution = try last(row.script)
    var words = execution.hasClearedEnvironment ? ["-"] : []
    words += execution.removedVariables.sorted().map { "-" + $0 }
    for (name, value) in execution.environment.sorted(by: { $0.key < $1.key }) {
      if case .known(let text) = value { words.append("\(name)=\(text)") } else { words.append("\(name)=_") }
    }
    #expect(words.joined(separator: " ") == row.expected)
  }

  @Test func `a variable is looked up as the command sees it`() throws {
    #expect(try last("a").variable("NODE_ENV", image: tableEnvironment) == .known("production"))
    #expect(try last("NODE_ENV=x a").variable("NODE_ENV", image: tableEnvironment) == .known("x"))
    #expect(try last("unset NODE_ENV; a").variable("NODE_ENV", image: tableEnvironment) == nil)
    #expect(try last("env -i a").variable("NODE_ENV", image: tableEnvironment) == nil)
  }

  @Test func `tells the variables that a script leaves`() {
    let variables = traced("A=1; export B=2; C=$SECRET; unset D; sh -c 'E=1'").variables
    #expect(variables == ["A": .known("1"), "B": .known("2"), "C": .unknown])
  }

  @Test func `keeps what comes before an unknown part of a word`() throws {
    let words = try last("a --b=$SECRET.c \"$SECRET\" d").words
    #expect(words.map(\.knownStart) == ["a", "--b=", "", "d"])
    #expect(words.map(\.value) == ["a", nil, nil, "d"])
  }

  @Test func `carries redirections`() throws {
    let append = try last("{ echo x >> ~/.npmrc 2>&1; } < in")
    #expect(append.redirections.map(\.kind) == [.read, .append, .duplicate])
    #expect(append.redirections.map(\.descriptor) == [nil, nil, 2])
    #expect(append.redirections.map(\.target.value) == ["in", "/root/.npmrc", "1"])

    let script = "cat > .npmrc <<-EOF\n\tomit=$A$NODE_ENV\n\tb\n\tEOF\n"
    let document = try #require(try last(script).redirections.last)
    #expect(document.target.value == "omit=production\nb\n")
    guard case .hereDocument(let body) = document.kind else {
      Issue.record("no here-document")
      return
    }
    #expect(Array(script.utf8)[body.offsets].elementsEqual("\tomit=$A$NODE_ENV\n\tb\n".utf8))
  }
}
