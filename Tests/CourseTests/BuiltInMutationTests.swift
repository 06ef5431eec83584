import Course
import Mutation
import Rubric
import Testing

/// How tight the rubrics of the built-in course are.
@Suite struct BuiltInMutationTests {
  /// Exercises that do not reach what is asked yet, with the least that they may come to, in percent. Whoever tightens
  /// one raises its number, and takes it out when it is there.
  private static let behind = [
    "go-static": 91, "fullstack-java": 94, "copy-from-image": 92, "layer-cache": 92, "base-images": 91,
    "distroless": 90, "python-web": 93, "rust-service": 82, "fullstack-js": 93, "challenge-cache": 91, "secrets": 92,
    "fix-build-failure": 89, "fix-runtime-crash": 90, "debug-stage": 94,
  ]

  private static let catalog = Result {
    try CourseCatalog(
      EmbeddedCourse(),
      checks: CheckNames(ids: CheckRegistry.standard.ids) { CheckRegistry.standard[$0] }
    )
  }

  static let exercises = (try? catalog.get().exercises) ?? []

  @Test func `there are exercises to try`() {
    #expect(Self.exercises.count > 20)
    #expect(Self.behind.keys.filter { !Self.exercises.contains($0) } == [])
  }

  @Test(arguments: exercises)
  func `single faults of the solution lose points`(exercise: String) throws {
    let trial = try Self.catalog.get().mutationTrial(of: exercise, facts: CourseFacts())
    #expect(trial.entries.count > 30)
    let problems = trial.problems.filter { problem in
      if case .proof(.tooManySurvivors) = problem.kind { false } else { true }
    }
    #expect(problems.map(\.description) == [])
    if let least = Self.behind[exercise] {
      #expect(trial.permille >= least * 10, "\(trial.survivors.map(\.mutant.id))")
      #expect(trial.permille < MutationTrial.asked * 10, "it is not behind any more")
    } else {
      #expect(trial.permille >= MutationTrial.asked * 10, "\(trial.survivors.map(\.mutant.id))")
    }
  }
}
