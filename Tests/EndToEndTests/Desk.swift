import Foundation
import TestKit

/// One file of each kind that `grade` may meet.
enum Desk {
  static let refused = "FROM node:26-alpine\nWORKDR /app\nHEALTCHECK NONE\n"

  static func lay(on folder: TemporaryFolder) throws {
    try folder.write(try Repository.bytes(Repository.solution), to: "good")
    try folder.write(try Repository.bytes(Repository.start), to: "start")
    try folder.write(Array(refused.utf8), to: "refused")
    try folder.write([0x7F, 0x45, 0x4C, 0x46] + (0...255) + [0, 0, 0x0A, 0xFF], to: "binary")
    try folder.write([], to: "nothing")
    try folder.write([0x78], to: "folder/notes.txt")
    try folder.write([], to: "big")
    truncate(folder.path + "/big", 100 << 20)
    mkfifo(folder.path + "/pipe", 0o600)
  }
}

extension Learner {
  /// A learner with one file of each kind.
  static func withFiles() throws -> Learner {
    var learner = try Learner()
    // Wide enough to keep messages in one line.
    learner.variables["COLUMNS"] = "120"
    try Desk.lay(on: learner.desk)
    return learner
  }

  func grade(_ arguments: [String] = [], input: String? = nil, patience: Double = 60) throws -> BuiltProgram.Output {
    try run(["grade"] + arguments, input: input, patience: patience)
  }
}

extension BuiltProgram.Output {
  /// The output without line breaks, wherever a width put them.
  var words: String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }
}
