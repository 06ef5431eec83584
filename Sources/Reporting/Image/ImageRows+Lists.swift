import BuildModel
import DockerfileSyntax

/// What an image has several of.
extension ImageRows {
  func environment() -> [ImageRow] {
    image.image.environment.map { entry in
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count > 1 ? parts[1] : ""
      var row = ImageRow(field: "environment", key: parts[0], value: value, source: .default)
      let settings = (trace.environment[parts[0]] ?? []).map { trace.settings[$0] }
      guard let last = settings.last else { return row }
      row.steps = trace.steps(of: last)
      row.result = TraceText.result(of: row.steps, value: value)
      row.source = last.origin != nil ? .file : last.cause == .baseImage ? .base : .default
      for (before, after) in zip(settings, settings.dropFirst()).reversed() {
        guard let by = after.origin else { continue }
        row.replaced.append(.init(value: before.value, origin: before.origin, by: by, effect: .set))
      }
      return row
    }
  }

  func ports() -> [ImageRow] {
    (image.image.exposedPorts ?? []).map { name in
      row("port", key: nil, name, trace.change(ofPort: name).map { [$0] } ?? [])
    }
  }

  func volumes() -> [ImageRow] {
    (image.image.volumes ?? []).map {
      row("volume", key: nil, $0, trace.volumes[ExactText($0)]?.last.map { [$0] } ?? [])
    }
  }

  func labels() -> [ImageRow] {
    (image.image.labels ?? [:]).sorted { $0.key < $1.key }.map { name, value in
      row("label", key: name.text, value, trace.labels[name] ?? [])
    }
  }

  func triggers() -> [ImageRow] {
    trace.triggers.map { origin in
      let node = document.nodes[origin.instruction]
      return ImageRow(
        field: "trigger",
        value: document.string(node.body),
        source: .file,
        steps: [TraceStep(kind: .instruction, written: document.string(node.body), origin: origin)]
      )
    }
  }

  private var document: Document { image.document }
}
