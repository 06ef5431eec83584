/// Reads a page about a build check: front matter, then Markdown.
struct RulePageFile {
  private static let mostLines = 1000

  let path: String

  func read(_ bytes: [UInt8]) throws(CourseError) -> RulePage {
    let parts = try FrontMatter(bytes, path: path)
    let reader = YAMLReader(path: path, firstLine: 1)
    var page: RulePage?
    reader.read(bytes[parts.range], keys: ["rule", "summary", "fires", "refused"]) { fields in
      page = RulePage(
        rule: fields.text("rule") ?? "",
        summary: fields.text("summary") ?? "",
        fires: fields.list("fires").compactMap { fields.integer($0, in: 1...Self.mostLines) },
        isRefused: fields.flag("refused"),
        body: parts.body
      )
    }
    guard let page, reader.problems.isEmpty else { throw .problems(reader.problems) }
    return page
  }
}
