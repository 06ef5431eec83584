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
    var baseImages = try BaseImagesFile.read(try Self.builtIn("base-images.yml"))
    baseImages.releaseLines = try ReleaseLinesFile.read(try Self.builtIn("release-lines.yml"))
    if let own { baseImages.rows = try BaseImagesFile.read(own).rows + baseImages.rows }
    self.baseImages = baseImages
    packageManagers = try PackageManagersFile.read(try Self.builtIn("package-managers.yml"))
  }

  private static func builtIn(_ name: String) throws(CourseError) -> SourceFile {
    let path = "Facts/\(name)"
    guard let bytes = try EmbeddedCourse().bytes(at: path) else {
      throw .problems([CourseProblem(.layout(.missing), path: path)])
    }
    return SourceFile(path: path, bytes: bytes)
  }
}
