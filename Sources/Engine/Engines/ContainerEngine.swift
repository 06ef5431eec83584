import BuildModel

/// A program that builds images, as far as a confirmation needs it. Whatever it runs is ended when the task is
/// cancelled; `Interrupted` is thrown then.
protocol ContainerEngine: Sendable {
  var kind: EngineKind { get }
  /// As it tells it: `1.28.2`.
  var version: String { get }
  /// Words before a command that may remove what the engine has written.
  var remover: [String] { get }

  /// The configuration of an image on this machine; nil when there is none of this name.
  func configuration(of image: ImageReference) async throws -> ImageConfiguration?

  /// Fetches an image from its registry.
  func pull(_ image: ImageReference) async throws -> ProgramEnd

  func build(_ request: BuildRequest) async throws -> ProgramEnd

  /// What a build that ended well has made.
  func product(of request: BuildRequest) async throws -> BuiltImage

  /// Takes away what a build has left, good or not.
  func discard(_ request: BuildRequest) async

  /// Takes away what was pulled.
  func close() async
}

/// One image to build.
struct BuildRequest: Hashable, Sendable {
  /// Names it among all builds of a run.
  var name: String
  /// Paths from the root.
  var dockerfile: String
  var context: String
  /// nil where nothing is left out.
  var ignoreFile: String?
  /// A folder for what the engine wants to write.
  var folder: String
  var target: String?
  var arguments: [String: String] = [:]
  var limit: Duration

  /// Where the engine writes the image's id.
  var idFile: String { folder + "/id" }

  /// `NAME=VALUE` in an order that does not change.
  var assignments: [String] { arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
}

/// An image that was built.
struct BuiltImage: Hashable, Sendable {
  var configuration: ImageConfiguration
  /// Of all layers; nil when the engine does not tell.
  var bytes: Int?
}
