import Subprocess
import Synchronization

/// Runs programs in a session of their own, without a terminal and without input, and ends all that they started.
struct ProgramRunner: Sendable {
  /// Engines describe images in some hundred kilobytes at most.
  private static let longestAnswer = 8 << 20
  private static let longestTail = 32 << 10
  /// For an engine to clean up behind itself before it is killed.
  private static let grace = Duration.seconds(3)

  /// Runs it for what it answers on standard output.
  ///
  /// - Throws: `Interrupted`.
  func ask(_ call: ProgramCall) async throws -> ProgramEnd {
    try await timed(call) { configuration in
      let result = try await Subprocess.run(
        configuration,
        input: .none,
        output: .bytes(limit: Self.longestAnswer),
        error: .bytes(limit: Self.longestAnswer)
      )
      return ProgramEnd(
        outcome: Self.outcome(result.terminationStatus),
        output: result.standardOutput,
        errors: result.standardError
      )
    }
  }

  /// Runs it for what it does; of what it writes the last lines are kept.
  ///
  /// - Throws: `Interrupted`.
  func watch(_ call: ProgramCall) async throws -> ProgramEnd {
    let tail = SharedTail(limit: Self.longestTail)
    var end = try await timed(call) { configuration in
      let result = try await Subprocess.run(
        configuration,
        input: .none,
        output: .sequence,
        error: .combinedWithOutput
      ) { execution in
        for try await piece in execution.standardOutput {
          piece.withUnsafeBytes { tail.append($0) }
        }
      }
      return ProgramEnd(outcome: Self.outcome(result.terminationStatus))
    }
    end.output = tail.bytes
    return end
  }

  /// Gives up what runs when its time is over, and waits until it is gone.
  private func timed(
    _ call: ProgramCall,
    _ run: @escaping @Sendable (Configuration) async throws -> ProgramEnd
  ) async throws -> ProgramEnd {
    let configuration = Self.configuration(of: call)
    let end = await withTaskGroup(of: ProgramEnd?.self) { group in
      group.addTask {
        do {
          return try await run(configuration)
        } catch let error as SubprocessError {
          return ProgramEnd(outcome: .notRun(Self.reason(error, program: call.program)))
        } catch {
          return ProgramEnd(outcome: .timedOut)
        }
      }
      group.addTask {
        // nil when the time is over; a cancelled wait has nothing to say, for the other task has ended.
        try? await Task.sleep(for: call.limit)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      if let first { return first }
      _ = await group.next()
      return ProgramEnd(outcome: .timedOut)
    }
    if Task.isCancelled { throw Interrupted() }
    return end
  }

  private static func configuration(of call: ProgramCall) -> Configuration {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: grace)
    ]
    var variables: [Environment.Key: String?] = [:]
    for (name, value) in call.environment {
      if let key = Environment.Key(rawValue: name) { variables[key] = value }
    }
    return Configuration(
      executable: .name(call.program),
      arguments: Arguments(call.arguments),
      environment: .inherit.updating(variables),
      platformOptions: options
    )
  }

  private static func outcome(_ status: TerminationStatus) -> ProgramEnd.Outcome {
    switch status {
    case .exited(let code): .exited(code)
    case .signaled(let signal): .killed(signal: signal)
    }
  }

  private static func reason(_ error: SubprocessError, program: String) -> String {
    switch error.code {
    case .executableNotFound: "there is no program \(program)"
    case .outputLimitExceeded: "\(program) wrote too much"
    default: "\(program) could not be started: \(error)"
    }
  }
}

/// A tail that outlives the program which is ended before its time.
private final class SharedTail: Sendable {
  private let tail: Mutex<OutputTail>

  init(limit: Int) {
    tail = Mutex(OutputTail(limit: limit))
  }

  func append(_ piece: UnsafeRawBufferPointer) {
    tail.withLock { $0.append(piece) }
  }

  var bytes: [UInt8] { tail.withLock { $0.bytes } }
}
