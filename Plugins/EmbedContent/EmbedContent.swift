import Foundation
import PackagePlugin

/// Compiles the course into the target `Content`: runs `embedgen` over the folders that hold it.
///
/// The links in `watched/` make the package manager look at those folders for added and deleted files: it follows links
/// inside the folders of its targets, and plans again when something there has changed.
@main
struct EmbedContent: BuildToolPlugin {
  private static let sources = [
    "Lessons": "Lessons",
    "Exercises": "Exercises",
    "Solutions": "Solutions",
    "Facts": "Sources/Content/Facts",
    "Rules": "Sources/Content/Rules",
    "THIRD-PARTY.md": "THIRD-PARTY.md",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let sources = Self.sources.sorted { $0.key < $1.key }
      .map { (name: $0.key, url: root.appending(path: $0.value)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedContent+Files.swift")
    return [
      .buildCommand(
        displayName: "Embedding the course",
        executable: try context.tool(named: "embedgen").url,
        arguments: [output.path] + sources.map { "\($0.name)=\($0.url.path)" },
        inputFiles: try sources.flatMap { try entries(at: $0.url) },
        outputFiles: [output]
      )
    ]
  }

  /// A file, or a folder with everything below it.
  private func entries(at url: URL) throws -> [URL] {
    guard url.hasDirectoryPath || isDirectory(url) else { return [url] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().reduce(into: [url]) {
      $0 += try entries(at: url.appending(path: $1))
    }
  }

  private func isDirectory(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
