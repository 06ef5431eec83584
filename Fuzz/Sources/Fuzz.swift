import DockerfileSyntax
import Workloads

/// What libFuzzer calls with each input; a trap is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let document = Document(parsing: bytes)
  require(violations(of: document))
  require(document.source.elementsEqual(bytes) ? [] : ["the source is kept"])
  require(AccessChecker.violations(of: document))
  for workload in Workload.allCases { require(workload.run(bytes) >= 0 ? [] : ["\(workload.rawValue) counts"]) }
  return 0
}

/// Traps with what does not hold.
private func require(_ violations: [String]) {
  guard !violations.isEmpty else { return }
  fatalError(violations.joined(separator: "\n"))
}
