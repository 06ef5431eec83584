import Foundation
import Glibc
import Synchronization

/// Folders that go when the tests end, for what a `static let` holds: such a value is never let go.
package enum ExitCleanup {
  private static let folders = Mutex<[String]>([])

  private static let isArranged: Bool =
    atexit {
      for folder in ExitCleanup.folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
    } == 0

  package static func remove(_ folder: String) {
    precondition(isArranged, "no room for another function at exit")
    folders.withLock { $0.append(folder) }
  }
}
