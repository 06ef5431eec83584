/// One exercise with its files, its solution and its examples.
extension CourseCatalog {
  package func exercise(_ id: String) throws(CourseError) -> Exercise {
    let entry = try entry(of: id)
    let folder = "Exercises/\(entry.folder)"
    let solution = "Solutions/\(entry.folder)"
    var problems = ProblemCollection()
    let rubric = try problems.collect(try rubric(of: entry))
    let brief = try problems.collect(try text("\(folder)/brief.md"))
    let files = try problems.collect(try startingFiles(folder))
    let dockerfile = try problems.collect(try required("\(solution)/Dockerfile"))
    let commentary = try problems.collect(try text("\(solution)/commentary.md"))
    var examples: [Exercise.Example] = []
    if let rubric {
      examples = try problems.collect(try self.examples(folder, rubric)) ?? []
    }
    let exemptions = try problems.collect(try self.exemptions(folder)) ?? []
    try problems.throwIfAny()
    guard let rubric, let brief, let files, let dockerfile, let commentary else { throw .problems(problems.problems) }
    return Exercise(
      id: id,
      title: rubric.title,
      lesson: rubric.lesson,
      rubric: rubric.rubric,
      rubricSHA256: rubric.sha256,
      brief: brief,
      files: files,
      hints: rubric.hints,
      checkPlaces: rubric.places,
      solution: dockerfile,
      commentary: commentary,
      examples: examples,
      exemptions: exemptions
    )
  }

  private func exemptions(_ folder: String) throws(CourseError) -> [Exercise.Exemption] {
    let path = "\(folder)/examples/\(MutantsFile.name)"
    guard let bytes = try source.bytes(at: path) else { return [] }
    return try MutantsFile(path: path).read(bytes)
  }

  private func text(_ path: String) throws(CourseError) -> String {
    try checkedText(try required(path), path: path)
  }

  /// The Dockerfile first, then what lies in `context`.
  private func startingFiles(_ folder: String) throws(CourseError) -> [ContentFile] {
    var files = [ContentFile(path: "Dockerfile", bytes: try required("\(folder)/Dockerfile"))]
    for entry in try source.tree(below: "\(folder)/context") {
      let path = "\(folder)/context/\(entry.name)"
      guard entry.name != "Dockerfile" else {
        throw .problems([CourseProblem(.layout(.dockerfileInContext), path: path)])
      }
      files.append(ContentFile(path: entry.name, bytes: try required(path)))
    }
    return files
  }

  private func examples(_ folder: String, _ rubric: ExerciseRubric) throws(CourseError) -> [Exercise.Example] {
    let folder = "\(folder)/examples"
    guard let entries = try source.entries(of: folder) else { return [] }
    let names = entries.map(\.name).filter { $0.hasSuffix(OutcomesFile.suffix) }
      .map { String($0.dropLast(OutcomesFile.suffix.count)) }
    let path = "\(folder)/\(OutcomesFile.name)"
    let outcomes = try OutcomesFile(path: path, rubric: rubric.rubric, examples: names).read(try required(path))
    var examples: [Exercise.Example] = []
    for outcome in outcomes {
      examples.append(
        Exercise.Example(
          name: outcome.name,
          dockerfile: try required("\(folder)/\(outcome.name)\(OutcomesFile.suffix)"),
          score: outcome.score,
          failing: outcome.failing,
          place: outcome.place
        )
      )
    }
    return examples
  }
}
