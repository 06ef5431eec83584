/// The words of the command line cannot be followed: exit status 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A result could not be written: exit status 3.
struct OutputError: Error, CustomStringConvertible {
  let description: String
}
