package import BuildModel
package import Diagnostics

extension JSONWriter {
  /// An image's configuration in the names of the image format, durations in nanoseconds.
  package mutating func value(_ image: EffectiveImage) {
    object { $0.members(of: image) }
  }

  /// The same, with the fields that still come from the external base image.
  mutating func valueWithOrigin(_ image: EffectiveImage?) {
    guard let image else { return null() }
    object { writer in
      writer.members(of: image)
      writer.member("inherits", image.inherits.map(\.rawValue))
    }
  }

  private mutating func members(of image: EffectiveImage) {
    member("User", image.user)
    // An image for Windows may be without any.
    member("Env", image.environment.isEmpty ? nil : image.environment)
    member("Entrypoint", image.entrypoint)
    member("Cmd", image.command)
    member("WorkingDir", image.workingDirectory)
    member("ExposedPorts", image.exposedPorts)
    member("Volumes", image.volumes)
    key("Labels")
    labels(image.labels)
    member("StopSignal", image.stopSignal)
    member("Shell", image.shell)
    member("OnBuild", image.onBuild)
    key("Healthcheck")
    probe(image.healthcheck)
  }

  private mutating func labels(_ labels: [ExactText: String]?) {
    guard let labels else { return null() }
    object { writer in
      for (name, text) in labels.sorted(by: { $0.key < $1.key }) {
        writer.key(text: name.text)
        writer.value(text)
      }
    }
  }

  private mutating func probe(_ probe: EffectiveImage.Probe?) {
    guard let probe else { return null() }
    object { writer in
      writer.member("Test", probe.test)
      writer.member("Interval", Int(probe.interval))
      writer.member("Timeout", Int(probe.timeout))
      writer.member("StartPeriod", Int(probe.startPeriod))
      writer.member("StartInterval", Int(probe.startInterval))
      writer.member("Retries", probe.retries)
    }
  }
}
