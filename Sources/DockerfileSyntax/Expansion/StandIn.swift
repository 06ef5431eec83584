/// A text that took the place of a variable: the one behind `:-` where there is no value, behind `:+` where there is.
public struct StandIn: Hashable, Sendable {
  /// The variable's.
  public let name: String
  /// What stands there now.
  public let text: String
  /// Whether it is there because the variable has a value.
  public let hasValue: Bool
}

extension Expansion {
  /// What an expansion takes in the place of variables, in the order in which it does.
  public func standIns(
    in word: some Collection<UInt8>,
    with variables: some VariableLookup
  ) throws(ExpansionError) -> [StandIn] {
    guard word.contains(UInt8(ascii: "$")) else { return [] }
    var lexer = ExpansionLexer(Array(word), self, variables)
    _ = try lexer.run()
    return lexer.standIns
  }
}
