import Diagnostics
import Testing

@testable import ShellSyntax

@Suite struct HostileScriptTests {
  static let scripts: [String] = [
    String(repeating: "(", count: 100_000),
    String(repeating: "((", count: 50_000),
    String(repeating: "$(", count: 100_000),
    String(repeating: "$((", count: 100_000),
    String(repeating: "${a:-", count: 100_000),
    String(repeating: "\"$(", count: 50_000),
    String(repeating: "{ ", count: 100_000),
    String(repeating: "if ", count: 100_000),
    String(repeating: "case x in x) ", count: 20_000),
    String(repeating: "`", count: 100_001),
    String(repeating: "\\`", count: 100_000),
    String(repeating: "<<a ", count: 50_000),
    String(repeating: "<<-\n", count: 50_000),
    String(repeating: "a;", count: 200_000),
    String(repeating: "a ", count: 300_000),
    String(repeating: "a&&", count: 100_000),
    String(repeating: "a|", count: 100_000),
    String(repeating: "! ", count: 100_000),
    String(repeating: ")", count: 100_000),
    String(repeating: "'", count: 100_001),
    String(repeating: "\"", count: 100_001),
    String(repeating: "f() ", count: 50_000),
    String(repeating: "function ", count: 50_000),
    String(repeating: "for x in a b c d e f; do ", count: 30) + "y" + String(repeating: "; done", count: 30),
    String(repeating: "while a; do ", count: 39) + "x=$y" + String(repeating: "; done", count: 39),
    "f() { f; f; }; f",
    "f() { eval 'f; f'; }; f",
    "x=aaaaaaaaaaaaaaaa;" + String(repeating: "x=$x$x$x;", count: 200) + "a $x",
    "x=a;" + String(repeating: "x=\"$x \"$x;", count: 200) + String(repeating: "a $x;", count: 2_000),
    "set -- " + String(repeating: "'' ", count: 20_000) + ";" + String(repeating: "a \"$@\";", count: 5_000),
    "x=" + String(repeating: "a", count: 60_000) + ";" + String(repeating: "a ${x%%*b*b*b*b*c};", count: 500),
    String(repeating: "case aaaaaaaaaaaaaaaaaaaaaaaaaaaaa in *a*a*a*a*a*b) ;; esac;", count: 5_000),
    (0..<5_000).map { "export a\($0)=1; b \($0) || c\($0)=1;" }.joined(),
    (0..<5_000).map { "f\($0)() { a || b; }; f\($0);" }.joined(),
    "sh -c " + String(repeating: "\"sh -c ", count: 50),
    "[ " + String(repeating: "( ", count: 5_000) + "a ]",
    "[ " + String(repeating: "! ", count: 5_001) + "a ]",
    "{ " + String(repeating: "a; ", count: 5_000) + "}" + String(repeating: " > b", count: 5_000),
    "cd " + String(repeating: "../x/", count: 5_000) + "; " + String(repeating: "cd x;", count: 10_000),
    "exit 99999999999999999999; shift -1; break -9; return -5",
    "for i in 1; do break 99999999999999999999; shift 9223372036854775807; done",
    "\0\u{1}\u{7F}a\0b",
    "$'\\", "$'\\x", "$'\\777\\U99999999'", "${", "${#", "${##}", "${a", "$", "\\", "`\\", "a=(", "a[", "[[", "((",
    "case", "case x", "case x in", "for", "for x", "for x in", "if", "while", "function", "f()", "<", "<<", "<<<",
    "&", "&&", "|", "||", ";", ";;", "!", "{", "}", "(", ")", "a &&", "a |", ">&", "2>", "<(", "!(", "env", "timeout",
    "sudo", "sh -c", "sh -o", "xargs", "eval", "exec", "su -c", "command", "[", "test", "env -u", "timeout 5",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: scripts.indices)
  func `survives hostile scripts`(_ index: Int) {
    check(Array(Self.scripts[index].utf8))
  }

  /// Pieces of grammar put together at random, and bytes that are none.
  @Test(.timeLimit(.minutes(2)), arguments: 0..<16)
  func `keeps ranges within any bytes`(_ seed: Int) {
    let pieces = [
      "a", "npm ci", " ", "\n", ";", "&", "&&", "||", "|", "(", ")", "{ ", "}", "if ", "then ", "else ", "fi",
      "for x in ",
      "do ", "done", "while ", "case ", "esac", "in ", ";;", "$x", "${x:-", "$(", "$((", "))", "`", "'", "\"", "\\",
      "\\\n",
      "<<E\n", "\nE\n", "<", ">", "2>&1", "x=", "export ", "sh -c ", "eval ", "[ ", " ]", "=", "!", "#", "*", "exit ",
      "f() ",
      "cd ", "env ", "set -e", "é", "\0", "$'", "[[ ", "]]", "~", "function ", "break", "$@", "$?", "${x%", "*}",
    ]
    var random = SplitMix(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(random.next() % 40) {
        if random.next() % 16 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random.next()))
        } else {
          bytes += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8)
        }
      }
      check(bytes)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let found = trace(bytes, environment: tableEnvironment)
    var ranges = found.executions.map(\.range) + found.executions.flatMap { $0.words.map(\.range) }
    ranges += found.executions.flatMap { $0.redirections.map(\.target.range) }
    if let problem = found.problem { ranges.append(problem.range) }
    let isInside = ranges.allSatisfy { $0.lower <= $0.upper && Int($0.upper) <= bytes.count }
    #expect(isInside, "a range lies outside of \(String(decoding: bytes.prefix(200), as: UTF8.self))")
    #expect(found.executions.allSatisfy { !$0.words.isEmpty })
  }
}

/// A small generator with a fixed sequence for each seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
