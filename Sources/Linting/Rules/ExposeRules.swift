import BuildModel
import DockerfileSyntax

extension LintRule.Definition {
  static let exposeProtoCasing = Self(
    name: "ExposeProtoCasing",
    summary: "The protocol of an exposed port is written in small letters.",
    page: "expose-proto-casing"
  )

  static let exposeInvalidFormat = Self(
    name: "ExposeInvalidFormat",
    summary: "EXPOSE names ports of the container alone, no address and no port of the host.",
    page: "expose-invalid-format"
  )
}

extension LintWalk {
  mutating func checkPort(_ port: PortSpecification, written text: String, _ word: Word, _ site: Site) {
    if port.hasCapitals {
      report(.exposeProtoCasing, site, at: word.range) { message in
        message.append("Defined protocol '")
        message.append(text)
        message.append("' in EXPOSE instruction should be lowercase")
      }
    }
    if port.namesHost {
      report(.exposeInvalidFormat, site, at: word.range) { message in
        message.append("EXPOSE instruction should not define an IP address or host-port mapping, found '")
        message.append(text)
        message.append("'")
      }
    }
  }
}
