import BuildModel
import Course
import Diagnostics

/// The program as it names itself in reports.
enum Program {
  static let name = "stagecraft"
  static let version = "0.1.0"

  /// Program, course, and the day of the facts: what a mark rests on.
  static func versions() throws -> String {
    let catalog = try CourseOption.catalog(CourseOption.folderInEnvironment)
    let course = try catalog.heading()
    let path = FactsOption.pathInEnvironment
    let facts = try FactsOption.load(path)
    let own = path.map { ", and \(Printable.line($0))" } ?? ""
    return "\(name) \(version)\ncourse \(course.version)\nfacts \(facts.baseImages.date)\(own)\n"
  }
}
