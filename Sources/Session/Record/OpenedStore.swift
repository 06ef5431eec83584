import Diagnostics
import Glibc

/// A store that is open, and what the learner should be told about it.
package struct OpenedStore: Sendable {
  package var store: any LearnerStore
  /// nil when all is well.
  package var problem: Text?

  package init(_ store: any LearnerStore, problem: Text? = nil) {
    self.store = store
    self.problem = problem
  }
}

/// Where a program keeps what it needs from one run to the next.
package enum StateFolder {
  /// `stagecraft` below `$XDG_STATE_HOME`, which must be absolute, else below `~/.local/state`; nil without a home.
  package static func path(stateHome: String?, home: String?) -> String? {
    if let stateHome, stateHome.hasPrefix("/") { return stateHome + "/stagecraft" }
    guard let home, home.hasPrefix("/") else { return nil }
    return home + "/.local/state/stagecraft"
  }

  /// What the progress in a course of its own is kept under, so that courses never mix: the course's id, else a digest
  /// of the folder that it lies in.
  package static func name(ofCourse id: String?, in folder: String) -> String {
    if let id { return id }
    guard let path = realpath(folder, nil) else { return digest(folder) }
    defer { free(path) }
    return digest(String(cString: path))
  }

  /// Underscores stand in no id.
  private static func digest(_ path: String) -> String {
    "folder_\(SHA256.hexadecimal(of: Array(path.utf8)).prefix(16))"
  }
}
