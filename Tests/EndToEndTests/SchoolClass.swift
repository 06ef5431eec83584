import Foundation
import TestKit

/// A folder with the submissions of many students, a tenth of them broken.
struct SchoolClass {
  static let maxSize = 20_000

  /// The submissions by path, with the status that they must get.
  private(set) var statuses: [String: String] = [:]

  init(size: Int, in folder: TemporaryFolder) throws {
    let examples = try Repository.examples()
    for index in 0..<size {
      let path = Self.path(index)
      if let (bytes, status) = Self.broken(index) {
        try folder.write(bytes, to: path)
        statuses[path] = status
      } else if index % 50 == 40 {
        try folder.write([], to: path.prefix { $0 != "/" } + "/notes.txt")
        mkfifo(folder.path + "/" + path, 0o600)
        statuses[path] = "unreadable"
      } else {
        // No two files are the same, so that each result has a digest of its own.
        let text = examples[index % examples.count] + Array("\n# student \(index)\n".utf8)
        try folder.write(text, to: path)
        statuses[path] = "judged"
      }
    }
    // None of these is a submission.
    try folder.write(Array("FROM x".utf8), to: "a7/.git/Dockerfile")
    try folder.write(Array("FROM x".utf8), to: "a7/node_modules/x/Dockerfile")
    try folder.write(Array("x".utf8), to: "a7/Dockerfile.dockerignore")
  }

  /// Names whose order by bytes, by number and by alphabet are three different ones.
  private static func path(_ index: Int) -> String {
    let student = ["a", "Z", "ü", "b-", "日本"][index % 5] + String(index)
    return student + ["/Dockerfile", "/task/Containerfile", "/Dockerfile.final", "/my.Dockerfile"][index % 4]
  }

  private static func broken(_ index: Int) -> (bytes: [UInt8], status: String)? {
    switch index % 50 {
    case 0: (Array("FROM node:26\nRUM npm ci # \(index)\n".utf8), "rejected")
    case 10: ([], "rejected")
    case 20: ([0x7F, 0x45, 0x4C, 0x46, 0] + (0...255) + Array("\(index)".utf8), "rejected")
    case 30: (Array(repeating: UInt8(ascii: "#"), count: maxSize + 1), "unreadable")
    default: nil
    }
  }

  /// The paths in byte order.
  var paths: [String] { statuses.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
