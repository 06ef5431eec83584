import Foundation

/// A file beside the tests that holds what they expect.
///
/// `RECORD_GOLDENS=1` writes it anew; the test that records fails, so that nobody records by accident.
package struct GoldenFile {
  private let url: URL

  /// - Parameters:
  ///   - name: within the folder `Goldens` beside the test.
  ///   - test: the file of the test.
  package init(_ name: String, test: String = #filePath) {
    url = Self.folder(test: test).appendingPathComponent(name)
  }

  /// A generated page in the folder `Documentation` of the project.
  package init(document name: String, test: String = #filePath) {
    url = URL(fileURLWithPath: test).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/\(name)")
  }

  /// What is there, to find the ones that no test wants.
  package static func names(test: String = #filePath) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder(test: test).path))
  }

  /// nil when the bytes are the expected ones, otherwise the first line that differs.
  package func difference(from bytes: [UInt8]) throws -> String? {
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
      return "recorded \(url.lastPathComponent)"
    }
    let expected = [UInt8](try Data(contentsOf: url))
    guard expected != bytes else { return nil }
    let (new, old) = (Self.lines(bytes), Self.lines(expected))
    let index = zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    let place = "\(url.lastPathComponent), line \(index + 1)"
    return "\(place):\n  is       \(Self.line(index, of: new))\n  expected \(Self.line(index, of: old))"
  }

  private static func folder(test: String) -> URL {
    URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Goldens")
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func line(_ index: Int, of lines: [String]) -> String {
    lines.indices.contains(index) ? lines[index].debugDescription : "(no such line)"
  }
}
