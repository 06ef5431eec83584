/// What packages and programs are for.
package struct PackageContents: Sendable {
  /// System packages that only a build needs: `build-base`, `*-dev`.
  package var buildPackages: Set<String>
  /// Their endings: `-dev`, `-devel`.
  package var buildEndings: [String]
  /// Programs that only a build needs: gcc, go, mvn.
  package var buildPrograms: [String]
  /// Programs that install packages: npm, pip, apk.
  package var packagePrograms: [String]
  /// Files of the official images that make a tool empty its caches.
  package var emptyingFiles: [String]
  /// Parts of a file's or an extra's name that mean development: `dev`, `test`.
  package var developmentWords: Set<String>

  package init(
    buildPackages: Set<String> = [],
    buildEndings: [String] = [],
    buildPrograms: [String] = [],
    packagePrograms: [String] = [],
    emptyingFiles: [String] = [],
    developmentWords: Set<String> = []
  ) {
    self.buildPackages = buildPackages
    self.buildEndings = buildEndings
    self.buildPrograms = buildPrograms
    self.packagePrograms = packagePrograms
    self.emptyingFiles = emptyingFiles
    self.developmentWords = developmentWords
  }

  package func isBuildPackage(_ name: String) -> Bool {
    buildPackages.contains(name) || buildEndings.contains { name.hasSuffix($0) }
  }
}
