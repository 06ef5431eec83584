import BuildModel
import Course
import Diagnostics
import DockerfileSyntax
import Foundation
import Rubric
import TestKit
import Testing

@testable import Engine

/// A file in `Cases`, and what an engine makes of it.
struct BuildCase: Sendable, CustomTestStringConvertible {
  var name: String
  var target: String?
  var arguments: [String: String] = [:]
  /// What the image must hold, so that agreement is not agreement on nothing.
  var built: [String: String] = [:]
  /// Fields in which buildah is known to differ, beside its label.
  var deviating: [String: String] = [:]

  init(
    _ name: String,
    target: String? = nil,
    arguments: [String: String] = [:],
    _ built: [String: String] = [:],
    deviating: [String: String] = [:]
  ) {
    self.name = name
    self.target = target
    self.arguments = arguments
    self.built = built
    self.deviating = deviating
  }

  var testDescription: String { name }

  /// The Dockerfile's bytes; `react-node` is the exercise's solution.
  func bytes() throws -> [UInt8] {
    if name == "react-node" { return try Fixture.exercise().solution }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    return [UInt8](try Data(contentsOf: folder.appending(path: "\(name).Dockerfile")))
  }
}

/// What the tests of this target build from.
enum Fixture {
  static let node = "docker.io/library/node:26-alpine"
  static let nginx = "docker.io/library/nginx:1.29-alpine"

  /// Stand-ins with the configuration that the facts have of the real ones.
  static func images() throws -> StandInImages {
    let facts = try CourseFacts().baseImages
    return try StandInImages.standing(
      [node, nginx].map { name in (name, facts.row(for: try ImageReference(name)).map(instructions) ?? "") }
    )
  }

  private static func instructions(of row: BaseImageRow) -> String {
    var lines = row.environment.map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1)
      return "ENV \(parts[0])=\"\(parts.count > 1 ? parts[1] : "")\""
    }
    if !row.user.isEmpty { lines.append("USER \(row.user)") }
    if !row.workdir.isEmpty { lines.append("WORKDIR \(row.workdir)") }
    lines += row.ports.map { "EXPOSE \($0)" }
    if !row.entrypoint.isEmpty { lines.append("ENTRYPOINT \(row.entrypoint)") }
    if !row.command.isEmpty { lines.append("CMD \(row.command)") }
    return lines.joined(separator: "\n") + "\n"
  }

  static func exercise() throws -> Exercise {
    let registry = CheckRegistry.standard
    let catalog = try CourseCatalog(EmbeddedCourse(), checks: CheckNames(ids: registry.ids) { registry[$0] })
    return try catalog.exercise("react-node")
  }

  static func plan(target: String? = nil, arguments: [String: String] = [:]) throws -> BuildPlan {
    let facts = try CourseFacts()
    let page = ContentFile(path: "page.html", bytes: Array("<!doctype html>\n".utf8))
    return BuildPlan(
      files: try exercise().files + [page],
      target: target,
      arguments: arguments,
      facts: facts.baseImages,
      packageManagers: facts.packageManagers
    )
  }

  /// A file judged by the rubric, as `grade` does it.
  static func result(_ bytes: [UInt8], name: String, _ plan: BuildPlan) throws -> SubmissionResult {
    let grader = Grader(
      rubric: try exercise().rubric,
      baseImages: plan.facts,
      packageManagers: plan.packageManagers
    )
    return grader.grade(
      SourceFile(path: name, bytes: bytes),
      target: plan.target,
      buildArguments: plan.arguments
    )
  }
}
