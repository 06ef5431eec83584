import BuildModel

extension JudgedImage {
  /// Lines for people about the image.
  var summary: [String] {
    var parts = ["user \(image.user.isEmpty ? (base.isUnknown ? "of the base image" : "root") : image.user)"]
    parts.append(command("entrypoint", .entrypoint, image.entrypoint))
    parts.append(command("cmd", .command, image.command))
    if let ports = image.exposedPorts, !ports.isEmpty {
      let names = ports.map { $0.hasSuffix("/tcp") ? String($0.dropLast(4)) : $0 }
      parts.append("port \(names.prefix(8).joined(separator: ", "))\(names.count > 8 ? ", …" : "")")
    }
    parts.append("healthcheck \(healthProbe.map { $0.isDisabled ? "off" : "yes" } ?? "none")")
    var lines = [parts.joined(separator: " · ")]
    for found in modules.prefix(4) {
      let line = line(of: found.modules.origin)
      let way = found.item.lineage.last.map { ", copied from \(build.stages[$0].displayName)" } ?? ""
      lines.append("node_modules: \(found.modules.command) at line \(line)\(way), \(kind(found.modules))")
    }
    let unneeded = build.unneededStages.map(\.displayName)
    if !unneeded.isEmpty { lines.append("not built: \(unneeded.prefix(8).joined(separator: ", "))") }
    return lines
  }

  private func command(_ name: String, _ field: EffectiveImage.Field, _ words: [String]?) -> String {
    guard let words, !words.isEmpty else {
      return "\(name) \(image.inherits.contains(field) && base.isUnknown ? "of the base image" : "none")"
    }
    if let text = shellForm(of: field) { return "\(name) \(text) (shell form)" }
    return "\(name) \(words.joined(separator: " ")) (exec form)"
  }

  private func kind(_ modules: NodeModules) -> String {
    guard modules.isCertain else { return "perhaps with development dependencies" }
    return switch modules.development {
    case .omitted: "without development dependencies"
    case .included: "with development dependencies"
    case .unknown: "perhaps with development dependencies"
    }
  }
}
