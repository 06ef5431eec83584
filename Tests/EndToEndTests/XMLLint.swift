import Foundation
import TestKit

/// xmllint, where the machine has it, and the schemas of JUnit reports, where they lie beside the project.
enum XMLLint {
  private static let program = BuiltProgram(path: "/usr/bin/xmllint")
  private static let folder = URL(fileURLWithPath: Repository.path + "/../shared/formats/schemas").standardizedFileURL
    .path

  static let isHere = FileManager.default.isExecutableFile(atPath: program.path)
  static let hasSchemas = isHere && schemas.allSatisfy { FileManager.default.fileExists(atPath: $0) }
  static let schemas = ["junit-10-jenkins.xsd", "junit-windyroad.xsd"].map { folder + "/" + $0 }

  /// What it has to say against a file; nil for nothing.
  static func complaint(_ file: String, schema: String? = nil) throws -> String? {
    let options = schema.map { ["--schema", $0] } ?? []
    let output = try program.run(["--noout"] + options + [file], environment: [:], folder: "/tmp")
    return output.status == 0 ? nil : String(output.errors.prefix(1000))
  }
}
