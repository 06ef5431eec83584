import Diagnostics
import Glibc

/// Finds the Dockerfiles that are meant by the paths of a command line.
///
/// In a folder: `Dockerfile`, `Dockerfile.*` but not Docker's ignore files `*.dockerignore`, `*.Dockerfile` and
/// `Containerfile`, at any depth, in byte order of the relative path. Hidden files and folders and `node_modules` are
/// left out, links are not followed.
package struct SubmissionFinder: Sendable {
  /// What was found.
  package struct Findings: Sendable {
    package var submissions: [Submission] = []
    /// Links that would have been submissions, or may lead to some: for a remark to the user.
    package var skippedLinks: [String] = []
  }

  package init() {}

  /// The submissions of all paths, in the order of the paths.
  ///
  /// One folder alone gives names relative to it; where there are more paths, each name starts with the path that was
  /// given, so that no two are alike. `-` is standard input. What cannot be read is a submission too: it gets a result
  /// that says why.
  package func find(_ paths: [String]) -> Findings {
    var findings = Findings()
    for path in paths {
      if path == "-" {
        findings.submissions.append(Submission(name: "-", origin: .standardInput))
        continue
      }
      let root = FilePath(path)
      var status = stat()
      if root.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR {
        search(root, prefix: paths.count > 1 ? root : FilePath(""), into: &findings)
      } else {
        findings.submissions.append(Submission(name: path, origin: .file(root)))
      }
    }
    return findings
  }

  private func search(_ root: FilePath, prefix: FilePath, into findings: inout Findings) {
    var search = FolderSearch()
    search.run(root)
    if search.files.isEmpty, search.failures.isEmpty {
      let reason = ReadError.noSubmissions.message
      findings.submissions.append(Submission(name: root.text, origin: .unsearchable(reason)))
    }
    let files = search.files.map { relative in
      (
        relative,
        Submission(name: prefix.appending(relative.bytes).text, origin: .found(root.appending(relative.bytes)))
      )
    }
    let failures = search.failures.map { relative, error in
      let name = prefix.appending(relative.bytes).text
      return (
        relative,
        Submission(name: name.isEmpty ? root.text : name, origin: .unsearchable("cannot search it: \(error.message)"))
      )
    }
    findings.submissions += (files + failures).sorted { $0.0 < $1.0 }.map(\.1)
    findings.skippedLinks += search.links.sorted().map { prefix.appending($0.bytes).text }
  }
}
