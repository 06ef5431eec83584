extension Session {
  /// Where Enter leads when nothing was opened yet: the remembered place, else the first lesson that was not read.
  var nextPlace: Place? {
    switch record.place {
    case .lesson(let id, _) where syllabus.lesson(id) != nil: return record.place
    case .exercise(let id) where syllabus.outline(ofExercise: id) != nil: return record.place
    default: break
    }
    let unread = syllabus.lessons.first { !record.lessonsRead.contains($0.id) }
    return (unread ?? syllabus.lessons.first).map { .lesson(id: $0.id, page: 0) }
  }

  /// Enter alone.
  mutating func goOn() -> [Effect] {
    if drill != nil { return goOnInDrill() }
    switch place {
    case nil:
      switch nextPlace {
      case .lesson(let id, let page): return show(lesson: id, page: page)
      case .exercise(let id): return show(briefOf: id)
      case nil: return [.show([.text(Messages.emptyCourse)])]
      }
    case .lesson(let id, let page): return goOn(from: id, page: page)
    case .exercise(let id): return goOn(fromExercise: id)
    }
  }

  private mutating func goOn(from id: String, page: Int) -> [Effect] {
    guard let outline = syllabus.lesson(id) else { return neighbour(1) }
    do {
      let pages = LessonPages(try syllabus.lessonParts(id)).pages
      if surroundings.reading == .sections, page + 1 < pages.count { return show(lesson: id, page: page + 1) }
    } catch {
      return [.refuse(Messages.broken(id, error), .inaccessible)]
    }
    let open = outline.exercises.first { record.exercises[$0]?.isSolved != true && hasExercise($0) }
    return open.map { show(briefOf: $0) } ?? neighbour(1)
  }

  private mutating func goOn(fromExercise id: String) -> [Effect] {
    let known = record.exercises[id]
    if known?.isSolved == true { return goOnAfterSolving(id) }
    return known?.folder == nil ? exercise([id]) : grade(for: .check(everything: false))
  }

  private mutating func goOnAfterSolving(_ id: String) -> [Effect] {
    let siblings = syllabus.outline(ofExercise: id).flatMap { syllabus.lesson($0.lesson)?.exercises } ?? []
    let open = siblings.first { record.exercises[$0]?.isSolved != true && hasExercise($0) }
    return open.map { show(briefOf: $0) } ?? neighbour(1)
  }

  func hasExercise(_ id: String) -> Bool { syllabus.outline(ofExercise: id) != nil }

  /// `lesson`, by id or number.
  mutating func lesson(named name: String?) -> [Effect] {
    guard let name else { return show(lesson: currentLesson ?? syllabus.lessons.first?.id, page: 0) }
    if let found = lessonID(named: name) { return show(lesson: found, page: 0) }
    return noLesson(name)
  }

  func lessonID(named name: String) -> String? {
    let found = syllabus.lessons.first { $0.id == name.lowercased() }
    return (found ?? syllabus.lessons.first { $0.number == Int(name) })?.id
  }

  func noLesson(_ name: String) -> [Effect] {
    if Int(name) != nil { return [.refuse(Messages.noLesson(number: name, syllabus), .wrongUsage)] }
    return [.refuse(Messages.noLesson(name, likelyName(for: name, among: syllabus.lessons.map(\.id))), .wrongUsage)]
  }

  /// The lesson one is in, or whose exercise one is at.
  var currentLesson: String? {
    switch place ?? record.place {
    case .lesson(let id, _): syllabus.lesson(id)?.id
    case .exercise(let id): syllabus.outline(ofExercise: id).flatMap { syllabus.lesson($0.lesson)?.id }
    case nil: nil
    }
  }

  /// The lesson before or after the current one.
  mutating func neighbour(_ step: Int) -> [Effect] {
    guard let current = syllabus.lessons.firstIndex(where: { $0.id == currentLesson }) else {
      return step > 0 ? show(lesson: syllabus.lessons.first?.id, page: 0) : [.show([.text(Messages.firstLesson)])]
    }
    let index = current + step
    guard syllabus.lessons.indices.contains(index) else {
      return [.show([.text(step > 0 ? Messages.lastLesson(syllabus, record) : Messages.firstLesson)])]
    }
    return show(lesson: syllabus.lessons[index].id, page: 0)
  }

  /// `back`: the page before this one; from the first page the lesson before, from an exercise its lesson.
  mutating func back() -> [Effect] {
    switch place {
    case .lesson(let id, let page) where page > 0 && surroundings.reading == .sections: show(lesson: id, page: page - 1)
    case .exercise(let id): show(lesson: syllabus.outline(ofExercise: id)?.lesson, page: 0)
    default: neighbour(-1)
    }
  }

  mutating func show(lesson id: String?, page: Int) -> [Effect] {
    guard let id, let outline = syllabus.lesson(id) else { return [.show([.text(Messages.emptyCourse)])] }
    do {
      let pages = LessonPages(try syllabus.lessonParts(id)).pages
      return surroundings.reading == .whole ? show(whole: outline, pages) : show(page, of: pages, outline)
    } catch {
      return [.refuse(Messages.broken(id, error), .inaccessible)]
    }
  }

  private mutating func show(_ page: Int, of pages: [LessonPages.Page], _ outline: Syllabus.LessonOutline) -> [Effect] {
    let page = min(max(page, 0), pages.count - 1)
    var effects = [go(to: .lesson(id: outline.id, page: page))]
    if page + 1 == pages.count { effects += finished(outline.id) }
    let head = Messages.lessonHead(outline, page: page, of: pages.count, pages[page])
    if case .question(let question) = pages[page] {
      openQuestion = OpenQuestion(lesson: outline.id, question: question)
      return effects + [.show(head + Messages.question(question) + Messages.howToAnswer(question))]
    }
    let foot = Messages.lessonFoot(outline, page: page, of: pages.count, openExercise(of: outline), syllabus)
    return effects + [.read(head + Messages.body(pages[page]) + foot)]
  }

  /// All of it at once; the questions are shown, and asked by `quiz`.
  private mutating func show(whole outline: Syllabus.LessonOutline, _ pages: [LessonPages.Page]) -> [Effect] {
    let effects = [go(to: .lesson(id: outline.id, page: 0))] + finished(outline.id)
    let head = Messages.lessonHead(outline, page: 0, of: 1, pages[0])
    let body = pages.flatMap { Messages.body($0) + [.blank] }.dropLast()
    let foot =
      surroundings.isShell
      ? Messages.shellFoot(outline)
      : Messages.lessonFoot(outline, page: 0, of: 1, openExercise(of: outline), syllabus)
    let questions = pages.count { if case .question = $0 { true } else { false } }
    return effects + [.read(head + body + Messages.questionsFoot(questions, surroundings.isShell) + foot)]
  }

  private mutating func finished(_ lesson: String) -> [Effect] {
    record.lessonsRead.contains(lesson) ? [] : [remember(.lessonRead(lesson))]
  }

  private func openExercise(of lesson: Syllabus.LessonOutline) -> String? {
    lesson.exercises.first { record.exercises[$0]?.isSolved != true && hasExercise($0) }
  }
}
