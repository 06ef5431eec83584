import BuildModel

extension ImageConfiguration {
  /// What the build model expects, with what it leaves to the base image taken from that image itself.
  init(_ image: EffectiveImage, base: ImageConfiguration?) {
    let base = base ?? ImageConfiguration()
    let inherits = Set(image.inherits)
    user = image.user
    environment = image.environment
    entrypoint = image.entrypoint ?? []
    command = image.command ?? []
    workingDirectory = image.workingDirectory
    exposedPorts = image.exposedPorts ?? []
    volumes = Set(base.volumes).union(image.volumes ?? []).sorted()
    labels = base.labels
    for (name, value) in image.labels ?? [:] { labels[name.text] = value }
    stopSignal = inherits.contains(.stopSignal) ? base.stopSignal : image.stopSignal
    shell = inherits.contains(.shell) ? base.shell : image.shell ?? []
    healthcheck = inherits.contains(.healthcheck) ? base.healthcheck : image.healthcheck
    onBuild = image.onBuild ?? []
  }
}

extension BaseImageFacts {
  /// The same facts, but with images as they are on this machine. What a configuration does not tell, as the users and
  /// programs in an image, stays as the facts have it.
  func replacing(_ images: [(reference: ImageReference, configuration: ImageConfiguration)]) -> BaseImageFacts {
    var facts = self
    facts.rows = images.map { image, real in row(for: image, real) } + rows
    return facts
  }

  private func row(for image: ImageReference, _ real: ImageConfiguration) -> BaseImageRow {
    let known = row(for: image)
    return BaseImageRow(
      repositories: [image.repository],
      tags: image.tag.map { [$0] } ?? [],
      kind: known?.kind ?? .full,
      user: real.user,
      users: known?.users ?? [:],
      shell: known?.shell,
      tools: known?.tools,
      workdir: real.workingDirectory,
      entrypoint: real.entrypoint,
      command: real.command,
      hasHealthcheck: real.healthcheck != nil,
      ports: real.exposedPorts,
      environment: real.environment,
      libc: known?.libc,
      size: known?.size,
      date: known?.date ?? date,
      source: known?.source ?? ""
    )
  }
}
