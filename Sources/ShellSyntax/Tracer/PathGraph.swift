/// The ways through a script: each step knows the one or two steps from which it is reached.
///
/// Steps are numbered in the order in which they are added, so every edge goes from a lower to a higher number
/// and one pass over the numbers is a pass in topological order.
struct PathGraph {
  typealias Step = Int32

  private var predecessors: [(first: Step, second: Step)] = [(-1, -1)]

  /// Where every script begins.
  static let entry: Step = 0

  mutating func add(after first: Step, or second: Step = -1) -> Step {
    predecessors.append((first, second))
    return Step(predecessors.count - 1)
  }

  /// For each step whether every way from the entry to the goal leads through it.
  ///
  /// A step is on all ways when no edge between steps of these ways jumps over its number.
  func stepsOnEveryWay(to goal: Step) -> [Bool] {
    var leadsToGoal = [Bool](repeating: false, count: predecessors.count)
    var furthest = [Step](repeating: 0, count: predecessors.count)
    leadsToGoal[Int(goal)] = true
    for step in stride(from: Int(goal), through: 0, by: -1) where leadsToGoal[step] {
      for predecessor in [predecessors[step].first, predecessors[step].second] where predecessor >= 0 {
        leadsToGoal[Int(predecessor)] = true
        furthest[Int(predecessor)] = max(furthest[Int(predecessor)], Step(step))
      }
    }
    var isOnEvery = [Bool](repeating: false, count: predecessors.count)
    var reach: Step = 0
    for step in 0...Int(goal) where leadsToGoal[step] {
      isOnEvery[step] = reach <= step
      reach = max(reach, furthest[step])
    }
    return isOnEvery
  }
}
