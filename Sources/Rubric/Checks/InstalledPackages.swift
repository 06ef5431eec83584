import BuildModel

extension Check {
  package static let installedPackages = Check(
    id: "installed-packages",
    title: "Install the packages that the application needs",
    rationale: "libraries and certificates that the application looks for have to be in its own stage",
    parameters: .texts("packages", "names of packages of the system's package manager"),
    publishes: ["missing"],
    countsParts: true,
    good: [
      CheckExample(
        "FROM debian:13-slim\nRUN apt-get update && apt-get install -y ca-certificates libssl3\n",
        with: [
          "packages": ["ca-certificates", "libssl3"]
        ]
      )
    ],
    bad: [
      CheckExample(
        "⟦FROM debian:13-slim⟧\nRUN apt-get update && apt-get install -y libssl3\n",
        with: [
          "packages": ["ca-certificates", "libssl3"]
        ]
      )
    ]
  ) { packages in
    { image in
      let installed = Set(image.systemPackages.filter { $0.hiddenBy == nil }.map(\.name))
      let missing = packages.filter { !installed.contains($0) }
      guard let first = missing.first else {
        return .passed("\(packages.joined(separator: ", ")) \(packages.count == 1 ? "is" : "are") installed")
      }
      return .failed(
        Finding(
          "\(first) is not installed",
          "no RUN of \(image.stage.displayName) installs \(missing.joined(separator: ", "))",
          at: image.fromRange,
          fix: "install it in this stage",
          values: ["missing": missing.joined(separator: ", ")],
          share: Share(packages.count - missing.count, of: packages.count)
        )
      )
    }
  }
}
