// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// A target of the program. Its dependencies are the rows above it in the layer table of CONTRIBUTING.md.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies + ["TestKit"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "stagecraft",
  products: [
    .executable(name: "stagecraft", targets: ["stagecraft"]),
    .library(name: "DockerfileSyntax", targets: ["Diagnostics", "DockerfileSyntax"]),
    .library(name: "Workloads", targets: ["Workloads", "GradingWorkload"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    layer("Diagnostics"),
    layer("DockerfileSyntax", ["Diagnostics"]),
    layer("ShellSyntax", ["Diagnostics"]),
    layer("BuildModel", ["Diagnostics", "DockerfileSyntax", "ShellSyntax"]),
    layer("Linting", ["Diagnostics", "DockerfileSyntax", "BuildModel"]),
    layer("Mutation", ["Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel"]),
    layer("Rubric", ["Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel", "Linting"]),
    layer("Reporting", ["Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel", "Linting", "Rubric"]),
    layer("Workloads", ["Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel", "Linting", "Reporting"]),
    .executableTarget(name: "embedgen", dependencies: [yams], swiftSettings: strict),
    // The course that it watches may hold sources of any language.
    .plugin(
      name: "EmbedContent",
      capability: .buildTool(),
      dependencies: ["embedgen"],
      sources: ["EmbedContent.swift"]
    ),
    .target(name: "Content", exclude: ["Facts", "Rules"], swiftSettings: strict, plugins: ["EmbedContent"]),
    layer(
      "Course",
      ["Diagnostics", "DockerfileSyntax", "BuildModel", "Linting", "Mutation", "Rubric", "Content", yams]
    ),
    layer("GradingWorkload", ["Diagnostics", "BuildModel", "Rubric", "Course"]),
    layer("Session", ["Diagnostics", "Rubric", "Reporting", "Course"]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    layer("Terminal", ["Diagnostics", "Rubric", "Course", "Session", "CReadline", "CCMarkGFM"]),
    layer("Progress", ["Diagnostics", "Rubric", "Session", grdb]),
    layer("Classroom", ["Diagnostics", "DockerfileSyntax", "BuildModel", "Rubric", "Course"]),
    layer("Engine", ["Diagnostics", "DockerfileSyntax", "BuildModel", "Rubric", "Course", "Classroom", subprocess]),
    .executableTarget(
      name: "stagecraft",
      dependencies: [
        "Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel", "Linting", "Mutation", "Rubric", "Reporting",
        "Content", "Course", "Session", "Terminal", "Progress", "Classroom", "Engine", argumentParser,
      ],
      swiftSettings: strict
    ),
    .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics"]),
    tests("DockerfileSyntax", ["Diagnostics", "DockerfileSyntax"]),
    tests("ShellSyntax", ["Diagnostics", "ShellSyntax"]),
    tests("BuildModel", ["Diagnostics", "DockerfileSyntax", "ShellSyntax", "BuildModel", "Course"]),
    tests("Linting", ["Diagnostics", "DockerfileSyntax", "BuildModel", "Linting", "Course"]),
    tests("Mutation", ["Diagnostics", "BuildModel", "Mutation", "Rubric", "Course"]),
    tests("Rubric", ["Diagnostics", "DockerfileSyntax", "BuildModel", "Rubric", "Course"], exclude: ["Cases"]),
    tests(
      "Reporting",
      ["Diagnostics", "DockerfileSyntax", "BuildModel", "Linting", "Rubric", "Reporting", "Course"],
      exclude: ["Goldens"]
    ),
    tests(
      "Course",
      [
        "Diagnostics", "DockerfileSyntax", "BuildModel", "Linting", "Mutation", "Rubric", "embedgen", "Content",
        "Course",
      ],
      exclude: ["Packs"]
    ),
    tests("Session", ["Diagnostics", "Rubric", "Reporting", "Course", "Session"], exclude: ["Goldens"]),
    tests("Terminal", ["Diagnostics", "Rubric", "Course", "Session", "Terminal"], exclude: ["Goldens"]),
    tests("Progress", ["Rubric", "Session", "Progress", grdb]),
    tests("Classroom", ["Diagnostics", "BuildModel", "Rubric", "Course", "Classroom"]),
    tests(
      "Engine",
      ["Diagnostics", "DockerfileSyntax", "BuildModel", "Rubric", "Reporting", "Course", "Classroom", "Engine"]
    ),
    tests("Project", []),
    tests("EndToEnd", ["stagecraft"]),
  ],
  swiftLanguageModes: [.v6]
)
