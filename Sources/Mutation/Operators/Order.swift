import DockerfileSyntax

/// Which neighbours may change places without any difference, by the rules of the Dockerfile reference.
struct Order {
  private let specimen: Specimen

  init(_ specimen: Specimen) {
    self.specimen = specimen
  }

  /// What a change of places is about.
  struct Difference {
    var family: FaultFamily?
  }

  /// nil where both orders mean the same.
  func fault(ifSwapped first: Site, _ second: Site) -> Difference? {
    let pair = [kind(first), kind(second)]
    if pair.contains(.from) || pair.contains(.settled) { return nil }
    if pair.contains(.variable) { return variableDifference(first, second) }
    if pair.contains(.shell) { return Difference(family: nil) }
    // USER and WORKDIR mean something to the steps that follow, COPY writes as root whoever is named.
    if pair.contains(.user) { return pair.contains(.step) ? Difference(family: .user) : nil }
    if pair.contains(.directory) { return pair == [.directory, .directory] ? nil : Difference(family: .directory) }
    if pair == [.copy, .copy] { return nil }
    return Difference(family: pair == [.step, .step] ? nil : .files)
  }

  private enum Kind {
    case from, variable, shell, user, directory, copy, step
    /// Counts at the end of its stage, wherever it stands there.
    case settled
  }

  private func kind(_ site: Site) -> Kind {
    switch site.instruction {
    case .from: .from
    case .env, .arg: .variable
    case .shell: .shell
    case .user: .user
    case .workdir: .directory
    case .copy, .add: .copy
    case .run: .step
    case .cmd, .entrypoint, .expose, .label, .stopSignal, .maintainer, .healthcheck, .onBuild, .volume, .invalid:
      .settled
    }
  }

  /// A variable matters to what is expanded with it, and to every command.
  private func variableDifference(_ first: Site, _ second: Site) -> Difference? {
    let others = [first, second].filter { kind($0) != .variable }
    if others.isEmpty { return usesVariable(second) ? Difference(family: .environment) : nil }
    let matters = others.contains { kind($0) == .step || usesVariable($0) }
    return matters ? Difference(family: .environment) : nil
  }

  private func usesVariable(_ site: Site) -> Bool {
    specimen.document.bytes(site.node.original).contains(UInt8(ascii: "$"))
  }
}
