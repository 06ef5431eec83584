/// Which stages take from which, to walk over.
struct LinkGraph {
  private let links: [StageLink]
  /// Indices into the links, those of a stage together.
  private let order: [Int]
  /// Where those of a stage begin in the order.
  private let starts: [Int]

  init(_ links: [StageLink], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for link in links { starts[Int(link.stage) + 1] += 1 }
    for stage in 0..<count { starts[stage + 1] += starts[stage] }
    var next = starts
    var order = [Int](repeating: 0, count: links.count)
    for (index, link) in links.enumerated() {
      order[next[Int(link.stage)]] = index
      next[Int(link.stage)] += 1
    }
    self.links = links
    self.order = order
    self.starts = starts
  }

  /// The sources of a stage.
  func sources(of stage: Int) -> [Int] { links(of: stage).map { Int(links[order[$0]].source) } }

  private func links(of stage: Int) -> Range<Int> { starts[stage]..<starts[stage + 1] }

  /// The last link of the same stage to the same source, which is the one that Docker remembers.
  private func last(_ link: Int) -> Int {
    let (stage, source) = (Int(links[link].stage), links[link].source)
    return links(of: stage).last { links[order[$0]].source == source }.map { order[$0] } ?? link
  }

  /// The stage where the walk began that found a cycle, and the links that it went along.
  func cycle() -> (start: Int, links: [Int])? {
    let count = starts.count - 1
    var isSeen = [Bool](repeating: false, count: count)
    var isOnWay = isSeen
    for start in 0..<count where !isSeen[start] {
      var way = [(stage: start, waiting: links(of: start))]
      var taken: [Int] = []
      isSeen[start] = true
      isOnWay[start] = true
      while var top = way.popLast() {
        guard let next = top.waiting.popFirst() else {
          isOnWay[top.stage] = false
          _ = taken.popLast()
          continue
        }
        way.append(top)
        let source = Int(links[order[next]].source)
        if isOnWay[source] { return (start, (taken + [order[next]]).map(last)) }
        if isSeen[source] { continue }
        isSeen[source] = true
        isOnWay[source] = true
        taken.append(order[next])
        way.append((source, links(of: source)))
      }
    }
    return nil
  }
}
