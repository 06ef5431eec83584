import BuildModel
import DockerfileSyntax

/// Images that a build needs and this machine does not have.
struct MissingImages: Error, CustomStringConvertible {
  let description: String
}

extension BuildConfirmer {
  /// The configurations of all images that the build starts from, none of which is fetched unasked.
  ///
  /// - Throws: `MissingImages`, `Interrupted`.
  func baseImages(of image: JudgedImage) async throws -> [ImageReference: ImageConfiguration] {
    var found: [ImageReference: ImageConfiguration] = [:]
    var missing: [String] = []
    for reference in externalImages(of: image) {
      if let configuration = try await engine.configuration(of: reference) {
        found[reference] = configuration
      } else if settings.allowsPull {
        found[reference] = try await pulled(reference)
      } else {
        missing.append(reference.familiarName)
      }
    }
    guard missing.isEmpty else {
      let (noun, verb, them) = missing.count == 1 ? ("image", "is", "it") : ("images", "are", "them")
      throw MissingImages(
        description: "the \(noun) \(missing.joined(separator: ", ")) \(verb) not on this machine; "
          + "`\(engine.kind.rawValue) pull` fetches \(them), or --pull allows it here"
      )
    }
    return found
  }

  private func pulled(_ reference: ImageReference) async throws -> ImageConfiguration {
    let end = try await engine.pull(reference)
    guard end.isGood, let configuration = try await engine.configuration(of: reference) else {
      throw MissingImages(description: "the image \(reference.familiarName) could not be pulled: \(end.complaint)")
    }
    return configuration
  }

  /// In the order of the file, each once: what stages start from and what they copy or mount from. Docker also needs
  /// the frontend that a `syntax` directive names.
  private func externalImages(of image: JudgedImage) -> [ImageReference] {
    var names: [ImageReference] = []
    if engine.kind == .docker, let directive = image.document.directives.first(where: { $0.kind == .syntax }) {
      names += [try? ImageReference(image.document.string(directive.value))].compactMap(\.self)
    }
    for stage in image.build.neededStages {
      if case .image(let reference) = stage.base { names.append(reference) }
      for reference in stage.references {
        if case .image(let name) = reference.source, let image = try? ImageReference(name) { names.append(image) }
      }
    }
    var seen: Set<ImageReference> = []
    return names.filter { seen.insert($0).inserted }
  }
}
