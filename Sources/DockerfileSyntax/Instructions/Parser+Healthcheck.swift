import Diagnostics

extension Parser {
  private static let healthcheckFlags: [FlagRule] = [
    .value("interval"), .value("timeout"), .value("start-period"), .value("start-interval"), .value("retries"),
  ]

  mutating func readHealthcheck(_ node: Node) -> Instruction {
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    let first = words[node.arguments.indices.lowerBound]
    let rest = Run32<Word>(node.arguments.indices.dropFirst())
    if isWord(first, "none") {
      guard rest.isEmpty else {
        return refuse(node, "HEALTHCHECK NONE takes no arguments", at: words[rest.indices.lowerBound].range)
      }
      return .healthcheck(Healthcheck(probe: nil, retries: nil))
    }
    guard accepts(Self.healthcheckFlags, node) else { return .invalid }
    guard isWord(first, "cmd") else {
      let type = LetterCase.upper(bytes(first.text))
      return refuse(node, "Unknown type \(quoted(type.utf8)) in HEALTHCHECK (try CMD)", at: first.range)
    }
    guard !rest.isEmpty else {
      return refuse(node, "Missing command after HEALTHCHECK CMD", at: first.range)
    }
    let command = words[rest.indices.lowerBound]
    let probe: CommandForm = node.isJSON ? .exec(rest) : .shell(command)
    do throws(OptionError) {
      return .healthcheck(try healthcheck(node, probe))
    } catch {
      return refuse(node, error.message, at: error.range)
    }
  }

  /// Whether a word is made of these small letters, in any case.
  private mutating func isWord(_ word: Word, _ letters: StaticString) -> Bool {
    let bytes = bytes(word.text)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return LetterCase.upper(bytes) == letters.description.uppercased() }
    guard bytes.count == letters.utf8CodeUnitCount else { return false }
    return bytes.indices.allSatisfy { bytes[$0] | 0x20 == letters.utf8Start[$0] }
  }

  private mutating func healthcheck(_ node: Node, _ probe: CommandForm) throws(OptionError) -> Healthcheck {
    let times = Healthcheck.Times(
      interval: try duration("interval", node),
      timeout: try duration("timeout", node),
      startPeriod: try duration("start-period", node),
      startInterval: try duration("start-interval", node)
    )
    return Healthcheck(probe: probe, times: times, retries: try retries(node))
  }

  /// A time of at least a millisecond; zero counts as not given.
  private mutating func duration(_ name: StaticString, _ node: Node) throws(OptionError) -> Int64 {
    guard let value = value(of: name, node), !value.text.isEmpty else { return 0 }
    do throws(OptionError) {
      let time = try GoDuration.nanoseconds(bytes(value.text))
      guard time == 0 || time >= 1_000_000 else {
        throw OptionError("Interval \(quoted(name.description.utf8)) cannot be less than 1ms", at: value.range)
      }
      return time
    } catch {
      throw OptionError(error.message, at: value.range)
    }
  }

  private mutating func retries(_ node: Node) throws(OptionError) -> Int? {
    guard let value = value(of: "retries", node), !value.text.isEmpty else { return nil }
    do throws(OptionError) {
      let count = try GoNumber.int32(bytes(value.text))
      guard count >= 0 else { throw OptionError("--retries cannot be negative (\(count))", at: value.range) }
      return count
    } catch {
      throw OptionError(error.message, at: value.range)
    }
  }
}
