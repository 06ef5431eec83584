package import Session

extension ProgressStore {
  /// The learner's own store; one that cannot be opened is left alone, and one in memory takes its place.
  ///
  /// - Parameter folder: where it stands; nil when the learner has no home.
  package static func open(in folder: String?) throws -> OpenedStore {
    guard let folder else {
      return OpenedStore(try inMemory(), problem: Notice.noHome)
    }
    let path = folder + "/progress.sqlite"
    do {
      return OpenedStore(try ProgressStore(path: path))
    } catch {
      return OpenedStore(try inMemory(), problem: Self.notice(error, path: path))
    }
  }

  private static func notice(_ error: OpeningError, path: String) -> Text {
    switch error {
    case .newer: Notice.newerStore(path)
    case .damaged(let reason): Notice.damagedStore(path, reason)
    case .inaccessible(let reason): Notice.noStore(path, reason)
    }
  }
}
