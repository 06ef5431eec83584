import BuildModel
import Testing

@Suite struct UserTests {
  typealias Identity = EffectiveUser.Identity

  @Test(
    arguments: [
      ("", .root(.byDefault)),
      ("USER root", .root(.name)),
      ("USER root:node", .root(.name)),
      ("USER root:root", .root(.name)),
      ("USER 0", .root(.number)),
      ("USER 00", .root(.number)),
      ("USER +0", .root(.number)),
      ("USER -0", .root(.number)),
      ("USER 0:0", .root(.number)),
      ("USER 0:1000", .root(.number)),
      ("USER $WHO", .root(.emptyValue)),
      ("USER ${WHO:-root}", .root(.name)),
      ("ARG WHO=0\nUSER $WHO", .root(.number)),
      ("ENV WHO=root\nUSER ${WHO}", .root(.name)),
      ("USER node\nUSER root", .root(.name)),
      ("USER toor", .root(.alias)),
      ("RUN useradd -o -u 0 admin\nUSER admin", .root(.alias)),
      ("RUN useradd --non-unique --uid=0 admin\nUSER admin", .root(.alias)),
      ("RUN usermod -o -u 0 node\nUSER node", .root(.alias)),
      ("RUN adduser -D -u 0 admin\nUSER admin", .root(.alias)),
      ("RUN echo 'admin:x:0:0::/:/bin/sh' >> /etc/passwd\nUSER admin", .root(.alias)),
    ] as [(String, Identity)]
  )
  func `root is root in every spelling`(lines: String, identity: Identity) throws {
    #expect(try JudgedImage("FROM node:26\n" + lines).user.identity == identity)
  }

  @Test(
    arguments: [
      "USER node", "USER node:root", "USER 1000", "USER 1000:0", "USER 01", "USER rooty", "USER ${WHO:-node}",
      "ARG WHO=node\nUSER $WHO", "USER root\nRUN true\nUSER node", "RUN useradd app\nUSER app",
      "RUN adduser -S -D app\nUSER app", "RUN adduser -u 0 -D admin\nRUN deluser admin\nUSER node",
      "USER \"node\"",
    ]
  )
  func `others are not root`(lines: String) throws {
    #expect(try JudgedImage("FROM node:26\n" + lines).user.identity == .other)
  }

  @Test(
    arguments: [
      ("FROM gcr.io/distroless/nodejs24:nonroot", "65532", .other),
      ("FROM gcr.io/distroless/nodejs24:nonroot\nUSER 0", "0", .root(.number)),
      ("FROM example/toor", "toor", .root(.alias)),
      ("FROM scratch", "", .root(.byDefault)),
      ("FROM scratch\nUSER 10001", "10001", .other),
      ("FROM example.org/unknown", "", .unknown),
      ("FROM example.org/unknown\nUSER app", "app", .other),
      ("FROM example.org/unknown\nUSER root", "root", .root(.name)),
      ("FROM node:26 AS a\nUSER node\nFROM a", "node", .other),
      ("FROM node:26 AS a\nUSER node\nFROM a\nUSER root\nFROM a", "node", .other),
      ("FROM node:26 AS a\nUSER node\nFROM node:26", "", .root(.byDefault)),
    ] as [(String, String, Identity)]
  )
  func `the user comes from the base image or the stage below`(text: String, user: String, identity: Identity) throws {
    let found = try JudgedImage(text).user
    #expect(found.text == user)
    #expect(found.identity == identity)
  }

  @Test(
    arguments: [
      ("FROM node:26", "node", true),
      ("FROM node:26", "app", false),
      ("FROM node:26\nRUN useradd --system app", "app", true),
      ("FROM node:26\nRUN useradd -ms /bin/bash app", "app", true),
      ("FROM node:26\nRUN addgroup -S app && adduser -S -G app app", "app", true),
      ("FROM node:26\nRUN adduser node app", "app", false),
      ("FROM node:26\nRUN groupadd app", "app", false),
      ("FROM node:26\nRUN useradd app && userdel app", "app", false),
      ("FROM node:26\nRUN usermod -l app node", "app", true),
      ("FROM node:26\nRUN usermod -l app node", "node", false),
      ("FROM node:26\nRUN if false; then useradd app; fi", "app", false),
      ("FROM node:26\nRUN echo useradd app", "app", false),
      ("FROM node:26\nRUN [\"useradd\", \"app\"]", "app", true),
      ("FROM node:26 AS a\nRUN useradd app\nFROM a", "app", true),
      ("FROM node:26 AS a\nRUN useradd app\nFROM node:26", "app", false),
      (
        "FROM node:26 AS a\nRUN useradd app\nFROM scratch\nCOPY --from=a /etc/passwd /etc/passwd", "app", true
      ),
    ]
  )
  func `users are made and removed by commands that run`(text: String, user: String, exists: Bool) throws {
    let users = try JudgedImage(text).state.users
    #expect(users.has(user) == exists)
    #expect(users.isComplete)
  }

  @Test(arguments: ["FROM example.org/unknown", "FROM node:26\nRUN useradd \"$(cat name)\""])
  func `where some users are not known, it is said`(text: String) throws {
    #expect(try JudgedImage(text).state.users.isComplete == false)
  }
}
