import BuildModel
import DockerfileSyntax
import Foundation
import Testing

/// The trace walks over the instructions for itself: it must come to the values that the build comes to.
struct TraceAgreementTests {
  private static let texts = [
    "FROM node:26 AS b\nENV A=1 B=$A\nARG A=2\nUSER $A\nWORKDIR a\nCMD x\nFROM b\nWORKDIR ../c\nENTRYPOINT y\nENV A=$A",
    "ARG V=26\nFROM node:$V AS b\nONBUILD ENV X=$V\nONBUILD USER u\nFROM b AS c\nSHELL [\"a\"]\nCMD x\nFROM c\n"
      + "ENV Y=$X",
    "FROM scratch\nLABEL a=1 $b=2\nEXPOSE 1-3 9/udp\nVOLUME /a /b\nSTOPSIGNAL 9\nHEALTHCHECK CMD x\nHEALTHCHECK NONE",
    "FROM gcr.io/distroless/x:nonroot\nWORKDIR a\nENTRYPOINT []\nCMD []",
  ]

  @Test(arguments: texts.indices)
  func `agrees with the build`(index: Int) {
    #expect(Self.differences(in: Self.texts[index]) == [])
  }

  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared").standardizedFileURL

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: shared.path)),
    arguments: ["conformance/corpus", "conformance/edge", "conformance/build", "real-node"]
  )
  func `agrees with the build in files of others`(folder: String) throws {
    let root = Self.shared.appendingPathComponent(folder)
    let found = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    let files = found.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath }
    #expect(files.count > 50)
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(Self.differences(in: text) == [], "\(file.lastPathComponent)")
    }
  }

  /// Of every stage that can be named, and of the last one.
  private static func differences(in text: String) -> [String] {
    let document = Document(parsing: Array(text.utf8))
    let names = Set(document.stages.map { document.name(of: $0) }).subtracting([""])
    return ([nil] + names.sorted()).flatMap { target in
      let options = BuildOptions(target: target, baseImages: .forTests, packageManagers: .forTests)
      do throws(BuildError) {
        let build = try Build(of: document, options: options)
        guard let image = build.states[build.target]?.image else { return ["no image"] }
        let trace = ConfigurationTrace(of: build.target, in: document, options: options)
        return Self.compare(image, trace).map { "\(target ?? "-"): \($0)" }
      } catch {
        return []
      }
    }
  }

  private static func compare(_ image: EffectiveImage, _ trace: ConfigurationTrace) -> [String] {
    let fields: [(EffectiveImage.Field, [String]?)] = [
      (.user, image.user.isEmpty ? nil : [image.user]), (.entrypoint, image.entrypoint), (.command, image.command),
      (.shell, image.shell), (.stopSignal, image.stopSignal.isEmpty ? nil : [image.stopSignal]),
      (.healthcheck, image.healthcheck?.test),
      (.workingDirectory, ["", "/"].contains(image.workingDirectory) ? nil : [image.workingDirectory]),
    ]
    var found: [String] = []
    for (field, expected) in fields {
      let value = trace.last(field)?.value
      let isNothing = value == nil || value == [""] || field == .workingDirectory && value == ["/"]
      if (isNothing ? nil : value) != (field == .user && expected == [""] ? nil : expected) {
        found.append("\(field.rawValue): \(value ?? []) is not \(expected ?? [])")
      }
    }
    let entries = trace.environment.compactMap { name, settings in
      settings.last.map { "\(name)=\(trace.settings[$0].value)" }
    }
    if entries.sorted() != image.environment.sorted() { found.append("Env: \(entries) is not \(image.environment)") }
    let labels = trace.labels.compactMapValues { $0.last?.value?.first }
    if labels != image.labels ?? [:] { found.append("Labels: \(labels)") }
    if trace.volumes.keys.sorted().map(\.text) != image.volumes ?? [] { found.append("Volumes: \(trace.volumes.keys)") }
    found += (image.exposedPorts ?? []).filter { trace.change(ofPort: $0) == nil }.map { "port \($0)" }
    if trace.triggers.count != image.onBuild?.count ?? 0 { found.append("OnBuild: \(trace.triggers.count)") }
    return found
  }
}
