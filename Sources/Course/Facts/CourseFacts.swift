package import BuildModel
package import Diagnostics

/// The facts that grading rests on.
package struct CourseFacts: Sendable {
  package var baseImages: BaseImageFacts
  package var packageManagers: PackageManagerFacts

  package init(baseImages: BaseImageFacts, packageManagers: PackageManagerFacts) {
    self.baseImages = baseImages
    self.packageManagers = packageManagers
  }

  /// The facts that are part of the program.
  ///
  /// - Parameter own: a file of base images that stand before the built-in ones, in the format of `base-images.yml`.
  package init(own: SourceFile? = nil) throws(CourseError) {
    let images = try Self.builtIn("base-images.yml")
    let lines = try Self.builtIn("release-lines.yml")
    let managers = try Self.builtIn("package-managers.yml")
    var baseImages = try BaseImagesFile.read(images.file, tree: images.tree)
    baseImages.releaseLines = try ReleaseLinesFile.read(lines.file, tree: lines.tree)
    if let own { baseImages.rows = try BaseImagesFile.read(own).rows + baseImages.rows }
    self.baseImages = baseImages
    packageManagers = try PackageManagersFile.read(managers.file, tree: managers.tree)
    packageManagers.tools = try Self.packageTools()
  }

  private static func packageTools() throws(CourseError) -> PackageToolFacts {
    let path = "Facts/package-tools.yml"
    let tree = EmbeddedCourse().tree(at: path, deferring: "tools", but: PackageToolsFile.names)
    guard let tree else { return try PackageToolsFile.read(try builtIn("package-tools.yml").file) }
    return try PackageToolsFile.read(tree, path: path)
  }

  private static func builtIn(_ name: String) throws(CourseError) -> (file: SourceFile, tree: YAMLTree?) {
    let path = "Facts/\(name)"
    let content = EmbeddedCourse()
    guard let bytes = try content.bytes(at: path) else {
      throw .problems([CourseProblem(.layout(.missing), path: path)])
    }
    return (SourceFile(path: path, bytes: bytes), content.tree(at: path))
  }
}
