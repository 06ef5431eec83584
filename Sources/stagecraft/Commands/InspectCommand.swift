import ArgumentParser
import Classroom
import Diagnostics
import DockerfileSyntax
import Foundation
import Reporting
import Terminal

/// `stagecraft inspect`: what Docker would read in a file.
struct InspectCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a Dockerfile is read: instructions, flags, words, heredocs, with their places."
  )

  @Option(help: "A tree for people, or one JSON object a line for each file.")
  var format = Format.text

  @Option(help: "A file of more bytes is not read.")
  var maxSize = FileReader.standardLimit

  @ArgumentParser.Argument(help: "Dockerfiles; - is standard input.", completion: .file())
  var files: [String]

  func run() throws {
    let reader = FileReader(limit: min(maxSize, Document.sizeLimit - 1))
    var isComplete = true
    for (index, file) in files.enumerated() {
      let origin = file == "-" ? Submission.Origin.standardInput : .file(FilePath(file))
      switch Result(catching: { () throws(ReadError) in try reader.read(Submission(name: file, origin: origin)) }) {
      case .success(let bytes): try show(file, bytes, isFirst: index == 0)
      case .failure(let error):
        isComplete = false
        try show(file, unreadable: error.message)
      }
    }
    guard isComplete else { throw ExitCode(CommandStatus.unreadable.rawValue) }
  }

  private func show(_ file: String, _ bytes: [UInt8], isFirst: Bool) throws {
    let document = Document(parsing: bytes)
    switch format {
    case .text:
      let screen = Screen.standard()
      let options = TextOptions(width: screen.width, height: screen.height, style: screen.style)
      let name = file == "-" ? "standard input" : file
      let lines = InspectionTree.lines(file: name, document: document, options: options)
      try Self.print(Array(((isFirst ? [] : [""]) + lines + [""]).joined(separator: "\n").utf8))
    case .json:
      var writer = JSONWriter()
      Inspection(file: file, document: document).write(to: &writer)
      writer.endLine()
      try Self.print(writer)
    }
  }

  private func show(_ file: String, unreadable reason: String) throws {
    switch format {
    case .text:
      try FileHandle.standardError.write(contentsOf: Data("stagecraft: \(Printable.line("\(file): \(reason)"))\n".utf8))
    case .json:
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("file", file)
        writer.member("error", reason)
      }
      writer.endLine()
      try Self.print(writer)
    }
  }

  private static func print(_ writer: borrowing JSONWriter) throws {
    try writer.withBytes { try FileHandle.standardOutput.write(contentsOf: Data(buffer: $0)) }
  }

  private static func print(_ bytes: [UInt8]) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }
}
