/// What a stage is for when a target is built.
package enum StageRole: Hashable, Sendable {
  /// The one that is built.
  case target
  /// The image starts from it.
  case base
  /// It gives files to the image: the instructions that carry them there.
  case gives([Origin])
  /// It runs because these other stages need it, and nothing of it is in the image.
  case supports([Int])
  /// The target does not need it.
  case dead
}

extension JudgedImage {
  package func role(of stage: Int) -> StageRole {
    roles(of: [stage]).first ?? .dead
  }

  /// The roles of all stages, in file order.
  package var roles: [StageRole] { roles(of: Array(build.stages.indices)) }

  private func roles(of stages: [Int]) -> [StageRole] {
    let carriers = carriers
    let users = users
    let own = Set(state.chain)
    return stages.map { stage in
      guard build.states.indices.contains(stage), build.states[stage] != nil else { return .dead }
      if stage == build.target { return .target }
      if own.contains(stage) { return .base }
      return carriers[stage].map(StageRole.gives) ?? .supports(users[stage] ?? [])
    }
  }

  /// For each stage the COPY and RUN instructions of the image's own stages that take something from it, straight or on
  /// a way through others.
  private var carriers: [Int: [Origin]] {
    var found: [Int: [Origin]] = [:]
    func add(_ origin: Origin, from stage: Int) {
      if found[stage]?.contains(origin) != true { found[stage, default: []].append(origin) }
    }
    for item in state.files.items {
      for stage in item.lineage { add(item.origin, from: stage) }
    }
    for mount in mounts {
      if case .stage(let stage) = mount.source { add(mount.origin, from: stage) }
    }
    return found
  }

  /// For each stage the needed stages that start from it or take something from it, in file order.
  package var users: [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for user in build.neededStages {
      var sources: Set<Int> = []
      if case .stage(let base) = user.base { sources.insert(base) }
      let references = user.references.map(\.source)
      for case .stage(let source) in references { sources.insert(source) }
      // Those of triggers stand in no reference.
      for copy in (build.states[user.index]?.copies ?? []).reversed() {
        guard copy.origin.stage == user.index else { break }
        if case .stage(let source) = copy.source { sources.insert(source) }
      }
      for source in sources { found[source, default: []].append(user.index) }
    }
    return found
  }
}
