import Diagnostics

/// Something that an image is better without, and whether it is in there.
package struct Arrival: Sendable {
  package enum Subject: String, Sendable, CaseIterable {
    case wholeContext = "whole-context"
    case developmentDependencies = "development-dependencies"
    case buildTools = "build-tools"
    case packageCaches = "package-caches"
    case packageManagerSettings = "npmrc"
    case secrets
  }
  package enum Answer: String, Sendable {
    case yes, no, unknown
  }
  package var subject: Subject
  package var answer: Answer
  /// What tells: a path, a program, a name, with the instruction where there is one.
  package var evidence: [Evidence]

  package struct Evidence: Hashable, Sendable {
    package var name: String
    package var origin: Origin?
  }
}

extension JudgedImage {
  /// For everything that an image is better without, whether it gets there.
  package var unwantedArrivals: [Arrival] {
    [wholeContext, developmentDependencies, buildTools, packageCaches, packageManagerSettings, secrets]
  }

  private func arrival(
    _ subject: Arrival.Subject,
    _ evidence: [Arrival.Evidence],
    otherwise: Arrival.Answer = .no
  ) -> Arrival {
    Arrival(subject: subject, answer: evidence.isEmpty ? otherwise : .yes, evidence: evidence)
  }

  private var wholeContext: Arrival {
    arrival(
      .wholeContext,
      state.files.items.filter { $0.contextPath == "." }.map { Arrival.Evidence(name: $0.path, origin: $0.origin) }
    )
  }

  private var developmentDependencies: Arrival {
    var isUnknown = false
    var evidence: [Arrival.Evidence] = []
    for (path, modules, item) in modules {
      switch modules.development {
      case .omitted where modules.isCertain: break
      case .included where modules.isCertain: evidence.append(Arrival.Evidence(name: path, origin: item.origin))
      case .omitted, .included, .unknown: isUnknown = true
      }
    }
    return arrival(.developmentDependencies, evidence, otherwise: isUnknown ? .unknown : .no)
  }

  /// Compilers and version control: what builds an application and does not run it.
  private var buildTools: Arrival {
    var found = buildPrograms.map { Arrival.Evidence(name: $0.name, origin: $0.step?.origin) }
    let names = Set(found.map(\.name))
    for package in remainingBuildPackages where package.hiddenBy == nil && !names.contains(package.name) {
      found.append(Arrival.Evidence(name: package.name, origin: package.step.origin))
    }
    let isUnknown = packageTools.contents.buildPrograms.contains { state.programs.has($0) == nil }
    return arrival(.buildTools, found, otherwise: isUnknown ? .unknown : .no)
  }

  private var packageCaches: Arrival {
    var found: [Arrival.Evidence] = []
    for cache in remainingCaches {
      let evidence = Arrival.Evidence(name: cache.step.command, origin: cache.step.origin)
      if !found.contains(evidence) { found.append(evidence) }
    }
    return arrival(.packageCaches, found, otherwise: doubtfulCaches.isEmpty ? .no : .unknown)
  }

  /// An `.npmrc` may hold a token for a registry.
  private var packageManagerSettings: Arrival {
    let copied = state.files.items.filter { item in
      PathText.lastComponent(item.path) == ".npmrc"
        || item.contextPath.map { PathText.lastComponent($0) == ".npmrc" } ?? false
    }
    return arrival(
      .packageManagerSettings,
      copied.map { Arrival.Evidence(name: $0.path, origin: $0.origin) },
      otherwise: hasWholeContext ? .unknown : .no
    )
  }

  private var secrets: Arrival {
    let files = secretFiles.map { Arrival.Evidence(name: $0.name, origin: $0.copy.origin) }
    let variables = secretVariables.filter { isOwn($0.origin) }.map {
      Arrival.Evidence(name: $0.name, origin: $0.origin)
    }
    return arrival(.secrets, files + variables, otherwise: hasWholeContext ? .unknown : .no)
  }

  /// What is in the context, and what a `.dockerignore` leaves out of it, is not known.
  private var hasWholeContext: Bool { state.files.items.contains { $0.contextPath == "." } }
}
