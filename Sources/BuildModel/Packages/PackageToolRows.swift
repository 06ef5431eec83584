import Synchronization

/// By what a package tool is known before anything else about it is read.
package struct PackageToolName: Sendable {
  package var tool: PackageTool
  package var programs: [String]
  package var modules: [String]

  package init(tool: PackageTool, programs: [String], modules: [String]) {
    self.tool = tool
    self.programs = programs
    self.modules = modules
  }
}

/// Rows about package tools, each read when it is asked for first: a Dockerfile calls two or three of them.
package final class PackageToolRows: Sendable {
  private let load: @Sendable (Int) -> PackageToolRow?
  private let loaded = Mutex<[Int: PackageToolRow]>([:])

  package init(_ load: @escaping @Sendable (Int) -> PackageToolRow?) {
    self.load = load
  }

  func row(_ index: Int) -> PackageToolRow? {
    if let row = loaded.withLock({ $0[index] }) { return row }
    guard let row = load(index) else { return nil }
    loaded.withLock { $0[index] = row }
    return row
  }
}
