extension StageState {
  /// What a stage begins with that starts from an image outside of the file.
  ///
  /// - Parameter known: what the facts say of it; nil where they say nothing.
  convenience init(image reference: ImageReference, known: KnownImage?, isWindows: Bool) {
    if let known, !isWindows {
      self.init(copying: known.beginning)
    } else {
      self.init(facts: known?.row, environment: known?.environment ?? Variables(), isWindows: isWindows)
    }
    external = .image(reference, facts: known?.row)
  }

  /// What every image of a row of the facts begins with.
  convenience init(facts: BaseImageRow?, environment given: Variables, isWindows: Bool) {
    self.init()
    self.isWindows = isWindows
    variables = given
    if variables["PATH"] == nil, !isWindows { variables["PATH"] = Self.usualPath }
    environment = variables
    image.user = facts?.user ?? ""
    image.workingDirectory = facts?.workdir ?? ""
    image.entrypoint = facts.flatMap { $0.entrypoint.isEmpty ? nil : $0.entrypoint }
    image.command = facts.flatMap { $0.command.isEmpty ? nil : $0.command }
    for port in facts?.ports ?? [] { expose(port) }
    image.inherits = Self.inheritedFields
    users = UserTable(facts: facts)
    programs = ProgramSet(facts: facts)
  }

  private static let inheritedFields = EffectiveImage.Field.allCases.filter { $0 != .workingDirectoryPrefix }

  static let usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  /// PATH is always there: BuildKit adds the usual one.
  func set(path: String) {
    variables["PATH"] = path
    environment["PATH"] = path
  }

  /// A port of the base image; what the facts hold is checked where they are read.
  private func expose(_ text: String) {
    do throws(PortSpecification.Invalid) {
      ports.insert(try ExposedPorts(text))
      hasExposedPorts = true
    } catch {
      return
    }
  }

  /// Notes that a field is set inside the file and no longer comes from the base image.
  func own(_ field: EffectiveImage.Field, _ origin: Origin) {
    origins[field] = origin
    if let index = image.inherits.firstIndex(of: field) { image.inherits.remove(at: index) }
  }
}
