import Diagnostics

extension Tracer {
  mutating func changeDirectory(_ arguments: ArraySlice<Field>, pushes: Bool, _ flow: Flow) -> Outcome {
    changes?.others = true
    let operands = arguments.drop { field in
      guard let text = field.knownText else { return false }
      return text.hasPrefix("-") && text != "-"
    }
    var target: String?
    if let operand = operands.first {
      target = operand.isPattern ? nil : operand.knownText
    } else if case .known(let home)? = value(of: "HOME", in: flow.state) {
      target = home
    }
    var outcome = Outcome(flow, target == "/" || target == "." ? .success : .either)
    let previous = flow.state.directory
    outcome.success?.state.directory = target.flatMap { $0 == "-" ? nil : Self.path($0, from: previous) }
    if pushes { outcome.success?.state.previousDirectories.append(previous) }
    return outcome
  }

  mutating func popDirectory(_ flow: Flow) -> Outcome {
    changes?.others = true
    var outcome = Outcome(flow, .either)
    let previous = outcome.success?.state.previousDirectories.popLast() ?? nil
    outcome.success?.state.directory = previous
    return outcome
  }

  /// A path from a directory, with `.` and `..` taken away as `cd` does; links are not known here.
  static func path(_ target: String, from directory: String?) -> String? {
    if target.hasPrefix("/") { return normal(target) }
    guard let directory else { return nil }
    return normal(directory.isEmpty ? target : "\(directory)/\(target)")
  }

  private static func normal(_ path: String) -> String? {
    guard path.utf8.count <= 4096 else { return nil }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var names: [Substring] = []
    for bytes in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = Substring(bytes)
      if name == "." { continue }
      if name != ".." {
        names.append(name)
      } else if let last = names.last, last != ".." {
        names.removeLast()
      } else if !isAbsolute {
        names.append(name)
      }
    }
    return (isAbsolute ? "/" : "") + names.joined(separator: "/")
  }
}
