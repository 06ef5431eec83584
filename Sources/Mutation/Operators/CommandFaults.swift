import Diagnostics
import DockerfileSyntax

/// Flags, options and commands that are missing or misspelt.
extension MutationOperator {
  static let dropFlag = MutationOperator(id: "drop-flag", fault: "the flag is missing") { specimen in
    specimen.sites.flatMap { site in
      specimen.document[site.node.flags].compactMap { flag in
        let name = specimen.document.string(flag.name)
        guard name != "from", !site.isDefault(flag: name) else { return nil }
        return Fault(
          at: site,
          name,
          family: site.family(ofFlag: name, in: specimen),
          range: flag.range,
          edits: [specimen.removing(flag.range)]
        )
      }
    }
  }

  static let dropOption = MutationOperator(id: "drop-option", fault: "the option is missing") { specimen in
    specimen.options.map { option in
      Fault(
        at: option.site,
        option.name,
        family: nil,
        range: option.range,
        edits: [specimen.removing(option.range, separator: option.isListed)]
      )
    }
  }

  static let misspellOption = MutationOperator(id: "misspell-option", fault: "the option is misspelt") { specimen in
    specimen.options.compactMap { option in
      // Two letters in the middle of a long name change places.
      let letters = Array(option.name.utf8)
      guard option.name.hasPrefix("--"), letters.count > 5 else { return nil }
      guard let index = (3..<letters.count - 1).first(where: { letters[$0] != letters[$0 + 1] }) else { return nil }
      let start = Int(option.range.lower) + (option.isListed ? 1 : 0) + index
      guard specimen.text(start..<start + 2) == Array(letters[index...index + 1]) else { return nil }
      let edit = Edit(start..<start + 2, [letters[index + 1], letters[index]])
      return Fault(at: option.site, option.name, family: nil, range: option.range, edits: [edit])
    }
  }

  static let dropCommand = MutationOperator(id: "drop-command", fault: "the command is missing") { specimen in
    specimen.sites.flatMap { site -> [Fault] in
      guard let script = specimen.script(of: site) else { return [] }
      let commands = specimen.commands(of: site)
      guard specimen.isPlainList(commands, in: script) else { return [] }
      return commands.indices.map { index in
        let command = commands[index]
        let next = index + 1 < commands.count ? commands[index + 1] : nil
        let offsets =
          next.map { command.offsets.lowerBound..<$0.offsets.lowerBound }
          ?? commands[index - 1].offsets.upperBound..<command.offsets.upperBound
        let range = specimen.document.range(of: offsets, in: script)
        return Fault(
          at: site,
          String(index + 1),
          family: nil,
          range: command.range,
          edits: [Edit(range.offsets)]
        )
      }
    }
  }

  static let dropAssignment = MutationOperator(id: "drop-assignment", fault: "the variable is not set") { specimen in
    specimen.sites.flatMap { site in
      specimen.commands(of: site).enumerated().compactMap { index, command in
        guard let first = command.words.first, command.range.lower < first.range.lower else { return nil }
        let assignments = Int(command.range.lower)..<Int(first.range.lower)
        guard specimen.text(assignments).contains(UInt8(ascii: "=")) else { return nil }
        return Fault(
          at: site,
          String(index + 1),
          family: .environment,
          range: SourceRange(assignments),
          edits: [Edit(assignments)]
        )
      }
    }
  }
}

/// A word of a command that begins with a dash.
private struct Option {
  var site: Site
  /// Without its value.
  var name: String
  var range: SourceRange
  /// An item of a JSON array.
  var isListed: Bool
}

extension Specimen {
  fileprivate var options: [Option] {
    sites.flatMap { site -> [Option] in
      let written = commands(of: site).flatMap { command in
        command.words.dropFirst().map { Option(site: site, name: $0.value, range: $0.range, isListed: false) }
      }
      let listed = execWords(of: site).dropFirst().map {
        Option(site: site, name: document.string($0), range: $0.range, isListed: true)
      }
      return (written + listed).compactMap { option in
        let mark = Int(option.range.lower) + (option.isListed ? 1 : 0)
        guard option.name.hasPrefix("-"), option.name != "-", option.name != "--", mark < document.source.count,
          document.source[mark] == UInt8(ascii: "-")
        else { return nil }
        var option = option
        option.name = String(option.name.prefix { $0 != "=" })
        return option
      }
    }
  }

  /// An item of a JSON array goes with the comma before it.
  fileprivate func removing(_ range: SourceRange, separator isListed: Bool) -> Edit {
    guard isListed else { return removing(range) }
    var start = Int(range.lower)
    while start > 0, document.source[start] != UInt8(ascii: ",") { start -= 1 }
    return Edit(start..<Int(range.upper))
  }

  /// Several commands with `&&`, `;` or line ends between them and nothing else around.
  fileprivate func isPlainList(_ commands: [CommandSite], in script: Text) -> Bool {
    guard commands.count > 1 else { return false }
    let bytes = Array(document.bytes(script))
    let between = Set(" \t\r\n&;".utf8)
    var end = 0
    for command in commands {
      guard bytes[end..<command.offsets.lowerBound].allSatisfy(between.contains) else { return false }
      end = command.offsets.upperBound
    }
    return bytes[end...].allSatisfy(between.contains)
  }
}

extension Site {
  /// A flag that says what Docker does without it.
  fileprivate func isDefault(flag name: String) -> Bool {
    guard case .healthcheck(let check) = instruction else { return false }
    let halfMinute: Int64 = 30_000_000_000
    switch name {
    case "interval": return check.interval == halfMinute
    case "timeout": return check.timeout == halfMinute
    case "start-period": return check.startPeriod == nil
    case "retries": return check.retries == 3
    default: return false
    }
  }

  fileprivate func family(ofFlag name: String, in specimen: Specimen) -> FaultFamily? {
    switch name {
    case "chown", "chmod": .user
    case "platform": .arguments
    case "mount": .dependencies
    default: family(in: specimen)
    }
  }
}
