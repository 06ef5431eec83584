import Course

/// What a folder holds after an exercise was put into it.
struct FolderContents {
  let written: [String]
  let kept: [String]
  let moved: String?
}

extension Session {
  /// The exercise that is meant when none is named.
  var exerciseMeant: String? {
    if let id = exerciseInHand, hasExercise(id) { return id }
    let ofLesson = currentLesson.flatMap { syllabus.lesson($0)?.exercises.first(where: hasExercise) }
    let open = syllabus.exercises.first { record.exercises[$0.id]?.isSolved != true }
    return ofLesson ?? (open ?? syllabus.exercises.first)?.id
  }

  /// The folder whose Dockerfile is meant: said from a shell beside one, that of the working directory.
  func folder(of id: String) -> String {
    if case .shell(holdsDockerfile: true) = surroundings.manner { return surroundings.workingDirectory }
    return ownFolder(of: id)
  }

  /// The folder of an exercise: the remembered one, else one named like the exercise in the working directory.
  private func ownFolder(of id: String) -> String {
    if let folder = record.exercises[id]?.folder { return folder }
    let isInside = surroundings.workingDirectory.split(separator: "/").last.map { $0 == id } ?? false
    return isInside ? surroundings.workingDirectory : surroundings.absolute(id)
  }

  /// Fetches the exercise that is meant and hands it on; says so when there is none.
  mutating func withExercise(
    _ id: String? = nil,
    _ body: (inout Session, Exercise) -> [Effect]
  ) -> [Effect] {
    guard let id = id ?? exerciseMeant else { return [.show([.text(Messages.noExercises)])] }
    do {
      return body(&self, try syllabus.exercise(id))
    } catch {
      return [.refuse(Messages.broken(id, error), .inaccessible)]
    }
  }

  /// `exercise [ID] [FOLDER]`. A single word with a slash or a dot in front is a folder.
  mutating func exercise(_ words: [String]) -> [Effect] {
    var name = words.first
    var typed = words.count > 1 ? words[1] : nil
    if words.count == 1, let word = words.first, word.contains("/") || word.hasPrefix(".") || word.hasPrefix("~") {
      (name, typed) = (nil, word)
    }
    if let name, !hasExercise(name) { return [.refuse(noExercise(name), .wrongUsage)] }
    return withExercise(name) { session, exercise in
      let path = typed.map(session.surroundings.absolute) ?? session.ownFolder(of: exercise.id)
      return session.enter(exercise.id) + [.createFolder(exercise: exercise.id, path: path, files: exercise.files)]
    }
  }

  func noExercise(_ name: String) -> Text {
    let ids = syllabus.exercises.map(\.id)
    return Messages.noExercise(name, likelyName(for: name, among: ids), ids)
  }

  private mutating func enter(_ id: String) -> [Effect] {
    place == .exercise(id: id) ? [] : [go(to: .exercise(id: id))]
  }

  mutating func folderReady(_ id: String, _ path: String, _ contents: FolderContents) -> [Effect] {
    var effects: [Effect] = []
    if record.exercises[id]?.folder != path { effects.append(remember(.exerciseStarted(id: id, folder: path))) }
    if contents.moved != nil { effects.append(remember(.exerciseRestarted(id))) }
    let title = syllabus.outline(ofExercise: id)?.title ?? id
    return effects + [
      .show(Messages.folderReady(title, surroundings.shown(path), contents, isShell: surroundings.isShell))
    ]
  }

  mutating func brief() -> [Effect] {
    withExercise { session, exercise in session.show(briefOf: exercise.id) }
  }

  mutating func show(briefOf id: String) -> [Effect] {
    withExercise(id) { session, exercise in
      let foot = Messages.briefFoot(
        folder: session.surroundings.shown(session.folder(of: id)),
        isStarted: session.record.exercises[id]?.folder != nil
      )
      let text = Messages.briefHead(exercise) + [.markdown(exercise.brief)] + foot
      return session.enter(id) + [.read(text)]
    }
  }

  /// Opens after a pass, or after three honest attempts.
  mutating func solution() -> [Effect] {
    withExercise { session, exercise in
      let known = session.record.exercises[exercise.id] ?? ExerciseRecord()
      guard known.isSolved || known.honestAttempts.count >= attemptsBeforeSolution else {
        return [.show([.text(Messages.solutionClosed(known.honestAttempts.count, of: attemptsBeforeSolution))])]
      }
      let code = String(decoding: exercise.solution, as: UTF8.self)
      return [
        .read([
          .text(Messages.solutionHead(exercise.title, isSolved: known.isSolved)),
          .blank,
          .code(code, language: "dockerfile"),
          .blank,
          .markdown(exercise.commentary),
        ])
      ]
    }
  }

  mutating func restart() -> [Effect] {
    withExercise { session, exercise in
      guard let path = session.record.exercises[exercise.id]?.folder else {
        return [.refuse(Messages.notStarted(exercise.id), .wrongUsage)]
      }
      return session.enter(exercise.id) + [.restart(exercise: exercise.id, path: path, files: exercise.files)]
    }
  }

  mutating func forget(confirmed: Bool) -> [Effect] {
    guard confirmed else { return [.show([.text(Messages.forgetAsks)])] }
    place = nil
    exerciseInHand = nil
    return [remember(.everythingForgotten), .show([.text(Messages.forgotten)])]
  }
}

/// How many changed files must have been checked before the solution opens without a pass.
let attemptsBeforeSolution = 3
