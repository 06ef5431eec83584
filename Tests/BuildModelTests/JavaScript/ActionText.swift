import ShellSyntax

@testable import BuildModel

/// What a script's commands do, in one line for tables; wrappers and other commands are left out.
func actions(
  _ script: String,
  image: [String: ShellValue] = [:],
  settings: [NodeSetting] = [],
  yarn: PackageManager = .yarn
) -> String {
  let found = trace(Array(script.utf8), environment: { image[$0] })
  var texts: [String] = []
  for execution in found.executions {
    let environment = NodeEnvironment(
      image: .values(image),
      execution: execution,
      settings: settings,
      yarn: yarn,
      facts: .forTests
    )
    let action = JavaScriptCommand.action(of: execution, in: environment)
    if action != .other { texts.append(text(of: action)) }
  }
  return texts.joined(separator: "; ")
}

func text(of action: NodeAction) -> String {
  switch action {
  case .install(let install): return text(of: install, "install")
  case .focus(let install): return text(of: install, "focus")
  case .prune(let prune): return "\(prune.manager) prune: \(text(of: prune.development))"
  case .cacheClean(let manager): return "\(manager) cache clean"
  case .runScript(let script):
    let directory = script.directory.map { " in \($0.value ?? "_")" } ?? ""
    return "\(script.manager) run \(script.name ?? "_")\(script.isBuild ? " (build)" : "")\(directory)"
  case .configSet(let settings):
    return "set " + settings.map { "\($0.key)=\($0.value ?? "_")@\($0.level)" }.joined(separator: " ")
  case .build(let tool): return "build \(tool)"
  case .pnpmDeploy(let prune, let directory):
    return "deploy to \(directory?.value ?? "_"): \(text(of: prune.development))"
  case .chooseYarn(let manager): return "choose \(manager)"
  case .other: return "other"
  }
}

private func text(of install: Install, _ verb: String) -> String {
  var text = "\(install.manager) \(install.isClean ? "clean " : "")\(verb)"
  if install.isGlobal { text += " global" }
  if !install.packages.isEmpty { text += " " + install.packages.map { $0.value ?? "_" }.joined(separator: ",") }
  if let directory = install.directory { text += " in \(directory.value ?? "_")" }
  if !install.workspaces.isEmpty { text += " of " + install.workspaces.map { $0.value ?? "_" }.joined(separator: ",") }
  return text + ": " + development(install.development)
}

private func text(of development: DevelopmentDependencies) -> String {
  BuildModelTests.development(development)
}

func development(_ development: DevelopmentDependencies) -> String {
  switch development {
  case .omitted(let cause): "prod by \(text(cause))"
  case .unknown(let cause): "unknown by \(text(cause))"
  case .included(let inclusion): "all" + text(inclusion)
  }
}

private func text(_ cause: DevelopmentDependencies.Cause) -> String {
  switch cause {
  case .flag(let word, let isDated): "\(word.value ?? word.knownStart + "_")\(isDated ? " (dated)" : "")"
  case .variable(let name, let value): "\(name)=\(value ?? "_")"
  case .setting(let setting): "setting \(setting.key)"
  case .argument(let word): "argument \(word.knownStart)_"
  }
}

private func text(_ inclusion: DevelopmentDependencies.Inclusion) -> String {
  switch inclusion {
  case .nothingOmits: ""
  case .askedFor(let cause): ", asked by \(text(cause))"
  case .overridden(let cause, let other): ", \(text(cause)) beaten by \(text(other))"
  case .replaced(let cause, let other): ", \(text(cause)) replaced by \(text(other))"
  case .unknownFlag(let word, let suggestion): ", unknown \(word.value ?? "_"), meant \(suggestion ?? "?")"
  case .behindDashes(let word): ", \(word.value ?? "_") behind --"
  case .invalidValue(let cause): ", invalid \(text(cause))"
  case .saveFlag(let word): ", \(word.value ?? "_") saves"
  case .notProduction(let value): ", NODE_ENV is \(value)"
  case .otherKind(let cause): ", only \(text(cause))"
  case .notInYarn2(let cause): ", \(text(cause)) not in Yarn 2"
  }
}
