/// Docker's build checks, by the names that BuildKit gives them.
package enum LintRule: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  case stageNameCasing, fromAsCasing, noEmptyContinuation, consistentInstructionCasing, duplicateStageName,
    reservedStageName, jsonArgsRecommended, maintainerDeprecated, undefinedArgInFrom, workdirRelativePath,
    undefinedVar, multipleInstructionsDisallowed, legacyKeyValueFormat, invalidBaseImagePlatform,
    redundantTargetPlatform, secretsUsedInArgOrEnv, invalidDefaultArgInFrom, fromPlatformFlagConstDisallowed,
    copyIgnoredFile, invalidDefinitionDescription, exposeProtoCasing, exposeInvalidFormat

  /// What a rule is, beside the code that judges it.
  struct Definition {
    /// BuildKit's name.
    let name: String
    /// What it asks, in a sentence.
    let summary: String
    /// The last part of its page's address.
    let page: String
    /// Off until the file asks for it.
    var isExperimental = false
    /// What else must be known to judge it.
    var requirement: Requirement?
  }

  /// What a rule needs beside the Dockerfile.
  package enum Requirement: Sendable {
    /// The configuration of a base image, which only a registry has: the rule is never judged here.
    case registry
    /// What `.dockerignore` leaves out: without it the rule finds nothing.
    case ignoreFile
  }

  package init?(name: some StringProtocol) {
    guard let rule = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = rule
  }

  package var name: String { definition.name }

  /// What it asks, in a sentence of ours.
  package var summary: String { definition.summary }

  /// Docker's page about it.
  package var documentation: String { "https://docs.docker.com/go/dockerfile/rule/\(definition.page)/" }

  package var isExperimental: Bool { definition.isExperimental }

  /// nil where the Dockerfile alone tells everything.
  package var requirement: Requirement? { definition.requirement }

  /// Its place in a set of rules.
  var bit: UInt32 { 1 << UInt32(rawValue) }

  private var definition: Definition {
    switch self {
    case .stageNameCasing: .stageNameCasing
    case .fromAsCasing: .fromAsCasing
    case .noEmptyContinuation: .noEmptyContinuation
    case .consistentInstructionCasing: .consistentInstructionCasing
    case .duplicateStageName: .duplicateStageName
    case .reservedStageName: .reservedStageName
    case .jsonArgsRecommended: .jsonArgsRecommended
    case .maintainerDeprecated: .maintainerDeprecated
    case .undefinedArgInFrom: .undefinedArgInFrom
    case .workdirRelativePath: .workdirRelativePath
    case .undefinedVar: .undefinedVar
    case .multipleInstructionsDisallowed: .multipleInstructionsDisallowed
    case .legacyKeyValueFormat: .legacyKeyValueFormat
    case .invalidBaseImagePlatform: .invalidBaseImagePlatform
    case .redundantTargetPlatform: .redundantTargetPlatform
    case .secretsUsedInArgOrEnv: .secretsUsedInArgOrEnv
    case .invalidDefaultArgInFrom: .invalidDefaultArgInFrom
    case .fromPlatformFlagConstDisallowed: .fromPlatformFlagConstDisallowed
    case .copyIgnoredFile: .copyIgnoredFile
    case .invalidDefinitionDescription: .invalidDefinitionDescription
    case .exposeProtoCasing: .exposeProtoCasing
    case .exposeInvalidFormat: .exposeInvalidFormat
    }
  }
}
