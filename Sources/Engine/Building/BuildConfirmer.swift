import BuildModel
import Classroom
import Course
import Diagnostics
import DockerfileSyntax
import Rubric

/// Builds submissions one after the other and compares what comes out with what was read out of the file.
struct BuildConfirmer: Sendable {
  let engine: any ContainerEngine
  let workplace: Workplace
  let settings: EngineSettings
  let plan: BuildPlan

  /// - Throws: `Interrupted`.
  func confirm(_ result: SubmissionResult, of submission: Submission, number: Int) async throws -> BuildConfirmation {
    var confirmation = BuildConfirmation(engine: engine.kind.rawValue, version: engine.version, verdict: .unconfirmed)
    guard let source = result.source, let judged = result.image, let image = judgedImage(source.bytes, plan.facts)
    else {
      confirmation.verdict = .notBuilt
      confirmation.reason = result.status == .rejected ? "Docker refuses the file" : "it could not be read"
      return confirmation
    }
    do {
      let bases = try await baseImages(of: image)
      let layout = try ContextLayout(
        source.bytes,
        from: submission.file,
        exercise: plan.files,
        name: "build-\(number)",
        in: workplace
      )
      let request = try request(layout, number: number)
      do {
        try await build(request, image, bases, judged, &confirmation)
      } catch {
        await engine.discard(request)
        throw error
      }
      await engine.discard(request)
    } catch let error as Interrupted {
      throw error
    } catch let error as MissingImages {
      confirmation.reason = error.description
    } catch let error as UnreadableIgnoreFile {
      confirmation.reason = error.description
    } catch {
      confirmation.reason = "\(engine.kind.rawValue) could not be asked: \(error)"
    }
    return confirmation
  }

  private func judgedImage(_ bytes: [UInt8], _ facts: BaseImageFacts) -> JudgedImage? {
    let options = BuildOptions(
      target: plan.target,
      arguments: plan.arguments,
      baseImages: facts,
      packageManagers: plan.packageManagers
    )
    return try? JudgedImage(of: Document(parsing: bytes), options: options)
  }

  private func request(_ layout: ContextLayout, number: Int) throws -> BuildRequest {
    BuildRequest(
      name: "\(workplace.name)-\(number)",
      dockerfile: layout.dockerfile,
      context: layout.context,
      ignoreFile: layout.ignoreFile,
      folder: try workplace.folder("build-\(number)"),
      target: plan.target,
      arguments: plan.arguments,
      limit: settings.buildLimit
    )
  }

  private func build(
    _ request: BuildRequest,
    _ image: JudgedImage,
    _ bases: [ImageReference: ImageConfiguration],
    _ judged: EffectiveImage,
    _ confirmation: inout BuildConfirmation
  ) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let end = try await engine.build(request)
    confirmation.milliseconds = Int((clock.now - start) / .milliseconds(1))
    guard end.isGood else { return fail(end, image, &confirmation) }
    let product = try await engine.product(of: request)
    confirmation.bytes = product.bytes
    let facts = plan.facts.replacing(bases.map { ($0.key, $0.value) })
    guard let real = judgedImage(Array(image.document.source), facts) else { return }
    let base = image.base.image.flatMap { bases[$0] }
    confirmation.fields =
      Comparison(
        engine: engine.kind,
        image: image,
        expected: ImageConfiguration(real.image, base: base),
        built: product.configuration,
        judged: ImageConfiguration(judged, base: base),
        base: base
      ).fields
    conclude(&confirmation)
  }

  private func conclude(_ confirmation: inout BuildConfirmation) {
    let contradicting = confirmation.fields.filter { $0.status == .contradicts }
    if !contradicting.isEmpty {
      confirmation.verdict = .contradicted
      confirmation.reason = "the image differs in \(contradicting.map(\.name).joined(separator: ", "))"
      return
    }
    let essential: [ConfigurationField] = [.user, .healthcheck, .entrypoint, .command, .environment]
    let open = confirmation.fields.first { field in
      field.status == .notComparable && essential.contains { $0.rawValue == field.name }
    }
    confirmation.verdict = open == nil ? .confirmed : .unconfirmed
    confirmation.reason = open?.reason
  }

  private func fail(_ end: ProgramEnd, _ image: JudgedImage, _ confirmation: inout BuildConfirmation) {
    confirmation.output = OutputTail.lines(of: end.output).suffix(BuildPlan.mostLines).map { String($0) }
    let gaps = EngineGap.found(in: image, engine.kind, version: engine.version)
    switch end.outcome {
    case .timedOut:
      confirmation.verdict = .timedOut
      confirmation.reason = "the build was ended after \(settings.buildLimit.components.seconds) s"
    case _ where !gaps.isEmpty:
      confirmation.verdict = .unconfirmed
      confirmation.reason = "it does not know \(gaps.map(\.name).joined(separator: ", nor "))"
    default:
      confirmation.verdict = .failed
      confirmation.reason = end.complaint
    }
  }
}
