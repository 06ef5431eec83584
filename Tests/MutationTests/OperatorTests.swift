import BuildModel
import Course
import Diagnostics
import Mutation
import Rubric
import Testing

/// What each operator makes of a small file.
@Suite struct OperatorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var operatorID: String
    var file: String
    /// Ids with the lines that differ: those of the original, `→`, those of the mutant.
    var mutants: [String]

    init(_ operatorID: String, _ file: String, _ mutants: String...) {
      self.operatorID = operatorID
      self.file = file
      self.mutants = mutants
    }

    var testDescription: String { "\(operatorID): \(file.debugDescription)" }
  }

  static func mutants(of file: String, by ids: [String]) throws -> [Mutant] {
    let facts = try CourseFacts()
    let options = BuildOptions(baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    return try Specimen(Array(file.utf8), options: options)
      .mutants(by: MutationOperator.all.filter { ids.contains($0.id) })
  }

  private static func difference(_ file: String, _ mutant: Mutant) -> String {
    let before = file.split(separator: "\n", omittingEmptySubsequences: false)
    let after = String(decoding: mutant.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var old: [Substring] = []
    var new: [Substring] = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(_, let line, _): old.insert(line, at: 0)
      case .insert(_, let line, _): new.append(line)
      }
    }
    return ([mutant.id] + old.map(String.init) + ["→"] + new.map(String.init)).joined(separator: " ")
  }

  private static let two = "FROM golang:1.27 AS build\nWORKDIR /src\nFROM alpine:3.24\nCOPY --from=build /src/a /a\n"

  private static let instructions = [
    Row("drop", "FROM alpine:3.24\nUSER 1\nUSER 2\n", "stage-0/user/drop USER 1 →", "stage-0/user-2/drop USER 2 →"),
    Row(
      "drop",
      "ARG A=1\nFROM alpine:3.24 AS b\nRUN a \\\n  # why\n  && b\n",
      "global/arg/drop ARG A=1 →",
      "b/run/drop RUN a \\   # why   && b →"
    ),
    Row(
      "comment",
      "FROM alpine:3.24\nRUN a \\\n  b\n",
      "stage-0/run/comment RUN a \\   b → # RUN a \\ #   b"
    ),
    Row("echo", "FROM alpine:3.24\nRUN a 'b' \\\n  c\n", "stage-0/run/echo RUN a 'b' \\   c → RUN echo 'RUN a b   c'"),
    Row("label", "FROM alpine:3.24\nUSER \"$A\"\n", "stage-0/user/label USER \"$A\" → LABEL note=\"USER A\""),
    // Neither order makes a difference.
    Row("swap", "FROM alpine:3.24\nEXPOSE 1\nRUN make\nCMD a\nUSER 1\nCOPY a b\nCOPY c d\n"),
    Row("swap", "FROM alpine:3.24\nENV A=1\nCOPY a b\nENV B=2\nCOPY $A b\n", "stage-0/env-2/swap ENV B=2 → ENV B=2"),
  ]

  private static let stages = [
    Row(
      "drop-stage",
      two,
      "build/from/drop-stage FROM golang:1.27 AS build WORKDIR /src →"
    ),
    Row("join", two, "stage-1/from/join FROM alpine:3.24 →"),
    Row(
      "rename",
      two,
      "build/from/rename FROM golang:1.27 AS build → FROM golang:1.27 AS build-x"
    ),
    Row(
      "rename-reference",
      two,
      "stage-1/copy/rename-reference COPY --from=build /src/a /a → COPY --from=build-x /src/a /a"
    ),
    Row(
      "rename-reference",
      "FROM alpine:3.24 AS a\nFROM a\n",
      "stage-1/from/rename-reference FROM a → FROM a-x"
    ),
    Row("drop-from", two, "stage-1/copy/drop-from COPY --from=build /src/a /a → COPY /src/a /a"),
    Row(
      "other-source",
      "FROM alpine:3.24 AS a\nFROM alpine:3.24 AS b\nFROM scratch\nCOPY --from=a / /\n",
      "stage-2/copy/other-source/b COPY --from=a / / → COPY --from=b / /"
    ),
    // It is inherited from there.
    Row("other-stage", "FROM alpine:3.24 AS a\nFROM a\nUSER 1\n"),
  ]

  private static let images = [
    Row(
      "full-base",
      "FROM node:26-alpine3.24\n",
      "stage-0/from/full-base FROM node:26-alpine3.24 → FROM docker.io/library/node:26"
    ),
    Row(
      "full-base",
      "FROM golang:1.27 AS a\nFROM scratch\nCOPY --from=a /b /b\n",
      "stage-1/from/full-base FROM scratch → FROM docker.io/library/golang:1.27"
    ),
    Row("full-base", "FROM nginx:1.30-alpine\n", "stage-0/from/full-base FROM nginx:1.30-alpine → FROM debian:13"),
    Row("full-base", "FROM node:26\n"),
    Row("root", "FROM alpine:3.24\nUSER 7:7\nUSER root\n", "stage-0/user/root USER 7:7 → USER root"),
    Row("back-to-root", "FROM alpine:3.24\nUSER 7\nCMD a", "stage-0/user/back-to-root → USER root "),
    Row("unknown-user", "FROM alpine:3.24\nUSER 7\n", "stage-0/user/unknown-user USER 7 → USER somebody"),
    Row("none", "FROM alpine:3.24\nHEALTHCHECK CMD a\n", "stage-0/healthcheck/none → HEALTHCHECK NONE"),
    Row(
      "cannot-fail",
      "FROM alpine:3.24\nHEALTHCHECK --retries=2 \\\n  CMD a || exit 1\n",
      "stage-0/healthcheck/cannot-fail   CMD a || exit 1 →   CMD (a || exit 1) || true"
    ),
    Row(
      "cannot-fail",
      "FROM alpine:3.24\nHEALTHCHECK CMD [\"a\", \"b\"]\n",
      "stage-0/healthcheck/cannot-fail HEALTHCHECK CMD [\"a\", \"b\"] → HEALTHCHECK CMD [\"true\", \"b\"]"
    ),
  ]

  private static let words = [
    Row(
      "drop-flag",
      "FROM alpine:3.24\nHEALTHCHECK --interval=30s --timeout=3s CMD a\nCOPY --chown=1 --from=b c d\n",
      "stage-0/healthcheck/drop-flag/timeout HEALTHCHECK --interval=30s --timeout=3s CMD a → "
        + "HEALTHCHECK --interval=30s CMD a",
      "stage-0/copy/drop-flag/chown COPY --chown=1 --from=b c d → COPY --from=b c d"
    ),
    Row(
      "drop-option",
      "FROM alpine:3.24\nRUN npm ci --omit=dev\nCMD [\"a\", \"-b\", \"c\"]\n",
      "stage-0/run/drop-option/--omit RUN npm ci --omit=dev → RUN npm ci ",
      "stage-0/cmd/drop-option/-b CMD [\"a\", \"-b\", \"c\"] → CMD [\"a\", \"c\"]"
    ),
    Row(
      "misspell-option",
      "FROM alpine:3.24\nRUN npm ci --omit=dev -x\n",
      "stage-0/run/misspell-option/--omit RUN npm ci --omit=dev -x → RUN npm ci --oimt=dev -x"
    ),
    Row(
      "drop-command",
      "FROM alpine:3.24\nRUN a && \\\n  b && c\nRUN d || e\nRUN f\n",
      "stage-0/run/drop-command/1 RUN a && \\   b && c → RUN b && c",
      "stage-0/run/drop-command/2   b && c →   c",
      "stage-0/run/drop-command/3   b && c →   b"
    ),
    Row(
      "drop-assignment",
      "FROM alpine:3.24\nRUN CGO_ENABLED=0 GOOS=linux go build\n",
      "stage-0/run/drop-assignment/1 RUN CGO_ENABLED=0 GOOS=linux go build → RUN go build"
    ),
    Row(
      "break-path",
      """
      FROM alpine:3.24 AS a
      FROM alpine:3.24
      WORKDIR /app
      COPY --from=a /b/c/ ./
      COPY src/ d
      CMD ["n", "-i", "s/i.js"]

      """,
      "stage-1/workdir/break-path/folder WORKDIR /app → WORKDIR /x-app",
      "stage-1/copy/break-path/source COPY --from=a /b/c/ ./ → COPY --from=a /b/x-c/ ./",
      "stage-1/copy/break-path/destination COPY --from=a /b/c/ ./ → COPY --from=a /b/c/ ./elsewhere/",
      "stage-1/copy-2/break-path/destination COPY src/ d → COPY src/ x-d",
      "stage-1/cmd/break-path/word-3 CMD [\"n\", \"-i\", \"s/i.js\"] → CMD [\"n\", \"-i\", \"s/x-i.js\"]"
    ),
    Row(
      "other-value",
      "FROM alpine:3.24\nENV NODE_ENV=production A=0\n",
      "stage-0/env/other-value/NODE_ENV ENV NODE_ENV=production A=0 → ENV NODE_ENV=development A=0",
      "stage-0/env/other-value/A ENV NODE_ENV=production A=0 → ENV NODE_ENV=production A=1"
    ),
    Row(
      "drop-pair",
      "FROM alpine:3.24\nENV A=1 B=2\nENV C=3\n",
      "stage-0/env/drop-pair/A ENV A=1 B=2 → ENV B=2",
      "stage-0/env/drop-pair/B ENV A=1 B=2 → ENV A=1 "
    ),
    Row(
      "other-port",
      "FROM alpine:3.24\nEXPOSE 80 443/udp\n",
      "stage-0/expose/other-port/443/udp EXPOSE 80 443/udp → EXPOSE 80 1443/udp",
      "stage-0/expose/other-port/80 EXPOSE 80 443/udp → EXPOSE 180 443/udp"
    ),
  ]

  @Test(arguments: instructions + stages + images + words)
  func `makes its faults`(row: Row) throws {
    let mutants = try Self.mutants(of: row.file, by: [row.operatorID])
    #expect(mutants.map { Self.difference(row.file, $0) }.sorted() == row.mutants.sorted())
  }

  @Test(
    arguments: [
      ("swap", "FROM alpine:3.24\nCOPY . .\nRUN make", "FROM alpine:3.24\nRUN make\nCOPY . .\n"),
      ("swap", "FROM alpine:3.24\nRUN a\nUSER 1\n", "FROM alpine:3.24\nUSER 1\nRUN a\n"),
      (
        "put-last", "FROM alpine:3.24 AS test\nRUN a\nFROM alpine:3.24 AS b",
        "FROM alpine:3.24 AS b\nFROM alpine:3.24 AS test\nRUN a\n"
      ),
      (
        "other-stage", "FROM alpine:3.24 AS a\nRUN b\n\nFROM alpine:3.24\nUSER 1\nRUN x\n",
        "FROM alpine:3.24 AS a\nRUN b\nUSER 1\n\nFROM alpine:3.24\nRUN x\n"
      ),
    ]
  )
  func `moves lines`(operatorID: String, file: String, moved: String) throws {
    let mutants = try Self.mutants(of: file, by: [operatorID])
    #expect(mutants.map { String(decoding: $0.bytes, as: UTF8.self) } == [moved])
  }

  @Test func `every operator is tried`() {
    let moves = ["put-last", "other-stage"]
    let tried = Set(moves + (Self.instructions + Self.stages + Self.images + Self.words).map(\.operatorID))
    #expect(MutationOperator.all.map(\.id).filter { !tried.contains($0) } == [])
    #expect(Set(MutationOperator.all.map(\.id)).count == MutationOperator.all.count)
  }

  @Test func `each file is made once, with an id of its own`() throws {
    let mutants = try Self.mutants(of: Self.two, by: MutationOperator.all.map(\.id))
    #expect(Set(mutants.map(\.id)).count == mutants.count)
    #expect(Set(mutants.map(\.bytes)).count == mutants.count)
    #expect(!mutants.contains { $0.bytes == Array(Self.two.utf8) })
    #expect(mutants.allSatisfy { Int($0.range.upper) <= Self.two.utf8.count && !$0.range.isEmpty })
  }

  @Test func `words stand for the instruction that they are not`() throws {
    let mutants = try Self.mutants(of: "FROM alpine:3.24\nUSER 7\n", by: ["drop", "comment", "echo", "label"])
    #expect(mutants.map(\.standsFor) == [nil, "stage-0/user/drop", "stage-0/user/drop", "stage-0/user/drop"])
  }

  @Test func `a file that Docker refuses is no specimen`() {
    #expect(throws: BuildError.self) { try Self.mutants(of: "FORM alpine\n", by: ["drop"]) }
  }

  @Test func `families name checks that there are`() {
    let known = Set(CheckRegistry.standard.ids)
    for family in FaultFamily.allCases {
      #expect(family.checks.subtracting(known) == [], "\(family)")
      #expect(!family.checks.isEmpty, "\(family)")
    }
  }
}
