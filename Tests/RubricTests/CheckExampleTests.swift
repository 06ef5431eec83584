import Diagnostics
import Foundation
import Rubric
import Testing

@Suite struct CheckExampleTests {
  @Test(arguments: Variation.allCases, GoodExample.all)
  fileprivate func `what a check calls good passes it`(variation: Variation, example: GoodExample) throws {
    if example.asked.countsStages, variation == .behindAnotherStage { return }
    let text = variation.apply(to: example.asked.dockerfile)
    let result = try Judge.standard().result(of: example.check, in: text, asked: example.asked)
    #expect(result.status == .passed, "\(result.message)")
    #expect(!result.message.isEmpty && !result.message.contains("\n"))
  }

  @Test(arguments: Variation.allCases, BadExample.all)
  fileprivate func `what a check calls bad is found at its mark`(variation: Variation, example: BadExample) throws {
    if example.asked.countsStages, variation == .behindAnotherStage { return }
    let marked = try #require(MarkedText(variation.apply(to: example.asked.dockerfile)))
    let result = try Judge.standard().result(of: example.check, in: marked.text, asked: example.asked)
    let file = SourceFile(path: "Dockerfile", text: marked.text)
    #expect(result.status == .failed, "\(result.message)")
    #expect(result.range == marked.range, "points at \(result.range.map(file.text(in:)) ?? "nothing")")
    #expect(result.reason?.isEmpty == false && !result.message.isEmpty)
    #expect(!result.message.contains("\n"))
  }

  /// A rubric's feedback may fill them in.
  @Test(arguments: BadExample.all)
  fileprivate func `what a check publishes is there when it fails`(example: BadExample) throws {
    let check = example.check
    guard !check.publishes.isEmpty || check.countsParts else { return }
    let text = example.asked.dockerfile.filter { $0 != "⟦" && $0 != "⟧" }
    let image = try Judge.standard().image(of: text, ignoreFile: example.asked.ignoreFile)
    let asked = try check.asked(with: example.asked.arguments)
    guard example.asked.stage == .final, case .failed(let finding) = asked.judge(image) else { return }
    #expect(Set(finding.values.keys) == Set(check.publishes))
    #expect((finding.share != nil) == check.countsParts)
  }
}

@Suite struct CheckRegistryTests {
  private static let registry = CheckRegistry.standard

  /// `Sources/Rubric/Checks/NonRootUser.swift` holds `non-root-user`.
  @Test func `knows the checks of its folder`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Rubric/Checks")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.allSatisfy { $0.hasSuffix(".swift") })
    let ids = names.map { name in
      name.dropLast(".swift".count).reduce(into: "") { id, letter in
        id += letter.isUppercase ? (id.isEmpty ? "" : "-") + letter.lowercased() : String(letter)
      }
    }
    #expect(Set(ids) == Set(Self.registry.ids))
    #expect(ids.count == Self.registry.ids.count)
  }

  @Test func `lists every check once, in byte order`() {
    let ids = Self.registry.ids.map { Array($0.utf8) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test(
    arguments: [
      "builder-stage", "production-stage", "production-dependencies", "non-root-user", "user-exists", "healthcheck",
      "healthcheck-probe",
    ]
  )
  func `has what the main exercise is named for`(id: String) throws {
    #expect(try #require(Self.registry[id]).id == id)
  }

  @Test(arguments: registry.checks.map(\.id))
  func `explains every check, with examples`(id: String) throws {
    let check = try #require(Self.registry[id])
    #expect(!check.title.isEmpty && !check.rationale.isEmpty)
    #expect(!check.good.isEmpty)
    // The calendar is no property of the Dockerfile: an ended release is worth a note.
    #expect(check.bad.isEmpty == (id == "living-release"))
    for needed in check.needs { #expect(Self.registry[needed] != nil, "\(needed)") }
    let names = check.placeholders
    #expect(Set(names).count == names.count)
  }
}

/// Ways of writing the same thing otherwise.
private enum Variation: CaseIterable {
  case asWritten, withCarriageReturns, behindComment, behindWideComment, behindAnotherStage

  func apply(to text: String) -> String {
    switch self {
    case .asWritten: text
    case .withCarriageReturns: text.replacing("\n", with: "\r\n")
    case .behindComment: "# What the image is for\n\n" + text
    case .behindWideComment: "# Für das Hafenbüro — 港 🚢\n" + text
    case .behindAnotherStage: "FROM alpine:3.24 AS unused\nRUN apk add --no-cache git\nUSER root\n\n" + text
    }
  }
}

private struct GoodExample: CustomTestStringConvertible {
  let check: Check
  let index: Int
  var asked: CheckExample { check.good[index] }
  var testDescription: String { "\(check.id), good \(index)" }

  static let all = CheckRegistry.standard.checks.flatMap { check in
    check.good.indices.map { GoodExample(check: check, index: $0) }
  }
}

private struct BadExample: CustomTestStringConvertible {
  let check: Check
  let index: Int
  var asked: CheckExample { check.bad[index] }
  var testDescription: String { "\(check.id), bad \(index)" }

  static let all = CheckRegistry.standard.checks.flatMap { check in
    check.bad.indices.map { BadExample(check: check, index: $0) }
  }
}

extension CheckExample {
  /// Another stage in front would change what it says.
  fileprivate var countsStages: Bool { dockerfile.contains("--from=⟦0⟧") || isAboutAllStages }
}
