import CAllocations
import DockerfileSyntax
import Workloads

/// Every shape in every size, through what has to read whatever it is sent: the parser and the build checks.
struct ShapeRun {
  private static let sizes = [1_000_000, 8_000_000, 64_000_000]
  /// Bytes of a pass: one large file, or many smaller ones.
  private static let total = 64_000_000
  /// For the passes over one size, of which there are three at least, the first cold.
  private static let seconds = 1.0

  let workloads: [Workload]

  func report() -> ShapeReport {
    // What the C library takes from the system and returns to it for each block of many megabytes costs more than
    // reading does: large files are to be measured as warm as small ones.
    keep_freed_memory()
    let results = Shape.allCases.flatMap { shape in
      workloads.filter { [.typed, .lint].contains($0) }.map { workload in
        ShapeResult(
          shape: shape.rawValue,
          work: workload.rawValue,
          sizes: Self.sizes.map { Self.measure(shape, workload, $0) }
        )
      }
    }
    return ShapeReport(results: results, longLine: LongLine())
  }

  private static func measure(_ shape: Shape, _ workload: Workload, _ size: Int) -> ShapeResult.Size {
    // Each file in memory of its own, and all documents kept: every size goes through the same bytes and fills as
    // much memory. A single small file would lie in the processor's cache all the time.
    let files = (0..<total / size).map { _ in shape.bytes(size) }
    let bytes = files.reduce(0) { $0 + $1.count }
    let start = Moment.now.clock
    var best = Double.infinity
    var passes = 0
    while passes < 3 || Moment.now.clock - start < seconds {
      let start = Moment.now.clock
      pass(files, workload)
      best = min(best, Moment.now.clock - start)
      passes += 1
    }
    let refusal = size < Document.sizeLimit ? nil : "over the program's limit of \(Document.sizeLimit) bytes"
    return ShapeResult.Size(bytes: size, megabytesPerSecond: Double(bytes) / 1e6 / best, refusal: refusal)
  }

  private static func pass(_ files: [[UInt8]], _ workload: Workload) {
    var worker = Worker()
    var documents: [Document] = []
    documents.reserveCapacity(files.count)
    for file in files {
      let document = worker.read(file)
      precondition(workload.count(in: document, with: &worker) >= 0)
      documents.append(document)
    }
  }
}

/// What the program says of a Dockerfile whose second line has 64 MB: Docker reads no line of 64 KiB.
struct LongLine: Encodable {
  static let dockerMessage = "dockerfile line greater than max allowed size of 65535"

  let bytes: Int
  let message: String?
  let isDockersMessage: Bool

  init() {
    let source = Array("FROM scratch\nRUN ".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 64_000_000)
    bytes = source.count
    message = Document(parsing: source).problems.first?.dockerMessage
    isDockersMessage = message == Self.dockerMessage
  }
}
