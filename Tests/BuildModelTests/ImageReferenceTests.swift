import BuildModel
import Testing

@Suite struct ImageReferenceTests {
  private static let digest = "sha256:" + String(repeating: "0af9", count: 16)

  @Test(
    arguments: [
      ("node", "docker.io/library/node", "latest", false),
      ("node:26-alpine", "docker.io/library/node", "26-alpine", true),
      ("bitnami/node", "docker.io/bitnami/node", "latest", false),
      ("docker.io/node", "docker.io/library/node", "latest", false),
      ("index.docker.io/library/node:1", "docker.io/library/node", "1", true),
      ("gcr.io/distroless/nodejs24-debian12:nonroot", "gcr.io/distroless/nodejs24-debian12", "nonroot", true),
      ("localhost/app", "localhost/app", "latest", false),
      ("localhost:5000/app:x", "localhost:5000/app", "x", true),
      ("registry:5000/a/b", "registry:5000/a/b", "latest", false),
      ("a__b/c--d.e", "docker.io/a__b/c--d.e", "latest", false),
      ("node:_x", "docker.io/library/node", "_x", true),
      ("node@\(digest)", "docker.io/library/node", nil, false),
      ("node:26@\(digest)", "docker.io/library/node", "26", true),
    ] as [(String, String, String?, Bool)]
  )
  func `names are normalised as Docker does it`(text: String, repository: String, tag: String?, hasTag: Bool) throws {
    let reference = try ImageReference(text)
    #expect(reference.repository == repository)
    #expect(reference.tag == tag)
    #expect(reference.hasTag == hasTag)
    #expect(reference.digest == (text.contains("@") ? Self.digest : nil))
  }

  @Test(
    arguments: [
      "", ":", "node:", "node:-x", "node@", "node@sha256:12", "Node", "a//b", "/a", "a/", "a..b", "a___b", "a b", "-a",
      "a-", "ex ample.org/a", "host:port/a", "node:\(String(repeating: "x", count: 129))",
      String(repeating: "x", count: 256),
    ]
  )
  func `other texts are no image names`(text: String) {
    #expect(throws: ImageReference.Malformed.self) { try ImageReference(text) }
  }

  @Test(
    arguments: [
      // Found only when the whole is looked at; the small forms of a Kelvin sign and a dotted I are a k and an i.
      ("ab.c:1/d:e\u{212a}", "repository name must be lowercase"), ("d:\u{130}1", "repository name must be lowercase"),
      ("d:\u{c5}1", "invalid reference format"), ("d:-\u{130}", "invalid reference format"),
      ("\u{212a}", "invalid reference format: repository name (library/\u{212a}) must be lowercase"),
    ]
  )
  func `a name that small letters would mend is told from others`(text: String, message: String) throws {
    let error = try #require(throws: ImageReference.Malformed.self) { try ImageReference(text) }
    #expect(Array(error.message.utf8) == Array(message.utf8))
  }

  @Test(
    arguments: [
      ("node", "node:latest"), ("bitnami/node:1", "bitnami/node:1"), ("gcr.io/a/b:c", "gcr.io/a/b:c"),
    ]
  )
  func `people see the short name`(text: String, name: String) throws {
    #expect(try ImageReference(text).familiarName == name)
  }
}
