import BuildModel
import DockerfileSyntax
import Rubric

/// Turns a configuration and its trace into rows for people.
struct ImageRows {
  let image: JudgedImage
  let trace: ConfigurationTrace
  let text: TraceText

  init(_ image: JudgedImage, _ trace: ConfigurationTrace) {
    self.image = image
    self.trace = trace
    text = TraceText(document: image.document, factsDate: image.baseImages.date, base: trace.base)
  }

  /// In the order in which they are told.
  func all() -> [ImageRow] {
    [base(), platform()].compactMap(\.self)
      + [user(), command("entrypoint", .entrypoint), command("command", .command), workdir()] + environment()
      + ports() + [healthcheck()] + volumes() + labels() + [stopSignal(), shell()] + triggers()
  }

  // MARK: - Fields of one value

  private func user() -> ImageRow {
    let unset = image.base.isUnknown ? nil : "root"
    return row("user", .user) {
      $0.isEmpty ? "root (empty)" : $0
    } otherwise: {
      unset
    }
  }

  private func workdir() -> ImageRow {
    var row = row("workdir", .workingDirectory) {
      $0
    } otherwise: {
      image.base.isUnknown ? nil : "/"
    }
    if row.source == .file {
      let isBelow = image.image.inherits.contains(.workingDirectoryPrefix) && image.base.isUnknown
      row.value = (isBelow ? "below the base's folder: " : "") + image.image.workingDirectory
    }
    return row
  }

  private func stopSignal() -> ImageRow {
    row("stop signal", .stopSignal) {
      $0
    } otherwise: {
      image.base.isUnknown ? nil : "SIGTERM"
    }
  }

  private func shell() -> ImageRow {
    var row = row("shell", .shell) {
      $0
    } otherwise: {
      image.base.isUnknown ? nil : "/bin/sh -c"
    }
    if row.source == .file { row.value = TraceText.words(image.image.shell ?? []) }
    return row
  }

  private func command(_ name: String, _ field: EffectiveImage.Field) -> ImageRow {
    var row = row(name, field) {
      $0
    } otherwise: {
      nil
    }
    let words = field == .entrypoint ? image.image.entrypoint : image.image.command
    if let words, !words.isEmpty {
      let shellForm = trace.last(field)?.effect == .set ? image.shellForm(of: field) : nil
      row.form = shellForm == nil ? "exec" : "shell"
      row.value = shellForm ?? TraceText.words(words)
    } else {
      row.value = nil
    }
    return row
  }

  private func healthcheck() -> ImageRow {
    var row = row("healthcheck", .healthcheck) {
      $0
    } otherwise: {
      nil
    }
    if let probe = image.image.healthcheck {
      row.value = Self.probe(probe)
      row.form = probe.test.first == "NONE" ? nil : probe.test.first == "CMD-SHELL" ? "shell" : "exec"
    } else if row.source == .base {
      row.value = "as \(image.base.name) sets it"
    }
    return row
  }

  /// Docker's own values where none are given: every 30 s, 30 s to answer, 3 failures.
  static func probe(_ probe: EffectiveImage.Probe) -> String {
    guard let kind = probe.test.first, kind != "NONE" else { return "off" }
    var parts = ["every \(DurationText.short(probe.interval == 0 ? 30_000_000_000 : probe.interval))"]
    parts.append("timeout \(DurationText.short(probe.timeout == 0 ? 30_000_000_000 : probe.timeout))")
    if probe.startPeriod != 0 { parts.append("start period \(DurationText.short(probe.startPeriod))") }
    if probe.startInterval != 0 { parts.append("start interval \(DurationText.short(probe.startInterval))") }
    parts.append("\(probe.retries == 0 ? 3 : probe.retries) retries")
    let words = Array(probe.test.dropFirst())
    let command = kind == "CMD-SHELL" ? words.joined(separator: " ") : TraceText.words(words)
    return parts.joined(separator: ", ") + ": " + command
  }

  /// - Parameters:
  ///   - shown: the value for people.
  ///   - otherwise: what holds where neither file nor facts say anything; nil for nothing.
  private func row(
    _ name: String,
    _ field: EffectiveImage.Field,
    _ shown: (String) -> String,
    otherwise: () -> String?
  ) -> ImageRow {
    let changes = trace.fields[field] ?? []
    guard let last = changes.last else {
      let isOpen = image.base.isUnknown && image.image.inherits.contains(field)
      return ImageRow(field: name, value: otherwise(), source: isOpen ? .unknown : .default)
    }
    let value = last.value.map { shown(TraceText.words($0)) }
    return row(name, key: nil, value, changes)
  }

  func row(_ name: String, key: String?, _ value: String?, _ changes: [ConfigurationChange]) -> ImageRow {
    var row = ImageRow(field: name, key: key, value: value, source: .file)
    guard let last = changes.last else { return row }
    if last.effect == .inherited { row.source = .base }
    row.steps = trace.steps(of: last, in: image.document)
    row.result = TraceText.result(of: row.steps, value: last.value.map(TraceText.words) ?? "")
    row.replaced = Self.replaced(changes)
    return row
  }

  /// What each change found.
  static func replaced(_ changes: [ConfigurationChange]) -> [ImageRow.Replaced] {
    zip(changes, changes.dropFirst()).reversed().compactMap { before, after in
      guard let by = after.origin, before.effect != .cleared else { return nil }
      return ImageRow.Replaced(
        value: before.value.map(TraceText.words) ?? "",
        origin: before.origin,
        by: by,
        effect: after.effect
      )
    }
  }
}
