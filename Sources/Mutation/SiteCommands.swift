import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// A command that an instruction runs, with the bytes of the file that it is written with.
struct CommandSite {
  struct Word {
    var value: String
    var range: SourceRange
  }

  var words: [Word]
  /// Offsets into the script, in order to know what stands between two commands.
  var offsets: Range<Int>
  var range: SourceRange
}

extension Specimen {
  /// The commands of a RUN in shell form, in order; those that are written inside another one are left out.
  func commands(of site: Site) -> [CommandSite] {
    guard case .run(let run) = site.instruction, case .shell = run.form else { return [] }
    let text = run.script.text
    let trace = ShellSyntax.trace(Array(document.bytes(text)), environment: { _ in .unknown })
    var commands: [CommandSite] = []
    for execution in trace.executions.sorted(by: { $0.range.lower < $1.range.lower }) {
      let offsets = execution.range.offsets
      guard !offsets.isEmpty, offsets.lowerBound >= commands.last?.offsets.upperBound ?? 0 else { continue }
      let words = execution.words.map { word in
        CommandSite.Word(value: word.knownStart, range: document.range(of: word.range.offsets, in: text))
      }
      commands.append(
        CommandSite(words: words, offsets: offsets, range: document.range(of: offsets, in: text))
      )
    }
    return commands
  }

  /// The script of a RUN in shell form.
  func script(of site: Site) -> Text? {
    guard case .run(let run) = site.instruction, case .shell = run.form else { return nil }
    return run.script.text
  }

  /// The words of CMD or ENTRYPOINT in exec form.
  func execWords(of site: Site) -> [Word] {
    switch site.instruction {
    case .cmd(let command), .entrypoint(let command):
      guard case .exec(let words) = command.form else { return [] }
      return Array(document[words])
    default: return []
    }
  }

  /// The bytes of a part of a word, where each stands for itself in the file.
  func exactRange(of offsets: Range<Int>, in text: Text) -> Range<Int>? {
    let range = document.range(of: offsets, in: text).offsets
    let written = document.source[range]
    let base = text.offsets.lowerBound
    let meant = text.isDerived ? document.derived : document.source
    let bytes = meant[base + offsets.lowerBound..<base + offsets.upperBound]
    return written.elementsEqual(bytes) ? range : nil
  }
}
