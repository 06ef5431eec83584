/// `9000-9002/UDP` as an image names the ports that it exposes: `9000/udp`, `9001/udp`, `9002/udp`.
///
/// nil when it names none.
package func exposedPortNames(_ text: String) -> [String]? {
  do throws(PortSpecification.Invalid) {
    let ports = try ExposedPorts(text)
    return ports.range.map { "\($0)/\(ports.scheme)" }
  } catch {
    return nil
  }
}
