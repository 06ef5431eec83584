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
      ("RUN useradd -ou0 admin\nUSER admin", .root(.alias)),
      ("RUN useradd -M -o -u0x0 admin\nUSER admin", .root(.alias)),
      ("RUN adduser -Du0 admin\nUSER admin", .root(.alias)),
      ("RUN usermod -ou 0 -l admin node\nUSER admin", .root(.alias)),
      ("RUN echo admin:x:0:0::/: | tee -a /etc/passwd\nUSER admin", .root(.alias)),
      ("RUN cd /etc && printf 'admin:x:0:0::/:\\n' >> passwd\nUSER admin", .root(.alias)),
      ("RUN cat >> /etc/passwd <<E\nadmin:x:0:0::/:\nE\nUSER admin", .root(.alias)),
      ("RUN <<E\ncat >> /etc/passwd <<F\nadmin:x:0:0::/:\nF\nE\nUSER admin", .root(.alias)),
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
      "USER \"node\"", "RUN useradd -mu1000 app\nUSER app", "RUN useradd -mu 1000 app\nUSER app",
      "RUN sed -i 's|/bin/sh|/sbin/nologin|' /etc/passwd\nUSER node",
      "RUN sed -i -e '/^games:/d' -e '$d' /etc/passwd\nUSER node", "RUN sed 's/1000/0/' /etc/passwd\nUSER node",
      "RUN sed -i 's/1000/0/' /etc/passwd && useradd -u 1001 app\nUSER app",
      "RUN sed -i 's/1000/0/' /etc/passwd\nUSER 1000", "RUN sed -i 's/1000/0/' /etc/group\nUSER node",
    ]
  )
  func `others are not root`(lines: String) throws {
    #expect(try JudgedImage("FROM node:26\n" + lines).user.identity == .other)
  }

  @Test(
    arguments: [
      "sed -i s/1000/0/ /etc/passwd", "sed -i 's/x:[^:]*/x:/' /etc/passwd", "sed -ri 's|^node:x|node|' /etc/passwd",
      "sed -i \"$(cat edit)\" /etc/passwd", "sed -i -f edit.sed /etc/passwd", "sed --in-place=.old y/1/0/ /etc/passwd",
      "sed s/1000/0/ /etc/passwd > /etc/passwd", "cp /tmp/passwd /etc/passwd", "awk 1 /tmp/p > /etc/passwd",
      "curl x | tee /etc/passwd", "cd /etc && mv /tmp/p passwd",
    ]
  )
  func `a user's number is not known after an edit`(command: String) throws {
    #expect(try JudgedImage("FROM node:26\nRUN \(command)\nUSER node").user.identity == .unknown)
    #expect(try JudgedImage("FROM node:26\nRUN \(command)\nUSER root").user.identity == .root(.name))
  }

  @Test(
    arguments: [
      ("FROM node:26", "node", true), ("FROM node:26", "www-data", true), ("FROM node:26", "app", false),
      ("FROM node:26\nRUN groupadd -g 1001 app", "app", true), ("FROM node:26\nRUN addgroup -S app", "app", true),
      ("FROM node:26\nRUN adduser -D app", "app", true), ("FROM node:26\nRUN addgroup node app", "app", false),
      ("FROM node:26\nRUN echo app:x:1: >> /etc/group", "app", nil), ("FROM example.org/unknown", "app", nil),
      ("FROM node:26\nCOPY group /etc/group", "app", nil), ("FROM node:26\nRUN delgroup x", "app", nil),
      ("FROM scratch", "www-data", false),
      ("FROM node:26 AS a\nRUN groupadd app\nFROM scratch\nCOPY --from=a /etc /etc", "app", true),
      ("FROM node:26 AS a\nRUN groupadd app\nFROM scratch\nCOPY --from=a /etc/passwd /etc/", "app", false),
    ]
  )
  func `groups are known as far as users are`(text: String, group: String, exists: Bool?) throws {
    #expect(try JudgedImage(text).state.users.hasGroup(group) == exists)
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
      ("FROM node:26 AS a\nRUN useradd app\nFROM scratch\nCOPY --from=a /etc/passwd /etc/", "app", true),
      ("FROM node:26 AS a\nRUN useradd app\nFROM node:26\nCOPY --from=a /etc/passwd /tmp/", "app", false),
      ("FROM scratch AS a\nCOPY x /x\nFROM node:26\nCOPY --from=a / /", "node", true),
      ("FROM node:26 AS a\nRUN useradd app\nFROM node:26\nCOPY --from=a / /a/", "app", false),
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
