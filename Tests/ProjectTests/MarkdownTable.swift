/// The cells of the first table below a heading, without the head of the table.
func tableRows(in markdown: String, below heading: String) -> [[String]] {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
  guard let start = lines.firstIndex(where: { $0 == heading }) else { return [] }
  return lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
    line.split(separator: "|").map { $0.trimmingPrefix { $0 == " " }.reversed().drop { $0 == " " }.reversed() }
      .map { String($0) }
  }
}
