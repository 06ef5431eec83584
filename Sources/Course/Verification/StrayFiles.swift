/// Finds files of an exercise that nothing reads: a misspelt name, or a leftover that every learner would get.
struct StrayFiles {
  let source: any CourseSource

  private static let exercise: [String: CourseEntry.Kind] = [
    RubricFile.name: .file, "brief.md": .file, "Dockerfile": .file, "context": .folder, "examples": .folder,
  ]
  private static let solution: [String: CourseEntry.Kind] = ["Dockerfile": .file, "commentary.md": .file]

  func problems(of entry: CourseIndex.Exercise) throws(CourseError) -> [CourseProblem] {
    let exercise = "Exercises/\(entry.folder)"
    return try strays(in: exercise) { Self.exercise[$0.name] == $0.kind }
      + strays(in: "Solutions/\(entry.folder)") { Self.solution[$0.name] == $0.kind }
      + strays(in: "\(exercise)/examples") {
        $0.kind == .file
          && ([OutcomesFile.name, MutantsFile.name].contains($0.name) || $0.name.hasSuffix(OutcomesFile.suffix))
      }
  }

  private func strays(
    in folder: String,
    isExpected: (CourseEntry) -> Bool
  ) throws(CourseError) -> [CourseProblem] {
    try (source.entries(of: folder) ?? []).filter { !isExpected($0) }
      .map { CourseProblem(.layout($0.kind == .other ? .notAFile : .stray), path: "\(folder)/\($0.name)") }
  }
}
