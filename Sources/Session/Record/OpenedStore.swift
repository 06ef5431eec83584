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
}
