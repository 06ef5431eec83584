import Diagnostics
import Testing

@testable import ShellSyntax

@Suite struct PlainScriptTests {
  @Test(arguments: [
    "npm ci", "npm ci && npm run build", "apk add --no-cache curl; npm ci --omit=dev\n", "echo a && npm ci; b && c ; d",
    "printf '%s {x}' \"a b\"'c' d && x", "a\n\n b\t&& c\n", "addgroup -S app&&adduser -S -G app app", "a ''",
    "cd /app && npm ci && cd ../b && c", "cd /app; npm ci", "npm ci > log 2>&1 < in", "a $B \"$A ${A}\"x$A$U",
    "rm -rf /var/lib/apt/lists/*", "a [b] {c,d} x}y '*' \"[\"]* {e} ?",
  ])
  func `reads what is plain`(script: String) throws {
    let bytes = Array(script.utf8)
    let plain = try #require(plainTrace(bytes, environment: Self.environment))
    #expect(Self.text(plain) == Self.text(followed(bytes)))
  }

  @Test(arguments: [
    "", " \n", "cd && a", "npm ci || true", "npm ci | tail", "npm ci <<< log", "a $D", "a $G", "a $PWD", "a ${A:-x}",
    "a `b`", "a \"$(b)\"", "a $1", "a\\\nb", "set a", "set -n", "a && set -e; b", "a | cd b", "> x a", "a > $N",
    "a |& b", "* a", "# a", "a # b", "A=1 b", "if a; then b; fi", "a &", "a &&", "a ;; b", "! a", "sh -c a",
    "/bin/sh -c a", "sudo a", "exit 1", "a ~", "(a)", "'a' b", "a 'b", "[ -f a ]", "while", "/usr/bin/env a",
  ])
  func `leaves all else to the tracer`(script: String) {
    #expect(plainTrace(Array(script.utf8), environment: Self.environment) == nil)
  }

  @Test(arguments: UInt64(0)..<400)
  func `says what the tracer says`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces = [
      "npm", "ci", " ", " ", " ", "\t", ";", "\n", "&&", " && ", "; ", "echo", "true", "printf", "a=b", "--omit=dev",
      "'q r'", "\"s\"", "/usr/bin/x", "é", "in", "fi", "false", "cd", "-", ".", "\r", "&", "|", "#", "~", "}", "]", "*",
      "[", "{", ",", "?", "cd /app && ", "..", " | ", "| a", " > ", "2>&1", " < x", ">>", "$A", "$B", "${A}", "$N",
      "$D", "\"$D x$U\"", "$U", "$HOME", "set -e; ", "set -eux\n", "set -o pipefail; ", "a | b", "cd x; ", "9",
    ]
    for _ in 0..<25 {
      let count = Int.random(in: 1...14, using: &random)
      let script = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      let bytes = Array(script.utf8)
      guard let plain = plainTrace(bytes, environment: Self.environment) else { continue }
      #expect(Self.text(plain) == Self.text(followed(bytes)), "\(script.debugDescription)")
    }
  }

  @Test(arguments: [["npm", "start"], ["node", "a b", ""], ["./x", "$A"]])
  func `starts a program without a shell as the tracer does`(words: [String]) {
    let words = words.enumerated().map { ShellWord($1, at: SourceRange(UInt32(10 * $0), UInt32(10 * $0 + 5))) }
    let plain = trace(exec: words, environment: { _ in nil })
    let followed = trace(exec: words, environment: { _ in nil }, options: Self.tracerOptions)
    #expect(Self.text(plain) == Self.text(followed))
  }

  /// Positional parameters, which nothing plain looks at, keep a script from being taken for plain.
  private static var tracerOptions: ShellOptions {
    var options = ShellOptions()
    options.arguments = [.known("x")]
    return options
  }

  private func followed(_ bytes: [UInt8]) -> ShellTrace {
    trace(bytes, environment: Self.environment, options: Self.tracerOptions)
  }

  /// `U` is not known, `N` not set, `D` makes several words and `G` a pattern.
  private static let environment: @Sendable (String) -> ShellValue? = { name in
    switch name {
    case "A": .known("v")
    case "B": .known("")
    case "D": .known("x y")
    case "G": .known("*")
    case "U": .unknown
    default: nil
    }
  }

  /// All that a trace says.
  private static func text(_ trace: ShellTrace) -> String { String(describing: trace) }
}
