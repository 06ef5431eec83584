import DockerfileSyntax

/// The rules for the sources of COPY and ADD that lie outside the build context.
package struct CopyOrigin {
  /// Why Docker refuses a source.
  package struct Refused: Error, Hashable {
    /// Docker's own words.
    package let message: String
    /// Which source it is about; nil for the checksum.
    package let source: Int?
  }

  private let isAdd: Bool
  private var checksum: String
  private var keepsGitFolder: Bool?

  /// - Parameters:
  ///   - checksum: the expanded value of `--checksum`, "" for none.
  ///   - keepsGitFolder: `--keep-git-dir`, nil where it isn't given.
  package init(isAdd: Bool, checksum: String, keepsGitFolder: Bool?) {
    self.isAdd = isAdd
    self.checksum = checksum
    self.keepsGitFolder = keepsGitFolder
  }

  /// A checksum goes with one source alone, and that one comes from elsewhere.
  package func checkChecksum(of sources: [String]) throws(Refused) {
    guard !checksum.isEmpty else { return }
    guard sources.count == 1, let source = sources.first else {
      throw Refused(message: "checksum can't be specified for multiple sources", source: nil)
    }
    guard Self.isWeb(source) || Self.isRepository(source) else {
      throw Refused(message: "checksum requires HTTP(S) or Git sources", source: nil)
    }
  }

  /// Checks a source, in order: what a repository's query says holds for those after it, too.
  /// - Returns: whether it is a path, in the build context or in another stage.
  package mutating func isPath(_ source: String, at index: Int) throws(Refused) -> Bool {
    if Self.isPlainPath(source) { return true }
    if let repository = try repository(source, at: index), !repository.looksLikePath {
      try check(repository, at: index)
      return false
    }
    // A repository on the web that counts as a path is one, for all that its name says.
    guard Self.isWeb(source), !Self.isRepository(source) else { return true }
    guard isAdd else { throw Refused(message: "source can't be a URL for COPY", source: index) }
    if !checksum.isEmpty {
      let bytes = Array(checksum.utf8)
      let problem = bytes.withUnsafeBufferPointer { ImageDigest.problem($0, 0..<bytes.count) }
      if let problem { throw Refused(message: problem, source: nil) }
    }
    return false
  }

  /// The same for a lone source of ADD, where a repository's own checksum may differ from the one that is asked for.
  package static func isPath(_ source: String, checksum: String) throws(Refused) -> Bool {
    var origin = CopyOrigin(
      isAdd: true,
      checksum: isWeb(source) && !isRepository(source) ? checksum : "",
      keepsGitFolder: nil
    )
    return try origin.isPath(source, at: 0)
  }

  /// A path for sure: addresses have colons, and a repository's path says whose it is.
  private static func isPlainPath(_ source: String) -> Bool {
    !source.utf8.contains(UInt8(ascii: ":")) && !source.utf8.starts(with: "github.com/".utf8)
  }

  /// A file on the web for sure, which ADD takes without a further look.
  package static func isPlainWeb(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard source.count > 8, source.equals("http://", in: 0..<7) || source.equals("https://", in: 0..<8) else {
      return false
    }
    for index in source.indices {
      if source[index] == UInt8(ascii: "%") { return false }
      // Where a part of the path ends in `.git`, it may be a repository; `raw.githubusercontent.com` is none.
      let end = index + 4
      guard source[index] == UInt8(ascii: "."), end <= source.count, source.equals(".git", in: index..<end) else {
        continue
      }
      if end == source.count || !(0x61...0x7A).contains(source[end]) { return false }
    }
    return true
  }

  private mutating func check(_ repository: GitReference, at index: Int) throws(Refused) {
    guard isAdd else { throw Refused(message: "source can't be a git ref for COPY", source: index) }
    if let asked = keepsGitFolder, let written = repository.keepsGitFolder, asked != written {
      throw Refused(message: "inconsistent keep-git-dir configuration", source: index)
    }
    keepsGitFolder = repository.keepsGitFolder ?? keepsGitFolder
    if !repository.checksum.isEmpty {
      guard checksum.isEmpty || checksum == repository.checksum else {
        let (asked, written) = (DockerText.quoted(checksum.utf8), DockerText.quoted(repository.checksum.utf8))
        throw Refused(message: "checksum mismatch \(asked) != \(written)", source: index)
      }
      checksum = repository.checksum
    }
  }

  private func repository(_ source: String, at index: Int) throws(Refused) -> GitReference? {
    do throws(GitReference.Invalid) {
      return try GitReference(source)
    } catch {
      throw Refused(message: error.message, source: index)
    }
  }

  private static func isWeb(_ source: String) -> Bool {
    source.hasPrefix("http://") || source.hasPrefix("https://")
  }

  /// A repository whose query Docker refuses counts as none.
  private static func isRepository(_ source: String) -> Bool {
    do throws(GitReference.Invalid) {
      return try GitReference(source) != nil
    } catch {
      return false
    }
  }
}
