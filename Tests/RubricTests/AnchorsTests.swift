import Foundation
import Rubric
import Testing

/// Situations in which linters judge users and health checks wrongly.
@Suite struct AnchorsTests {
  @Test(arguments: Situation.all)
  fileprivate func `user and health check are judged on the final image`(situation: Situation) throws {
    let result = try Judge.standard().grade(situation.text, target: situation.target)
    #expect(result.status("non-root-user") == (situation.isUserRight ? .passed : .failed))
    #expect(result.status("healthcheck") == (situation.isHealthcheckRight ? .passed : .failed))
  }

  @Test(.enabled(if: Corpus.isPresent, "there is no corpus beside the package"), arguments: Corpus.verdicts)
  fileprivate func `the corpus gets its verdicts`(verdict: Corpus.Verdict) throws {
    let text = try Corpus.text(verdict.name)
    let result = try Judge.standard().grade(text, target: verdict.target)
    #expect(result.status("non-root-user") == (verdict.isUserRight ? .passed : .failed))
    #expect(result.status("healthcheck") == (verdict.isHealthcheckRight ? .passed : .failed))
  }
}

private struct Situation: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let target: String?
  let isUserRight: Bool
  let isHealthcheckRight: Bool

  private init(_ name: String, _ text: String, target: String? = nil, user: Bool, healthcheck: Bool) {
    testDescription = name
    self.text = text
    self.target = target
    isUserRight = user
    isHealthcheckRight = healthcheck
  }

  private static let probe = "HEALTHCHECK CMD [\"node\", \"probe.js\"]\n"
  private static let builder = "FROM node:26-alpine AS builder\nRUN npm ci && npm run build\n"
  private static let testsLast = """
    FROM node:26-alpine AS production
    CMD ["node", "index.js"]
    FROM node:26-alpine AS tests
    USER node
    \(probe)CMD ["npm", "test"]

    """

  static let all = [
    Situation("both", builder + "FROM node:26-slim\nUSER node\n" + probe, user: true, healthcheck: true),
    Situation(
      "root in the builder only",
      "FROM node:26 AS builder\nUSER root\nRUN npm ci\nFROM node:26-slim\nUSER node\n" + probe,
      user: true,
      healthcheck: true
    ),
    Situation(
      "both in the builder only",
      "FROM node:26 AS builder\nUSER node\n" + probe + "FROM node:26-slim\nCOPY --from=builder /app /app\n",
      user: false,
      healthcheck: false
    ),
    Situation(
      "inherited from a stage",
      "FROM node:26-slim AS base\nUSER node\n" + probe + builder + "FROM base\nCOPY --from=builder /app /app\n",
      user: true,
      healthcheck: true
    ),
    Situation(
      "a variable that is root",
      "ARG WHO=root\n" + builder + "FROM node:26-slim\nARG WHO\nUSER $WHO\n" + probe,
      user: false,
      healthcheck: true
    ),
    Situation("number zero", builder + "FROM node:26-slim\nUSER 0:0\n" + probe, user: false, healthcheck: true),
    Situation("NONE", builder + "FROM node:26-slim\nUSER node\nHEALTHCHECK NONE\n", user: true, healthcheck: false),
    Situation(
      "back to root",
      builder + "FROM node:26-slim\nUSER node\nRUN date\nUSER root\n" + probe,
      user: false,
      healthcheck: true
    ),
    Situation(
      "comments and heredoc data",
      builder
        + "FROM node:26-slim\nRUN <<A\ncat > notes <<B\nUSER node\nHEALTHCHECK CMD node p.js\nB\nA\n# USER node\n",
      user: false,
      healthcheck: false
    ),
    Situation("a later stage has both", testsLast, user: true, healthcheck: true),
    Situation("an earlier target has neither", testsLast, target: "production", user: false, healthcheck: false),
    Situation("number", builder + "FROM node:26-slim\nUSER 1000:1000\n" + probe, user: true, healthcheck: true),
    Situation(
      "user of the base image",
      builder + "FROM gcr.io/distroless/nodejs24-debian12:nonroot\nHEALTHCHECK CMD [\"/nodejs/bin/node\", \"p.js\"]\n",
      user: true,
      healthcheck: true
    ),
    Situation("neither", builder + "FROM node:26-slim\n", user: false, healthcheck: false),
  ]
}

/// Thirteen files by others, beside the package; what is right about them is known.
private enum Corpus {
  struct Verdict: CustomTestStringConvertible {
    let name: String
    var target: String?
    let isUserRight: Bool
    let isHealthcheckRight: Bool

    var testDescription: String { name + (target.map { ", target \($0)" } ?? "") }

    init(_ name: String, target: String? = nil, user: Bool, healthcheck: Bool) {
      self.name = name
      self.target = target
      isUserRight = user
      isHealthcheckRight = healthcheck
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/anchors-corpus")

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).Dockerfile"), encoding: .utf8)
  }

  static let verdicts = [
    Verdict("A_correct", user: true, healthcheck: true),
    Verdict("B_root_in_builder_only", user: true, healthcheck: true),
    Verdict("C_user_only_in_builder", user: false, healthcheck: false),
    Verdict("D_inherited_user", user: true, healthcheck: true),
    Verdict("E_user_var_root", user: false, healthcheck: true),
    Verdict("F_user_zero", user: false, healthcheck: true),
    Verdict("G_healthcheck_none", user: true, healthcheck: false),
    Verdict("H_back_to_root", user: false, healthcheck: true),
    Verdict("I_comment_and_heredoc_fake", user: false, healthcheck: false),
    Verdict("J_user_root_after_then_dead_stage", user: true, healthcheck: true),
    Verdict("J_user_root_after_then_dead_stage", target: "production", user: false, healthcheck: false),
    Verdict("K_user_rootgroup_numeric", user: true, healthcheck: true),
    Verdict("L_distroless_nonroot", user: true, healthcheck: true),
    Verdict("M_no_user_no_hc", user: false, healthcheck: false),
  ]
}
