/// The same file seen with another target or with other build arguments.
extension JudgedImage {
  /// The image that a build of another stage yields, with the stages that it needs.
  ///
  /// - Throws: what Docker refuses that build for.
  package func judging(stage: Int) throws(BuildError) -> JudgedImage {
    if stage == build.target { return self }
    if let known = Build(build, stage: stage) {
      return try JudgedImage(known, options: options, ignoreFile: ignoreFile)
    }
    let build = try Build(of: document, options: options, stage: stage)
    return try JudgedImage(build, options: options, ignoreFile: ignoreFile)
  }

  /// The same stage built with other values of arguments.
  ///
  /// - Throws: what Docker refuses that build for.
  package func judging(arguments: [String: String]) throws(BuildError) -> JudgedImage {
    var options = options
    options.arguments.merge(arguments) { _, new in new }
    return try JudgedImage(
      try Build(of: document, options: options, stage: build.target),
      options: options,
      ignoreFile: ignoreFile
    )
  }
}
