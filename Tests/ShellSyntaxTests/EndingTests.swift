import Testing

@testable import ShellSyntax

@Suite struct EndingTests {
  static let rows = [
    TraceRow("curl -f localhost", "either"),
    TraceRow("curl -f localhost || exit 1", "either"),
    TraceRow("curl -f localhost || true", "success"),
    TraceRow("curl -f localhost || :", "success"),
    TraceRow("curl -f localhost || echo down", "success"),
    TraceRow("curl -f localhost || { echo down; exit 1; }", "either"),
    TraceRow("curl -f localhost; exit 0", "success"),
    TraceRow("curl -f localhost; exit 1", "failure"),
    TraceRow("curl -f localhost; exit $?", "either"),
    TraceRow("curl -f localhost && exit 0 || exit 1", "either"),
    TraceRow("true", "success"),
    TraceRow("/bin/true", "success"),
    TraceRow(":", "success"),
    TraceRow("", "success"),
    TraceRow("echo ok", "success"),
    TraceRow("printf ok", "success"),
    TraceRow("false", "failure"),
    TraceRow("exit 1", "failure"),
    TraceRow("exit 256", "success"),
    TraceRow("exit $SECRET", "either"),
    TraceRow("! false", "success"),
    TraceRow("! true", "failure"),
    TraceRow("! curl x", "either"),
    TraceRow("curl x | cat", "success"),
    TraceRow("curl x | tee /dev/null", "success"),
    TraceRow("curl x | head -n 1", "success"),
    TraceRow("curl x | cat -", "success"),
    TraceRow("cat x", "either"),
    TraceRow("curl x | grep ok", "either"),
    TraceRow("set -o pipefail; curl x | cat", "either"),
    TraceRow("sleep 5", "success"),
    TraceRow("date", "success"),
    TraceRow("date --date=$SECRET", "either"),
    TraceRow("set -n; exit 1", "success"),
    TraceRow("sh -n -c 'exit 0'", "either"),
    TraceRow("curl x | true", "success"),
    TraceRow("true | false", "failure"),
    TraceRow("set -o pipefail; curl x | true", "either"),
    TraceRow("set -o pipefail; false | true", "failure"),
    TraceRow("curl x &", "success"),
    TraceRow("exit 0 || exit 1", "success"),
    TraceRow("test -n x", "success"),
    TraceRow("[ 1 -eq 2 ]", "failure"),
    TraceRow("[ 1 -eq 2", "failure"),
    TraceRow("[ -f x ]", "either"),
    TraceRow("if curl x; then exit 0; else exit 1; fi", "either"),
    TraceRow("if curl x; then echo up; fi", "success"),
    TraceRow("while true; do sleep 1; done", "never"),
    TraceRow("sh -c 'exit 0'", "success"),
    TraceRow("sh -c 'curl x || exit 1'", "either"),
    TraceRow("sh -c 'exit 1' || true", "success"),
    TraceRow("exec true", "success"),
    TraceRow("exec curl x", "either"),
    TraceRow("env A=b true", "success"),
    TraceRow("timeout 5 true", "either"),
    TraceRow("x=1", "success"),
    TraceRow("x=$(curl y)", "either"),
    TraceRow("x=$(curl y); true", "success"),
    TraceRow("cd /", "success"),
    TraceRow("cd /app", "either"),
    TraceRow("> /dev/tcp/localhost/80", "either"),
    TraceRow("echo > /dev/tcp/localhost/80", "either"),
    TraceRow("echo x > /tmp/log", "success"),
    TraceRow("f() { return 3; }; f", "failure"),
    TraceRow("f() { curl x; }; f || return 0", "success"),
    TraceRow("set -e; curl x; true", "either"),
    TraceRow("eval exit 1", "failure"),
    TraceRow("case x in x) false;; esac", "failure"),
    TraceRow("for i in 1 2; do false; done", "failure"),
    TraceRow("wget -qO- x >/dev/null 2>&1 || exit 1", "either"),
    TraceRow("(exit 3) || true", "success"),
    TraceRow("curl x; [ $? -eq 0 ]", "either"),
    TraceRow("false; [ $? -eq 0 ]", "failure"),
    TraceRow("curl x || [ $? -ne 0 ]", "success"),
    TraceRow("$SECRET", "either"),
    TraceRow("npm ci &&", "either"),
  ]

  @Test(arguments: rows)
  func `tells how a script can end`(_ row: TraceRow) {
    #expect(text(of: traced(row.script).ending) == row.expected)
  }

  @Test func `options of the shell count from the start`() throws {
    let strict = try #require(ShellOptions(shell: ["/bin/bash", "-eo", "pipefail", "-c"]))
    #expect(strict.exitsOnError)
    #expect(strict.failsOnPipe)
    #expect(text(of: traced("false | true; exit 0", options: strict).ending) == "failure")
    #expect(text(of: traced("false | true; exit 0").ending) == "success")
    #expect(ShellOptions(shell: ["powershell", "-Command"]) == nil)
    #expect(ShellOptions(shell: []) == nil)
  }
}
