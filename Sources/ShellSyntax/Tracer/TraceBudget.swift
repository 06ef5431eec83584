/// Bounds on the work for one script, so that no script costs more than in proportion to its length.
struct TraceBudget {
  static let maximumDepth = 64
  static let maximumUnrolling = 100
  static let maximumText = 1 << 16
  static let maximumEnclosingRedirections = 8

  private var commands: Int
  private var text: Int
  private var parsing: Int
  private var comparisons = 1 << 24

  init(size: Int) {
    commands = ScriptParser.maximumCommands + 20_000
    text = (1 << 20) + 4 * size
    parsing = (1 << 16) + 4 * size
  }

  /// Loops are unrolled and functions entered as long as this holds; the commands of the script itself always run.
  var allowsRepetition: Bool { commands > ScriptParser.maximumCommands }

  mutating func spendCommand() {
    commands -= 1
  }

  /// Whether the bytes of a value may still be put into words. One that is split costs more, for each word of it has
  /// a place.
  mutating func spend(value count: Int, isSplit: Bool) -> Bool {
    spend(text: count, cost: isSplit ? (count + 2) * 8 : count + 16)
  }

  /// Whether so many bytes may still be put into words.
  mutating func spend(text count: Int) -> Bool {
    spend(text: count, cost: count)
  }

  private mutating func spend(text count: Int, cost: Int) -> Bool {
    guard count <= Self.maximumText, cost <= text else { return false }
    text -= cost
    return true
  }

  mutating func spend(parsing count: Int) -> Bool {
    guard count <= parsing else { return false }
    parsing -= count
    return true
  }

  mutating func spend(comparing first: Int, with second: Int) -> Bool {
    let (work, overflows) = (first + 1).multipliedReportingOverflow(by: second + 1)
    guard !overflows, work <= comparisons else { return false }
    comparisons -= work
    return true
  }
}
