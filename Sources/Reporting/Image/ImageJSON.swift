import BuildModel
package import Diagnostics
import DockerfileSyntax

/// An image with its traces as one object: `stagecraft.image/1`.
package struct ImageJSON: Sendable {
  package init() {}

  package func write(_ report: ImageReport, tool: (name: String, version: String), to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("schema", "stagecraft.image/1")
      writer.key("tool")
      writer.object {
        $0.member("name", tool.name)
        $0.member("version", tool.version)
      }
      writer.member("file", report.file)
      writer.member("target", report.target)
      switch report.outcome {
      case .refused(let error):
        writer.key("error")
        writer.value(error, in: report.source)
        for name: StaticString in ["stage", "base", "image"] { writer.member(name, String?.none) }
        for name: StaticString in ["fields", "files", "mounts", "arrivals", "stages"] {
          writer.member(name, [String]())
        }
      case .image(let image, let trace):
        writer.member("error", String?.none)
        Self.write(image, trace, to: &writer)
      }
      writer.key("notes")
      let places = ResultPlaces(report.source)
      writer.array { array in
        for note in MisspeltStages(in: report.document).notes() {
          array.object {
            $0.member("message", note.message)
            $0.members(of: places[note.range])
            $0.member("suggestion", note.suggestion)
          }
        }
      }
    }
    writer.endLine()
  }

  private static func write(_ image: JudgedImage, _ trace: ConfigurationTrace, to writer: inout JSONWriter) {
    let rows = ImageRows(image, trace)
    writer.key("stage")
    writer.object {
      $0.member("index", image.stage.index)
      $0.member("name", image.stage.displayName)
      $0.member("line", image.stage.fromLine)
      $0.member("platform", image.stage.platform)
    }
    writer.key("base")
    writer.object {
      $0.member("image", image.base.name)
      $0.member("known", !image.base.isUnknown)
      $0.member("facts", image.base.facts == nil ? nil : image.baseImages.date)
    }
    writer.key("image")
    writer.valueWithOrigin(image.image)
    writer.key("fields")
    writer.array { array in rows.all().forEach { array.value($0, rows.text) } }
    let files = FileRows(image: image, text: rows.text)
    writer.key("files")
    writer.array { array in
      for (file, row) in zip(image.provenance, files.files()) { array.value(row, file, rows.text, files) }
    }
    writer.key("mounts")
    writer.array { array in
      for (found, row) in zip(image.mounts, files.mounts()) {
        array.object {
          $0.member("target", row.path)
          $0.member("kind", row.kind)
          $0.member("what", row.what)
          $0.member("line", rows.text.number(found.origin))
        }
      }
    }
    writer.key("arrivals")
    writer.array { array in image.unwantedArrivals.forEach { array.value($0, rows.text) } }
    writer.key("stages")
    writer.array { array in
      for row in StageRows(image: image, text: rows.text).rows() {
        array.object {
          $0.member("name", row.name)
          $0.member("line", row.line)
          $0.member("role", row.role)
          $0.member("what", row.words)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Docker's error with its place.
  mutating func value(_ error: BuildError, in source: SourceFile) {
    object {
      $0.member("message", error.message)
      $0.members(of: ResultPlaces(source)[error.range])
      $0.member("suggestion", error.suggestion)
    }
  }

  /// Steps of a trace.
  mutating func value(_ steps: [TraceStep], _ text: TraceText) {
    array { array in
      for step in steps {
        array.object {
          $0.member("kind", step.kind.rawValue)
          $0.member("line", step.origin.map(text.number))
          $0.member("name", step.name)
          $0.member("written", step.written)
          $0.member("value", step.value)
          $0.member("text", text.step(step))
        }
      }
    }
  }

  fileprivate mutating func value(_ row: ImageRow, _ text: TraceText) {
    object { writer in
      writer.member("field", row.field)
      writer.member("key", row.key)
      writer.member("value", row.value)
      writer.member("form", row.form)
      writer.member("source", row.source.rawValue)
      writer.key("trace")
      writer.value(row.steps, text)
      writer.key("replaced")
      writer.array { array in
        for replaced in row.replaced {
          array.object {
            $0.member("value", replaced.value)
            $0.member("line", replaced.origin.map(text.number))
            $0.member("by_line", text.number(replaced.by))
            $0.member("text", text.replaced(replaced))
          }
        }
      }
    }
  }

  fileprivate mutating func value(_ row: FileRow, _ file: FileProvenance, _ text: TraceText, _ rows: FileRows) {
    object { writer in
      writer.member("path", row.path)
      writer.member("kind", row.kind)
      writer.member("what", row.what)
      writer.key("lines")
      writer.array { array in file.carriers.forEach { array.value(text.number($0)) } }
      writer.member("stages", file.stages.map(rows.name))
    }
  }

  fileprivate mutating func value(_ arrival: Arrival, _ text: TraceText) {
    object { writer in
      writer.member("subject", arrival.subject.rawValue)
      writer.member("answer", arrival.answer.rawValue)
      writer.key("evidence")
      writer.array { array in
        for evidence in arrival.evidence {
          array.object {
            $0.member("name", evidence.name)
            $0.member("line", evidence.origin.map(text.number))
          }
        }
      }
    }
  }
}
