package import Diagnostics

/// An explanation as one object: `stagecraft.explanation/1`.
package struct ExplanationJSON: Sendable {
  package init() {}

  package func write(
    _ found: Explanation,
    in source: SourceFile,
    tool: (name: String, version: String),
    to writer: inout JSONWriter
  ) {
    let places = ResultPlaces(source)
    writer.object { writer in
      writer.member("schema", "stagecraft.explanation/1")
      writer.key("tool")
      writer.object {
        $0.member("name", tool.name)
        $0.member("version", tool.version)
      }
      writer.member("file", found.file)
      writer.member("asked_line", found.line)
      writer.member("asked_column", found.column)
      writer.key("refusals")
      writer.array { array in
        for refusal in found.refusals {
          array.object {
            $0.member("message", refusal.message)
            $0.members(of: places[refusal.range])
            $0.member("suggestion", refusal.suggestion)
          }
        }
      }
      writer.member("subject", found.subject.rawValue)
      writer.member("keyword", found.keyword)
      writer.members(of: places[found.range])
      writer.key("stage")
      writer.value(found.stage)
      writer.member("does", found.does)
      writer.key("commands")
      writer.array { array in found.commands.forEach { array.value($0, places[$0.range]) } }
      writer.member("traces", found.traces)
      writer.member("effect", found.effect.rawValue)
      writer.member("image", found.image)
      writer.member("notes", found.notes)
    }
    writer.endLine()
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ stage: Explanation.Stage?) {
    guard let stage else { return null() }
    object {
      $0.member("index", stage.index)
      $0.member("name", stage.name)
      $0.member("line", stage.line)
      $0.member("role", stage.role)
      $0.member("what", stage.words)
    }
  }

  fileprivate mutating func value(_ command: Explanation.Command, _ place: ResultPlaces.Place?) {
    object {
      $0.member("command", command.text)
      $0.member("meaning", command.meaning)
      $0.member("directory", command.directory)
      $0.member("certain", command.isCertain)
      $0.members(of: place)
    }
  }
}
