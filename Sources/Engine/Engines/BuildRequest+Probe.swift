import BuildModel

extension BuildRequest {
  /// A build that needs no image and runs one instruction of a processor or three.
  static func probe(_ name: String, program: [UInt8], limit: Duration, in workplace: Workplace) throws -> BuildRequest {
    let folder = try workplace.folder(name)
    try workplace.write(ProbeProgram.dockerfile, to: "\(name)/Dockerfile")
    try workplace.write(program, to: "\(name)/context/probe", isExecutable: true)
    return BuildRequest(
      name: name,
      dockerfile: "\(folder)/Dockerfile",
      context: "\(folder)/context",
      folder: folder,
      limit: limit
    )
  }
}

extension ImageReference {
  /// A digest says more than the tag beside it, and not every engine takes both.
  var lookupName: String { digest.map { "\(repository)@\($0)" } ?? description }
}
