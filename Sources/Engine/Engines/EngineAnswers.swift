import Foundation

/// What engines print about themselves and about images, as JSON.
enum EngineAnswers {
  struct Unreadable: Error {}

  /// Where the user's images lie.
  struct Store: Hashable, Sendable {
    var driver: String
    var root: String
    /// `overlay.mount_program=…`: what the driver needs to work at all.
    var options: [String]
  }

  /// `buildah info`, `podman info`.
  struct Info: Sendable {
    var store: Store
    /// Whether there is a program that makes whole containers (`crun`, `runc`).
    var hasRuntime: Bool
  }

  static func info(_ bytes: [UInt8], from kind: EngineKind) throws -> Info {
    let decoder = JSONDecoder()
    switch kind {
    case .buildah:
      let answer = try decoder.decode(BuildahInfo.self, from: Data(bytes))
      let store = Store(
        driver: answer.store.driver,
        root: answer.store.root,
        options: answer.store.options ?? []
      )
      return Info(store: store, hasRuntime: answer.host.runtime.map { !$0.isEmpty } ?? true)
    case .podman:
      let answer = try decoder.decode(PodmanInfo.self, from: Data(bytes))
      return Info(
        store: Store(driver: answer.store.driver, root: answer.store.root, options: []),
        hasRuntime: answer.host.runtime.map { !$0.path.isEmpty } ?? false
      )
    case .docker: throw Unreadable()
    }
  }

  /// What `inspect` says of an image.
  static func image(_ bytes: [UInt8], from kind: EngineKind) throws -> BuiltImage {
    let decoder = JSONDecoder()
    switch kind {
    case .buildah:
      let answer = try decoder.decode(BuildahImage.self, from: Data(bytes))
      let manifest = try? decoder.decode(Manifest.self, from: Data(answer.manifest.utf8))
      return BuiltImage(
        configuration: answer.docker.config,
        bytes: manifest.map { $0.layers.reduce(0) { $0 + $1.size } }
      )
    case .podman, .docker:
      guard let answer = try decoder.decode([InspectedImage].self, from: Data(bytes)).first else { throw Unreadable() }
      var configuration = answer.config
      if kind == .podman {
        // Podman tells of the health check beside the configuration, and of these fields nowhere.
        configuration.healthcheck = answer.healthcheck?.probe ?? configuration.healthcheck
        configuration.untold = ["Shell", "OnBuild"]
      }
      return BuiltImage(configuration: configuration, bytes: answer.size)
    }
  }

  private struct BuildahInfo: Decodable {
    struct Host: Decodable {
      var runtime: String?

      private enum CodingKeys: String, CodingKey { case runtime = "OCIRuntime" }
    }
    struct Store: Decodable {
      var driver: String
      var root: String
      var options: [String]?

      private enum CodingKeys: String, CodingKey {
        case driver = "GraphDriverName"
        case root = "GraphRoot"
        case options = "GraphOptions"
      }
    }
    var host: Host
    var store: Store
  }

  private struct PodmanInfo: Decodable {
    struct Runtime: Decodable { var path: String }
    struct Host: Decodable {
      var runtime: Runtime?

      private enum CodingKeys: String, CodingKey { case runtime = "ociRuntime" }
    }
    struct Store: Decodable {
      var driver: String
      var root: String

      private enum CodingKeys: String, CodingKey {
        case driver = "graphDriverName"
        case root = "graphRoot"
      }
    }
    var host: Host
    var store: Store
  }

  private struct BuildahImage: Decodable {
    struct Docker: Decodable { var config: ImageConfiguration }
    var docker: Docker
    var manifest: String

    private enum CodingKeys: String, CodingKey {
      case docker = "Docker"
      case manifest = "Manifest"
    }
  }

  private struct Manifest: Decodable {
    struct Layer: Decodable { var size: Int }
    var layers: [Layer]
  }

  private struct InspectedImage: Decodable {
    var config: ImageConfiguration
    var size: Int?
    var healthcheck: EngineProbe?

    private enum CodingKeys: String, CodingKey {
      case config = "Config"
      case size = "Size"
      case healthcheck = "Healthcheck"
    }
  }
}
