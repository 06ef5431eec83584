import BuildModel

extension JudgedImage {
  /// Lines for people about the image.
  var summary: [String] {
    var line = "user "
    line += image.user.isEmpty ? (base.isUnknown ? "of the base image" : "root") : image.user
    addCommand("entrypoint", .entrypoint, image.entrypoint, to: &line)
    addCommand("cmd", .command, image.command, to: &line)
    if let ports = image.exposedPorts, !ports.isEmpty {
      let names = ports.prefix(8).map { $0.hasSuffix("/tcp") ? String($0.dropLast(4)) : $0 }
      line += " · port "
      line += names.joined(separator: ", ")
      if ports.count > 8 { line += ", …" }
    }
    line += " · healthcheck "
    line += healthProbe.map { $0.isDisabled ? "off" : "yes" } ?? "none"
    var lines = [line]
    for found in modules.prefix(4) {
      let number = self.line(of: found.modules.origin)
      let way = found.item.lineage.last.map { ", copied from \(build.stages[$0].displayName)" } ?? ""
      lines.append("node_modules: \(found.modules.command) at line \(number)\(way), \(kind(found.modules))")
    }
    let unneeded = build.unneededStages.map(\.displayName)
    if !unneeded.isEmpty { lines.append("not built: \(unneeded.prefix(8).joined(separator: ", "))") }
    return lines
  }

  private func addCommand(_ name: String, _ field: EffectiveImage.Field, _ words: [String]?, to line: inout String) {
    line += " · "
    line += name
    guard let words, !words.isEmpty else {
      line += image.inherits.contains(field) && base.isUnknown ? " of the base image" : " none"
      return
    }
    if let text = shellForm(of: field) {
      line += " "
      line += text
      line += " (shell form)"
      return
    }
    for word in words {
      line += " "
      line += word
    }
    line += " (exec form)"
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
