package import Diagnostics
package import DockerfileSyntax

/// What the program understands of a Dockerfile: the same that Docker's own parser makes of it.
package struct Inspection {
  package let file: String
  package let document: Document

  package init(file: String, document: Document) {
    self.file = file
    self.document = document
  }

  /// The first problem of Docker's parser, which then gives no instructions at all.
  var readingProblem: SyntaxProblem? { document.problems.first { $0.phase == .reading } }

  var instructionProblem: SyntaxProblem? {
    readingProblem == nil ? document.problems.first { $0.phase == .instructions } : nil
  }

  /// Docker's parser returns what it has read when a line is too long, and nothing with any other problem.
  var showsNodes: Bool {
    guard readingProblem != nil else { return true }
    return document.isCutOff && document.problems.count { $0.phase == .reading } == 1
  }
}

extension Inspection {
  /// One JSON object: directives, nodes, typed instructions and what Docker's checks find.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", file)
      writer.key("directives")
      writeDirectives(to: &writer)
      writer.key("parse")
      writeNodes(to: &writer)
      writer.key("instructions")
      writeInstructions(to: &writer)
      writer.key("lint")
      writeLint(to: &writer)
    }
  }

  private func writeDirectives(to writer: inout JSONWriter) {
    writer.object { writer in
      for directive in document.directives {
        writer.key(directive.kind.rawValue)
        writer.object { writer in
          writer.member("line", Int(directive.line))
          writer.member("value", document.string(directive.value))
        }
      }
    }
  }

  private func writeNodes(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("ok", readingProblem == nil)
      writer.key("error")
      write(readingProblem, to: &writer)
      writer.member("escape", showsNodes ? String(Unicode.Scalar(document.escape)) : "")
      writer.key("warnings")
      writer.array { writer in
        for warning in showsNodes ? document.warnings : [] {
          writer.object { writer in
            writer.member("short", warning.message)
            writer.member("line", warning.dockerLine)
          }
        }
      }
      writer.key("nodes")
      writer.array { writer in
        for node in document.nodes where showsNodes { write(node, to: &writer) }
      }
    }
  }

  private func writeInstructions(to writer: inout JSONWriter) {
    let isUnderstood = readingProblem == nil && instructionProblem == nil
    writer.object { writer in
      writer.member("ok", isUnderstood)
      writer.key("error")
      write(instructionProblem, to: &writer)
      writer.key("metaArgs")
      writer.array { writer in
        for index in isUnderstood ? document.globalArguments : 0..<0 { writeGlobalArgument(index, to: &writer) }
      }
      writer.key("stages")
      writer.array { writer in
        for (index, stage) in document.stages.enumerated() where isUnderstood {
          write(stage, index: index, to: &writer)
        }
      }
    }
  }

  private func write(_ problem: SyntaxProblem?, to writer: inout JSONWriter) {
    guard let problem else { return writer.null() }
    writer.object { writer in
      writer.member("text", problem.dockerMessage)
      writer.member("line", problem.dockerLine)
    }
  }
}
