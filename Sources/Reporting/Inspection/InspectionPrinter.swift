import Diagnostics
import DockerfileSyntax
import Linting

/// Prints a document from its tables as they lie in memory: no text of it becomes a string on the way.
///
/// It is good as long as the document is, which the caller keeps alive.
struct InspectionPrinter {
  let document: Document
  let memory: DocumentMemory
  /// The first problem of Docker's parser, which then gives no instructions at all.
  private let readingProblem: SyntaxProblem?
  private let instructionProblem: SyntaxProblem?
  /// Docker's parser returns what it has read when a line is too long, and nothing with any other problem.
  private let showsNodes: Bool

  init(_ document: Document) {
    self.document = document
    memory = document.memory
    let problems = document.problems
    let first = problems.first { $0.phase == .reading }
    readingProblem = first
    instructionProblem = first == nil ? problems.first { $0.phase == .instructions } : nil
    showsNodes = first == nil || document.isCutOff && problems.count { $0.phase == .reading } == 1
  }

  /// The bytes of a text where they lie.
  @inline(__always)
  func bytes(_ text: Text) -> UnsafeBufferPointer<UInt8> {
    let table = text.isDerived ? memory.derived : memory.source
    let offsets = text.offsets
    precondition(offsets.upperBound <= table.count)
    return UnsafeBufferPointer(rebasing: table[offsets])
  }
}

extension InspectionPrinter {
  @inline(__always)
  func write(_ text: Text, to writer: inout JSONWriter) {
    writer.value(utf8: bytes(text))
  }

  /// A text, or the empty string.
  @inline(__always)
  func write(_ word: Word?, to writer: inout JSONWriter) {
    if let word { write(word.text, to: &writer) } else { writer.value(literal: "") }
  }

  @inline(__always)
  func member(_ name: StaticString, _ text: Text, to writer: inout JSONWriter) {
    writer.key(name)
    write(text, to: &writer)
  }

  @inline(__always)
  func member(_ name: StaticString, _ word: Word, to writer: inout JSONWriter) {
    member(name, word.text, to: &writer)
  }

  @inline(__always)
  func write(_ run: Run32<Word>, to writer: inout JSONWriter) {
    writer.array { writer in
      for word in memory.words[run] { write(word.text, to: &writer) }
    }
  }

  @inline(__always)
  func member(_ name: StaticString, _ run: Run32<Word>, to writer: inout JSONWriter) {
    writer.key(name)
    write(run, to: &writer)
  }

  func write(file: String, _ linter: borrowing DocumentLinter, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", file)
      writer.key("directives")
      writeDirectives(to: &writer)
      writer.key("parse")
      let printed = writeNodes(to: &writer)
      writer.key("instructions")
      writeInstructions(printed, to: &writer)
      writer.key("lint")
      writeLint(linter, to: &writer)
    }
  }

  private func writeDirectives(to writer: inout JSONWriter) {
    writer.object { writer in
      for directive in document.directives {
        writer.key(text: directive.kind.rawValue)
        writer.object { writer in
          writer.member("line", Int(directive.line))
          member("value", directive.value, to: &writer)
        }
      }
    }
  }

  private func writeNodes(to writer: inout JSONWriter) -> [PrintedNode] {
    var printed: [PrintedNode] = []
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
        guard showsNodes else { return }
        printed = [PrintedNode](unsafeUninitializedCapacity: memory.nodes.count) { places, count in
          for node in memory.nodes {
            places.initializeElement(at: count, to: write(node, to: &writer))
            count += 1
          }
        }
      }
    }
    return printed
  }

  private func writeInstructions(_ printed: [PrintedNode], to writer: inout JSONWriter) {
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
        for (index, stage) in memory.stages.enumerated() where isUnderstood {
          write(stage, index: index, printed, to: &writer)
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

extension UnsafeBufferPointer where Element: BitwiseCopyable {
  /// A run of a document's table.
  @inline(__always)
  subscript(_ run: Run32<Element>) -> UnsafeBufferPointer<Element> {
    let indices = run.indices
    precondition(indices.upperBound <= count)
    return UnsafeBufferPointer(rebasing: self[indices])
  }
}
