import ShellSyntax

/// Which programs build, and which of their subcommands do.
enum BuildTools {
  /// Programs that build when they are told so, beside those of the facts.
  static let programs = ["node", "ts-node", "tsx"] + subcommands.keys + otherTools

  private static func isKnown(_ program: String, _ facts: PackageManagerFacts) -> Bool {
    switch program {
    case "node", "ts-node", "tsx": true
    default: subcommands[program] != nil || otherTools.contains(program) || facts.buildTools.contains(program)
    }
  }

  /// The name under which a command counts as a build; nil where it is none.
  static func tool(_ name: String, _ arguments: ArraySlice<ShellWord>, _ facts: PackageManagerFacts) -> String? {
    let program = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    guard isKnown(program, facts) else { return nil }
    let plain = arguments.compactMap(\.value).filter { !$0.hasPrefix("-") }
    let flags = Set(arguments.compactMap(\.value).filter { $0.hasPrefix("-") })
    if onlyTells(arguments) || !flags.isDisjoint(with: ["--watch", "--init"]) { return nil }
    if let idle = idleFlags[program], !flags.isDisjoint(with: idle) { return nil }
    if let commands = subcommands[program] {
      if let exact = plain.first(where: commands.contains) ?? plain.first(where: isBuildTask), exact == plain.first {
        return program
      }
      return runsBuildTask(program, plain, arguments) ? program : nil
    }
    if program == "node" || program == "ts-node" || program == "tsx" { return script(plain) }
    if otherTools.contains(program) {
      return plain.first.map(notBuildCommands.contains) ?? false ? nil : program
    }
    guard facts.buildTools.contains(program), flags.isDisjoint(with: notBuildFlags) else { return nil }
    return plain.first.map(notBuildCommands.contains) ?? false ? nil : program
  }

  /// Whether arguments ask a program for its help or version, or for what it would do.
  static func onlyTells(_ arguments: ArraySlice<ShellWord>) -> Bool {
    arguments.contains { word in
      word.value.map { ["--help", "--version", "--dry-run", "--dry"].contains($0) } ?? false
    }
  }

  /// Flags with which a program builds nothing.
  private static let idleFlags: [String: Set<String>] = {
    let evaluating: Set<String> = ["--check", "-c", "-v", "-h", "-e", "-p", "--eval", "--print"]
    return [
      "node": evaluating, "nodejs": evaluating, "make": ["-n", "-q", "-t", "-h", "-v", "--just-print", "--question"],
      "ninja": ["-n", "-h"], "go": ["-n"], "gcc": ["-fsyntax-only"], "g++": ["-fsyntax-only"], "vite": ["-h", "-v"],
      "next": ["-h", "-v"], "gradle": ["-m"], "gradlew": ["-m"],
    ]
  }()

  /// `nx run app:build`, `nx run-many --target=build`, `turbo run build`, `gradle :app:assemble`, `mvn clean package`.
  private static func runsBuildTask(_ program: String, _ plain: [String], _ arguments: ArraySlice<ShellWord>) -> Bool {
    switch program {
    case "nx", "turbo", "lerna":
      let texts = arguments.compactMap(\.value)
      guard let first = plain.first, ["run", "run-many", "affected", "exec"].contains(first) else { return false }
      return texts.contains { isBuildTask($0) || ["--target=build", "--targets=build", "-t=build"].contains($0) }
    case "mvn", "mvnw", "gradle", "gradlew", "sbt", "lein", "mix", "bazel", "dotnet":
      let commands = subcommands[program] ?? []
      return plain.contains { task in
        commands.contains(task) || commands.contains(String(task.split(separator: ":").last ?? ""))
      }
    case "cmake": return arguments.contains { $0.value == "--build" }
    default: return false
    }
  }

  private static func isBuildTask(_ text: String) -> Bool {
    text == "build" || text.hasPrefix("build:") || text.hasSuffix(":build")
      || text.split(separator: ":").dropFirst().first == "build"
  }

  /// `node build.js` and `node scripts/build.mjs`: a program that is named for building.
  private static func script(_ plain: [String]) -> String? {
    guard let path = plain.first, let file = path.split(separator: "/").last else { return nil }
    if file == "ace" { return plain.dropFirst().first == "build" ? "ace" : nil }
    let parts = file.split(separator: ".")
    guard let last = parts.last, ["js", "mjs", "cjs", "ts", "mts"].contains(String(last)) else { return nil }
    return parts.first == "build" || parts.first == "esbuild" ? "node \(path)" : nil
  }

  /// Of the JavaScript tools; a compiler's `-v` is something else.
  private static let notBuildFlags: Set<String> = [
    "-v", "-V", "-h", "-w", "--noEmit", "--noEmit=true", "--serve", "--showConfig", "--listFilesOnly",
  ]
  private static let notBuildCommands: Set<String> = [
    "dev", "serve", "start", "watch", "preview", "lint", "test", "info", "init", "help", "version", "clean", "check",
  ]

  /// Programs beside the JavaScript ones that do nothing but build.
  private static let otherTools: Set<String> = [
    "ant", "c++", "cc", "clang", "clang++", "g++", "gcc", "ghc", "javac", "kotlinc", "make", "ninja", "rustc", "scalac",
  ]

  /// Programs that build only when told so.
  private static let subcommands: [String: Set<String>] = {
    let builders = [
      "astro", "craco", "docusaurus", "ember", "expo", "gatsby", "ionic", "lerna", "nest", "next", "nuxi", "nuxt",
      "nx", "parcel", "preact", "quasar", "react-router", "react-scripts", "remix", "rsbuild", "rspack", "snowpack",
      "stencil", "storybook", "svelte-kit", "turbo", "umi", "vinxi", "vite", "vitepress", "vue-cli-service", "waku",
    ]
    var result = Dictionary(uniqueKeysWithValues: builders.map { ($0, Set(["build"])) })
    result["ng"] = ["build", "b"]
    result["nuxt"] = ["build", "generate"]
    result["nuxi"] = ["build", "generate"]
    result["expo"] = ["export", "build"]
    result["go"] = ["build", "install", "generate"]
    result["tinygo"] = ["build"]
    result["cargo"] = ["build", "install", "rustc"]
    result["swift"] = ["build"]
    result["zig"] = ["build", "build-exe"]
    result["mvn"] = ["package", "install", "compile", "verify", "deploy", "spring-boot:build-image"]
    result["mvnw"] = result["mvn"]
    result["gradle"] = ["build", "assemble", "jar", "bootJar", "war", "bootWar", "shadowJar", "installDist", "classes"]
    result["gradlew"] = result["gradle"]
    result["dotnet"] = ["build", "publish", "pack"]
    result["sbt"] = ["assembly", "package", "compile", "stage", "dist"]
    result["lein"] = ["uberjar", "jar", "compile"]
    result["mix"] = ["release", "compile"]
    result["bazel"] = ["build"]
    result["stack"] = ["build", "install"]
    result["cabal"] = ["build", "install"]
    result["flutter"] = ["build"]
    result["jekyll"] = ["build"]
    result["wasm-pack"] = ["build"]
    result["deno"] = ["compile", "bundle"]
    result["meson"] = ["compile"]
    result["elm"] = ["make"]
    result["cmake"] = []
    return result
  }()
}
