import Foundation
import TestKit
import Testing

/// A file of facts of one's own, by option and by environment.
@Suite struct OwnFactsTests {
  private static let facts = """
    format: 1
    date: 2026-11-24
    rows:
      - repositories: [registry.example.com/base/*]
        kind: slim
        user: app
        users: { root: 0, app: 1000 }
        shell: /bin/sh
        libc: glibc
        size: { download: 30, unpacked: 80 }
        entrypoint: [/usr/bin/serve]
        date: 2026-11-24
        source: our own registry

    """

  private func learner(_ facts: String = facts) throws -> Learner {
    let learner = try Learner()
    try learner.desk.write(Array("FROM registry.example.com/base/web:1\n".utf8), to: "Dockerfile")
    try learner.desk.write(Array(facts.utf8), to: "facts.yml")
    return learner
  }

  @Test func `the option adds rows`() throws {
    let learner = try learner()
    #expect(try !learner.run(["image", "--format", "jsonl", "Dockerfile"]).text.contains("/usr/bin/serve"))
    let output = try learner.run(["image", "--format", "jsonl", "--facts", "facts.yml", "Dockerfile"])
    #expect(output.status == 0)
    #expect(output.text.contains("\"/usr/bin/serve\""), "\(output.text)\(output.errors)")
  }

  @Test func `so does the environment, and the version names it`() throws {
    var learner = try learner()
    learner.variables["STAGECRAFT_FACTS"] = "facts.yml"
    #expect(try learner.run(["image", "--format", "jsonl", "Dockerfile"]).text.contains("\"/usr/bin/serve\""))
    #expect(try learner.run(["--version"]).text.hasSuffix(", and facts.yml\n"))
    #expect(try learner.run(["grade", "Dockerfile"]).text.contains("user app"))
  }

  @Test(arguments: [
    ("kind: slim", "kind: slm", "facts.yml:5:11: `slm` is none of"),
    ("libc: glibc", "libc: glbc", "facts.yml:9:11: `glbc` is none of `glibc`, `musl` and `none`"),
    ("unpacked: 80", "unpackd: 80", "facts.yml:10:27: unknown key `unpackd`"),
  ])
  func `a mistake has its place`(old: String, new: String, words: String) throws {
    let output = try learner(Self.facts.replacing(old, with: new)).run(["grade", "--facts", "facts.yml", "Dockerfile"])
    #expect(output.status == 2)
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  @Test func `a file that is not there is wrong usage`() throws {
    let output = try learner().run(["image", "--facts", "none.yml", "Dockerfile"])
    #expect(output.status == 2)
    #expect(output.errors.contains("none.yml"))
  }
}
