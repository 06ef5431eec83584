/// What Package.swift says, as far as its text shows it.
struct Manifest {
  struct Package: Equatable {
    var name: String
    var version: String
  }

  /// The targets of the repository that each target below `Sources` depends on.
  var dependencies: [String: Set<String>] = [:]
  var packages: [Package]

  init(_ text: String) {
    packages = text.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", exact: "([^"]+)"\)/).map {
      Package(name: String($0.1), version: String($0.2))
    }
    for match in text.matches(of: /\blayer\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      dependencies[String(match.1)] = Self.names(in: match.2)
    }
    let targets = /\.(?:executableTarget|target)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    for match in text.matches(of: targets) {
      dependencies[String(match.1)] = Self.names(in: match.2)
    }
  }

  private static func names(in list: Substring?) -> Set<String> {
    Set((list ?? "").matches(of: /"(\w+)"/).map { String($0.1) })
  }
}
