import Course
import Diagnostics
import Rubric
import Session

/// A session with a learner's folder in memory, written down as it goes.
struct Rehearsal {
  var session: Session
  var files: [String: [UInt8]] = [:]
  private(set) var transcript = ""
  private(set) var memories: [Memory] = []
  private(set) var hasQuit = false

  init(reading: Surroundings.Reading = .sections, record: LearnerRecord = LearnerRecord()) {
    session = Session(
      syllabus: SmallCourse.syllabus,
      surroundings: Surroundings(workingDirectory: "/home/ann/course", homeDirectory: "/home/ann", reading: reading),
      record: record
    )
  }

  mutating func begin() {
    perform(session.begin())
  }

  /// A line of input; `edit TEXT` changes the Dockerfile instead.
  mutating func type(_ line: String) {
    transcript += "\n" + plain(session.prompt) + line + "\n"
    if line.hasPrefix("edit ") {
      files["/home/ann/course/react-node/Dockerfile"] = Array(line.dropFirst(5).utf8)
    } else {
      perform(session.handle(line: line))
    }
  }

  /// What one line of input leads to, without what came before.
  mutating func answer(_ line: String) -> String {
    let before = transcript.count
    type(line)
    return String(transcript.dropFirst(before).drop { $0 == "\n" }.drop { $0 != "\n" }.dropFirst())
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .show(let blocks): blocks.forEach { write($0) }
      case .read(let blocks):
        transcript += "(to read)\n"
        blocks.forEach { write($0) }
      case .report(let report, let everything):
        transcript += "(\(everything ? "whole " : "")report: \(report.results.map(\.score)) points)\n"
      case .refuse(let text, let refusal): transcript += "(\(refusal)) \(plain(text))\n"
      case .remember(let memory): memories.append(memory)
      case .quit: hasQuit = true
      case .createFolder(let exercise, let path, let files): create(exercise, path, files, moved: nil)
      case .restart(let exercise, let path, let files):
        self.files[path + "/Dockerfile.mine"] = self.files.removeValue(forKey: path + "/Dockerfile")
        create(exercise, path, files, moved: "Dockerfile.mine")
      case .grade(let exercise, let path, let purpose):
        guard let bytes = files[path + "/Dockerfile"] else {
          perform(session.receive(.unreadable(exercise: exercise, path: path, purpose: purpose, .missing)))
          continue
        }
        let report = SmallCourse.report(bytes)
        let event = Event.graded(exercise: exercise, path: path, purpose: purpose, bytes: bytes, report: report)
        perform(session.receive(event))
      }
    }
  }

  private mutating func create(_ exercise: String, _ path: String, _ wanted: [ContentFile], moved: String?) {
    var (written, kept): ([String], [String]) = ([], [])
    for file in wanted {
      if files[path + "/" + file.path] == nil {
        files[path + "/" + file.path] = file.bytes
        written.append(file.path)
      } else {
        kept.append(file.path)
      }
    }
    let event = Event.folderReady(exercise: exercise, path: path, written: written, kept: kept, moved: moved)
    perform(session.receive(event))
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .title(let left, let right): transcript += "\(plain(left)) || \(plain(right))\n"
    case .text(let text): transcript += plain(text) + "\n"
    case .table(let rows): for row in rows { transcript += row.map(plain).joined(separator: " | ") + "\n" }
    case .markdown(let text), .code(let text, _), .listing(let text, _): transcript += text + "\n"
    case .blank: transcript += "\n"
    }
  }

  private func plain(_ text: Text) -> String { text.spans.map(\.plain).joined() }
}
