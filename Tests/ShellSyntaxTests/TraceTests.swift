import Diagnostics
import Testing

@testable import ShellSyntax

struct TraceRow: Sendable, CustomTestStringConvertible {
  var script: String
  var expected: String

  init(_ script: String, _ expected: String) {
    self.script = script
    self.expected = expected
  }

  var testDescription: String { script }
}

@Suite struct TraceTests {
  static let lists = [
    TraceRow("npm ci", "npm ci"),
    TraceRow("", ""),
    TraceRow("  # npm ci\n", ""),
    TraceRow("npm ci # npm test", "npm ci"),
    TraceRow("echo a#b", "echo a#b"),
    TraceRow("a && npm ci", "a; npm ci"),
    TraceRow("a || npm ci", "a; ?npm ci"),
    TraceRow("a; npm ci", "a; npm ci"),
    TraceRow("a\nnpm ci\n", "a; npm ci"),
    TraceRow("a & npm ci", "a; npm ci"),
    TraceRow("a && npm ci; true", "a; ?npm ci; true"),
    TraceRow("a && npm ci || true", "a; ?npm ci; ?true"),
    TraceRow("(a && npm ci) || exit 1", "a; npm ci; ?exit 1"),
    TraceRow("a && b && npm ci && c", "a; b; npm ci; c"),
    TraceRow("a | b | c", "a; b; c"),
    TraceRow("npm ci | tail -1 && x", "npm ci; tail -1; x"),
    TraceRow("! npm ci", "npm ci"),
    TraceRow("false && npm ci", "false"),
    TraceRow("true || npm ci", "true"),
    TraceRow("true && npm ci", "true; npm ci"),
    TraceRow("! true || npm ci", "true; npm ci"),
    TraceRow(": ; npm ci", ":; npm ci"),
    TraceRow("exit 0; npm ci", "exit 0"),
    TraceRow("exit; npm ci", "exit"),
    TraceRow("a || exit 1; npm ci", "a; ?exit 1; npm ci"),
    TraceRow("a || exit 0; npm ci", "a; ?exit 0; ?npm ci"),
    TraceRow("a || exit $?; npm ci", "a; ?exit _; npm ci"),
    TraceRow("a; rc=$?; exit $rc; npm ci", "a; exit _"),
    TraceRow("echo npm ci", "echo npm ci"),
    TraceRow("{ a; b; } && c", "a; b; c"),
    TraceRow("(exit 1); npm ci", "exit 1; npm ci"),
    TraceRow("(exit 1) && npm ci", "exit 1"),
    TraceRow("a &&\\\n  b", "a; b"),
    TraceRow("a &&\n\n b", "a; b"),
    TraceRow("npm \\\n  ci \\\n  --omit=dev", "npm ci --omit=dev"),
    TraceRow("return 0; npm ci", "return 0"),
    TraceRow("exec npm start; npm ci", "exec npm start; npm start"),
    TraceRow("exec >log; npm ci", "exec; npm ci"),
  ]

  static let conditions = [
    TraceRow("if a; then npm ci; fi", "a; ?npm ci"),
    TraceRow("if true; then npm ci; else b; fi", "true; npm ci"),
    TraceRow("if false; then npm ci; else b; fi", "false; b"),
    TraceRow("if a; then b; else c; fi; d", "a; ?b; ?c; d"),
    TraceRow("if false; then a; elif true; then b; else c; fi", "false; true; b"),
    TraceRow("if a; then npm ci; else exit 1; fi", "a; npm ci; ?exit 1"),
    TraceRow("[ \"$NODE_ENV\" = production ] && npm ci", "[ production = production ]; npm ci"),
    TraceRow("[ \"$NODE_ENV\" != production ] && npm ci", "[ production != production ]"),
    TraceRow("[ \"$SECRET\" = y ] && npm ci", "[ _ = y ]; npm ci"),
    TraceRow("[ \"$SECRET\" = y ] && npm ci; :", "[ _ = y ]; ?npm ci; :"),
    TraceRow("test -z \"$EMPTY\" && a; test -n \"$EMPTY\" && b", "test -z ''; a; test -n ''"),
    TraceRow("[ -f x ] || a", "[ -f x ]; ?a"),
    TraceRow("[ 3 -gt 2 ] && [ 2 -ge 3 ] || a", "[ 3 -gt 2 ]; [ 2 -ge 3 ]; a"),
    TraceRow("[ a = a -a b = c ] || a", "[ a = a -a b = c ]; a"),
    TraceRow("[ ! -z x ] && a", "[ ! -z x ]; a"),
    TraceRow("[[ $A == b ]] && npm ci; :", "?npm ci; :"),
    TraceRow("case $NODE_ENV in dev) a;; prod*) b;; *) c;; esac", "b"),
    TraceRow("case $SECRET in dev) a;; *) b;; esac; c", "?a; ?b; c"),
    TraceRow("case x in (y|x) a;; esac", "a"),
    TraceRow("case x in y) a;; esac", ""),
    TraceRow("case x in [a-z]) a;; esac", "a"),
    TraceRow("case x in x) a ;& y) b ;; z) c ;; esac", "a; b"),
    TraceRow("case x in x) a ;;& y) b ;; *) c ;; esac", "a; c"),
    TraceRow("case x in x) a || exit 1 ;; esac; b", "a; ?exit 1; b"),
  ]

  static let loops = [
    TraceRow("for d in a b; do npm ci $d; done", "npm ci a; npm ci b"),
    TraceRow("for d in $LIST; do x $d; done", "x a; x b"),
    TraceRow("for d in $SECRET; do x $d; done", "?x _"),
    TraceRow("for d in *.json; do x \"$d\"; done", "x _"),
    TraceRow("for d in; do x; done", ""),
    TraceRow("for d in a b c; do [ $d = b ] && break; x $d; done", "[ a = b ]; x a; [ b = b ]; break"),
    TraceRow("for d in a b; do [ $d = a ] && continue; x $d; done", "[ a = a ]; continue; [ b = a ]; x b"),
    TraceRow("for d in a b; do (cd $d && npm ci); done", "cd a; ?npm ci; cd b; npm ci"),
    TraceRow("while a; do b; done; c", "a; ?b; c"),
    TraceRow("until curl x; do sleep 1; done && npm ci", "curl x; ?sleep 1; npm ci"),
    TraceRow("while false; do b; done; c", "false; c"),
    TraceRow("while true; do b; done; c", "true; b"),
    TraceRow("while true; do b && break; done; c", "true; b; break; c"),
    TraceRow("x=1; while a; do c $x; x=2; done; d $x", "a; ?c _; d _"),
    TraceRow("for ((i=0;i<3;i++)); do a; done; b", "?a; b"),
  ]

  static let functions = [
    TraceRow("f() { npm ci; }; a", "a"),
    TraceRow("f() { npm ci; }; f", "npm ci"),
    TraceRow("function f { npm $1; }; f ci", "npm ci"),
    TraceRow("f() { return 1; npm ci; }; f || a", "return 1; a"),
    TraceRow("f() { f; }; f; a", "f; a"),
    TraceRow("f() ( cd x; ); f; a", "cd x; a"),
    TraceRow("npm() { echo \"$@\"; }; npm ci; command npm ci", "echo ci; command npm ci; npm ci"),
  ]

  static let wrappers = [
    TraceRow("sh -c 'a && npm ci'", "sh -c a && npm ci; a; npm ci"),
    TraceRow("bash -ec 'a; npm ci'", "bash -ec a; npm ci; a; npm ci"),
    TraceRow("/bin/sh -c \"echo $NODE_ENV; b\"", "/bin/sh -c echo production; b; echo production; b"),
    TraceRow("bash -o pipefail -c 'a | b'", "bash -o pipefail -c a | b; a; b"),
    TraceRow("sh -c 'x $0 $1' n one", "sh -c x $0 $1 n one; x _ one"),
    TraceRow("sh -c \"$SECRET\"", "sh -c _"),
    TraceRow("sh -c 'sh -c \"npm ci\"'", "sh -c sh -c \"npm ci\"; sh -c npm ci; npm ci"),
    TraceRow("sh <<EOF\nnpm ci\nEOF", "sh; npm ci"),
    TraceRow("cat <<EOF\nnpm ci\nEOF", "cat"),
    TraceRow("cat <<'EOF' > x\n$(npm ci)\nEOF\na", "cat; a"),
    TraceRow("cat <<EOF\n$(npm ci)\nEOF", "npm ci; cat"),
    TraceRow("cat <<-A <<B\n\tx\n\tA\ny\nB\nz", "cat; z"),
    TraceRow("exec npm start", "exec npm start; npm start"),
    TraceRow("env A=b npm ci", "env A=b npm ci; npm ci"),
    TraceRow("env -i -u X npm ci", "env -i -u X npm ci; npm ci"),
    TraceRow("command npm ci", "command npm ci; npm ci"),
    TraceRow("command -v npm && a", "command -v npm; a"),
    TraceRow("nohup npm start", "nohup npm start; npm start"),
    TraceRow("time npm ci", "time npm ci; npm ci"),
    TraceRow("timeout -k 5 --signal=9 10 npm ci", "timeout -k 5 --signal=9 10 npm ci; npm ci"),
    TraceRow("nice -n 5 npm ci", "nice -n 5 npm ci; npm ci"),
    TraceRow("sudo -Eu node npm ci", "sudo -Eu node npm ci; npm ci"),
    TraceRow("su-exec node npm ci", "su-exec node npm ci; npm ci"),
    TraceRow("gosu node:node npm ci", "gosu node:node npm ci; npm ci"),
    TraceRow("su node -c 'npm ci'", "su node -c npm ci; npm ci"),
    TraceRow("dumb-init -- npm ci", "dumb-init -- npm ci; npm ci"),
    TraceRow("tini -g -- npm ci", "tini -g -- npm ci; npm ci"),
    TraceRow("ls | xargs -n 1 npm i", "ls; xargs -n 1 npm i; ?npm i _"),
    TraceRow("eval npm \"ci\"", "eval npm ci; npm ci"),
    TraceRow("eval 'a=1; b' && c $a", "eval a=1; b; b; c 1"),
    TraceRow("cross-env NODE_ENV=x npm ci", "cross-env NODE_ENV=x npm ci; npm ci"),
  ]

  static let words = [
    TraceRow("a 'b c' \"d $NODE_ENV\" e\\ f", "a b c d production e f"),
    TraceRow("a $LIST \"$LIST\"", "a a b a b"),
    TraceRow("a $EMPTY \"\" $UNSET x", "a '' x"),
    TraceRow("a ${X:-y} ${NODE_ENV:+z} ${EMPTY:-e} ${EMPTY-n}", "a y z e"),
    TraceRow("a ${X:=v} $X", "a v v"),
    TraceRow("a ${NODE_ENV%tion} ${NODE_ENV#pro} ${NODE_ENV##*d} ${#NODE_ENV}", "a produc duction uction 10"),
    TraceRow("a ${NODE_ENV/x/y} $((1+2)) `b`", "b; a _ _ _"),
    TraceRow("a $(b $(c))", "c; b _; a _"),
    TraceRow("a `b \\`c\\``", "c; b _; a _"),
    TraceRow("a $'x\\ty' $\"z\"", "a x\ty z"),
    TraceRow("x=1 y=$x; a $x$y", "a 11"),
    TraceRow("x=\"1 2\"; a $x \"$x\"", "a 1 2 1 2"),
    TraceRow("x=a; x+=b; c $x", "c ab"),
    TraceRow("x=(1 2 3); a ${x[0]}; b", "a _; b"),
    TraceRow("set -- p q; a \"$@\" $# $2", "set -- p q; a p q 2 q"),
    TraceRow("set -- p q; shift; a $1", "set -- p q; shift; a q"),
    TraceRow("a ~/x ~other", "a /root/x _"),
    TraceRow("read x; a $x", "read x; a _"),
    TraceRow("IFS=,; x=1,2; a $x", "a 1 2"),
    TraceRow("x=$(false) || a", "false; a"),
    TraceRow("a {b,c} !(d) *.e", "a {b,c} _ *.e"),
    TraceRow("a <(b) > c", "b; a _"),
    TraceRow("if a; then x=1; else x=1; fi; b $x", "a; b 1"),
    TraceRow("if a; then x=1; else x=2; fi; b $x", "a; b _"),
    TraceRow("a 2>&1 >/dev/null <in &>all", "a"),
    TraceRow("a=1 b=$a", ""),
    TraceRow("f=npm; $f ci", "npm ci"),
    TraceRow("unset NODE_ENV; a $NODE_ENV x", "unset NODE_ENV; a x"),
  ]

  static let options = [
    TraceRow("set -e; a && npm ci; true", "set -e; a; ?npm ci; true"),
    TraceRow("set -e; a; b", "set -e; a; b"),
    TraceRow("set -e; false; b", "set -e; false"),
    TraceRow("set -e; if false; then a; fi; false || b; c", "set -e; false; false; b; c"),
    TraceRow("set -e; (false); b", "set -e; false"),
    TraceRow("set -e; { false && a; }; b", "set -e; false; b"),
    TraceRow("set -e; ! true; b", "set -e; true; b"),
    TraceRow("set -e; set +e; false; b", "set -e; set +e; false; b"),
    TraceRow("set -euxo pipefail; false | true; b", "set -euxo pipefail; false; true"),
    TraceRow("set -o pipefail; (a && npm ci) | tee x", "set -o pipefail; a; npm ci; tee x"),
    TraceRow("(a && npm ci) | tee x", "a; ?npm ci; tee x"),
    TraceRow("false | true && b", "false; true; b"),
    TraceRow("a; set -n; npm ci", "a; set -n"),
    TraceRow("a; set -o noexec; npm ci", "a; set -o noexec"),
    TraceRow("sh -nc 'npm ci'; a", "sh -nc npm ci; a"),
    TraceRow("bash <<< 'npm ci'; a", "bash; npm ci; a"),
    TraceRow("sh -n <<E\nnpm ci\nE\na", "sh -n; a"),
    TraceRow("alias npm=true\nnpm ci; a", "alias npm=true; ?npm ci; a"),
    TraceRow("alias npm=true; unalias npm\nnpm ci", "alias npm=true; unalias npm; npm ci"),
    TraceRow("alias npm=true; sh -c 'npm ci'", "alias npm=true; sh -c npm ci; npm ci"),
  ]

  @Test(arguments: [lists, conditions, loops, functions, wrappers, words, options].flatMap(\.self))
  func `lists the commands that may run`(_ row: TraceRow) {
    #expect(text(of: traced(row.script)) == row.expected)
  }
}
