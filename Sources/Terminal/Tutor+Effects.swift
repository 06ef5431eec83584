import Course
import Diagnostics
import Glibc
import Session

extension Tutor {
  /// Performs effects in their order; what comes of one is handed to the session before the next.
  mutating func perform(_ effects: [Effect], _ session: inout Session) {
    for effect in effects where ending == nil {
      if let event = perform(effect, session) { perform(session.receive(event), &session) }
    }
  }

  private mutating func perform(_ effect: Effect, _ session: Session) -> Event? {
    switch effect {
    case .show(let blocks): screen.write(screen.typesetter.text(blocks))
    case .read(let blocks): read(blocks)
    case .report(let report, let everything):
      let typesetter = screen.typesetter
      screen.write(tools.render(report, screen.style, typesetter.width, everything))
    case .refuse(let text, let refusal): refuse(text, refusal)
    case .remember(let memory): remember(memory)
    case .quit: ending = .quit
    case .createFolder(let exercise, let path, let files): return create(exercise, path, files)
    case .restart(let exercise, let path, let files): return restart(exercise, path, files)
    case .grade(let exercise, let path, let purpose): return grade(exercise, path, purpose, session)
    }
    return nil
  }

  private mutating func read(_ blocks: [Block]) {
    guard isConversation else { return screen.write(screen.typesetter.text(blocks)) }
    if case .terminated(let signal) = Pager(screen: screen).show(screen.typesetter.lines(blocks)) {
      ending = .terminated(signal: signal)
    }
  }

  private mutating func refuse(_ text: Text, _ refusal: Effect.Refusal) {
    if isConversation { return screen.write(screen.typesetter.text([.text(text)])) }
    complain(text)
    status = max(status, refusal == .wrongUsage ? .wrongUsage : .inaccessible)
  }

  private mutating func remember(_ memory: Memory) {
    do {
      try store?.remember(memory, at: Int64(time(nil)))
    } catch {
      giveUpStore(error)
    }
  }

  private func create(_ exercise: String, _ path: String, _ files: [ContentFile]) -> Event {
    do {
      let done = try ExerciseFolder(path: path).create(files)
      return .folderReady(exercise: exercise, path: path, written: done.written, kept: done.kept, moved: nil)
    } catch {
      return .folderFailed(exercise: exercise, path: path, reason: error.reason)
    }
  }

  private func restart(_ exercise: String, _ path: String, _ files: [ContentFile]) -> Event {
    do {
      let (done, moved) = try ExerciseFolder(path: path).restart(files)
      return .folderReady(exercise: exercise, path: path, written: done.written, kept: [], moved: moved)
    } catch {
      return .folderFailed(exercise: exercise, path: path, reason: error.reason)
    }
  }

  private func grade(_ exercise: Exercise, _ path: String, _ purpose: Effect.Purpose, _ session: Session) -> Event {
    do {
      let bytes = try SubmissionFile.bytes(path + "/Dockerfile")
      let report = tools.grade(exercise, SourceFile(path: session.shownFile(path), bytes: bytes))
      return .graded(exercise: exercise, path: path, purpose: purpose, bytes: bytes, report: report)
    } catch {
      return .unreadable(exercise: exercise, path: path, purpose: purpose, error)
    }
  }
}
