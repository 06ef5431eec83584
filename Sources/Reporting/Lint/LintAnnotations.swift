import Diagnostics
import Linting

/// The findings as annotations of GitHub Actions.
package struct LintAnnotations: Sendable {
  package init() {}

  package func bytes(of report: LintReport) -> [UInt8] {
    let (shown, hidden) = Annotation.divided(report.files.flatMap(annotations))
    var lines = shown.map(\.command)
    if !hidden.isEmpty { lines += Annotation.quoted(hidden.map(\.plainLine)) }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func annotations(_ file: LintedFile) -> [Annotation] {
    guard let source = file.source else {
      return [Annotation(level: .error, title: "unreadable", message: file.error ?? "", file: file.name)]
    }
    let places = ResultPlaces(source)
    func annotation(_ level: Annotation.Level, _ title: String, _ message: String, _ range: SourceRange?) -> Annotation
    {
      Annotation(level: level, title: title, message: message, file: source.path, place: places[range])
    }
    return file.refusals.map { annotation(.error, "refused by Docker", $0.message, $0.range) }
      + file.findings.map { annotation(.warning, $0.rule.name, $0.message, $0.range) }
      + file.notes.map { note in
        let hint = note.suggestion.map { ". Did you mean \($0)?" } ?? ""
        return annotation(.notice, "probably a mistake", note.message + hint, note.range)
      }
  }
}
