import Foundation

/// A program that was built together with the tests.
package struct BuiltProgram: Sendable {
  package struct Output: Sendable {
    package var status: Int32
    package var text: String
    package var errors: String
  }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package let path: String

  /// - Parameter name: of the product; it stands beside the running tests.
  package init(_ name: String) {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    path = tests.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// - Parameter path: of a program of the system.
  package init(path: String) {
    self.path = path
  }

  /// Runs it with its input from a pipe; nil is /dev/null.
  ///
  /// - Parameter patience: in seconds; a program that takes longer is killed, and that is a failure.
  package func run(
    _ arguments: [String] = [],
    input: String? = nil,
    environment: [String: String],
    folder: String,
    patience: Double = 60
  ) throws -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // A file takes any number of complaints while the output is still being read.
    let complaints = try TemporaryFolder()
    try complaints.write([], to: "errors")
    let (source, output) = (Pipe(), Pipe())
    process.standardInput = input == nil ? FileHandle.nullDevice : source
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: complaints.path + "/errors"))
    try process.run()
    let number = process.processIdentifier
    let end = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: end)
    if let input {
      try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try source.fileHandleForWriting.close()
    }
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    end.cancel()
    if process.terminationReason == .uncaughtSignal, process.terminationStatus == SIGKILL {
      throw Failure(description: "\(arguments) did not end within \(patience) s")
    }
    return Output(
      status: process.terminationStatus,
      text: String(decoding: text, as: UTF8.self),
      errors: String(decoding: try complaints.bytes("errors"), as: UTF8.self)
    )
  }
}

/// A folder that is gone when nobody needs it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let name = "stagecraft-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  package func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func holds(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + name)
  }
}
