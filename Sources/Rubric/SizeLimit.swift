import DockerfileSyntax

/// What a person's Dockerfile never reaches. Beyond it a file is not judged, so that no file can hold up a class.
enum SizeLimit {
  private static let stages = 400
  private static let instructions = 4_000
  private static let pairs = 4_000

  /// Why a file is not judged; nil for one that is.
  static func exceeded(by document: Document) -> String? {
    let counts = [
      (document.stages.count, stages, "stages"),
      (document.nodes.count, instructions, "instructions"),
      (document.pairs.count, pairs, "variables and labels"),
    ]
    guard let (count, limit, name) = counts.first(where: { $0.0 > $0.1 }) else { return nil }
    return "\(count) \(name): a file with more than \(limit) is not judged"
  }
}
