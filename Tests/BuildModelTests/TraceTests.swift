import BuildModel
import Diagnostics
import DockerfileSyntax
import Testing

/// Where values come from.
struct TraceTests {
  private static func trace(
    _ text: String,
    _ arguments: [String: String] = [:]
  ) throws -> (trace: ConfigurationTrace, document: Document) {
    let document = Document(parsing: Array(text.utf8))
    let options = BuildOptions(arguments: arguments, baseImages: .forTests, packageManagers: .forTests)
    return (ConfigurationTrace(of: document.stages.count - 1, in: document, options: options), document)
  }

  /// `user@3 arg A@2 build-arg B@1`: kinds, names, lines.
  private static func text(_ steps: [TraceStep], _ document: Document) -> String {
    steps.map { step in
      let line = step.origin.map { "@\(document.nodes[$0.instruction].startLine)" } ?? ""
      let value = step.kind == .fallback ? "=" + (step.value ?? "") : ""
      return step.kind.rawValue + (step.name.map { " " + $0 } ?? "") + value + line
    }.joined(separator: ", ")
  }

  @Test(
    arguments: [
      ("FROM a\nUSER node", "instruction@2"),
      ("FROM a\nARG U=node\nUSER $U", "instruction@3, arg U@2"),
      ("ARG U=node\nFROM a\nARG U\nUSER ${U}", "instruction@4, arg U@3, arg U@1"),
      ("ARG V=node\nARG U=$V\nFROM a\nARG U\nUSER ${U}", "instruction@5, arg U@4, arg U@2, arg V@1"),
      ("ARG U=node\nFROM a\nUSER ${U}", "instruction@3, unset U"),
      ("FROM a\nARG U\nUSER $U", "instruction@3, unset U@2"),
      ("FROM a\nUSER ${U:-node}", "instruction@2, unset U, fallback U=node"),
      ("FROM a\nENV U=\nUSER ${U:-node}", "instruction@3, env U@2, fallback U=node"),
      ("FROM a\nENV U=x\nUSER ${U:+node}", "instruction@3, env U@2, fallback U=node"),
      ("FROM a\nENV U=x\nUSER ${U:-node}", "instruction@3, env U@2"),
      ("FROM a\nARG G=given\nUSER $G", "instruction@3, build-arg G@2"),
      ("ARG G=given\nFROM a\nARG G\nUSER $G", "instruction@4, build-arg G@3"),
      ("FROM a\nARG GIVEN_ONLY\nUSER x$G", "instruction@3, unset G"),
      ("FROM a\nENV A=1\nENV B=$A\nUSER $B$A", "instruction@4, env B@3, env A@2"),
      ("FROM a AS one\nARG U=node\nFROM one\nUSER $U", "instruction@4, arg U@2"),
      ("FROM a AS one\nENV U=node\nFROM one AS two\nFROM two\nUSER $U", "instruction@5, env U@2"),
      ("FROM a AS one\nARG U=node\nONBUILD USER $U\nFROM one", "instruction@3, arg U@2"),
      ("FROM a AS one\nONBUILD USER node\nFROM one AS two\nFROM two", "instruction@2"),
      ("FROM a\nARG TARGETARCH\nUSER $TARGETARCH", "instruction@3, arg TARGETARCH@2, builder TARGETARCH"),
      ("FROM node:26\nUSER $NODE_VERSION", "instruction@2, base-image NODE_VERSION"),
      ("FROM node:26\nENV A=1\nARG A=2\nUSER $A", "instruction@4, arg A@3"),
      ("FROM node:26 AS b\nENV A=1\nARG A=2\nFROM b\nUSER $A", "instruction@5, env A@2"),
      ("FROM gcr.io/distroless/static:nonroot", "base-image"),
      ("FROM a\nUSER \"${U\"", "instruction@2"),
    ]
  )
  func `follows the user`(text: String, steps: String) throws {
    let (trace, document) = try Self.trace(text, ["G": "1000"])
    let change = try #require(trace.last(.user))
    #expect(Self.text(trace.steps(of: change, in: document), document) == steps)
  }

  @Test(
    arguments: [
      ("FROM node:26\nENTRYPOINT [\"x\"]", .command, ["inherited", "cleared@2"]),
      ("FROM node:26\nCMD y\nENTRYPOINT [\"x\"]", .command, ["inherited", "set@2"]),
      ("FROM node:26 AS b\nCMD y\nFROM b\nENTRYPOINT x", .command, ["inherited", "set@2", "cleared@4"]),
      ("FROM unknown\nENTRYPOINT [\"x\"]", .command, ["cleared@2"]),
      ("FROM scratch\nENTRYPOINT [\"x\"]", .command, []),
      ("FROM a AS b\nONBUILD CMD y\nFROM b\nENTRYPOINT x", .command, ["set@2"]),
      ("FROM a\nHEALTHCHECK CMD x\nHEALTHCHECK NONE", .healthcheck, ["set@2", "disabled@3"]),
      ("FROM a\nWORKDIR /a\nWORKDIR b", .workingDirectory, ["set@2", "set@3"]),
      ("FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nSTOPSIGNAL 9", .stopSignal, ["set@3"]),
    ] as [(String, EffectiveImage.Field, [String])]
  )
  func `keeps what was before`(text: String, field: EffectiveImage.Field, changes: [String]) throws {
    let (trace, document) = try Self.trace(text)
    let found = (trace.fields[field] ?? []).map { change in
      "\(change.effect)" + (change.origin.map { "@\(document.nodes[$0.instruction].startLine)" } ?? "")
    }
    #expect(found == changes)
  }

  @Test
  func `knows which EXPOSE names a port`() throws {
    let (trace, document) = try Self.trace("FROM nginx\nENV P=90-200/udp\nEXPOSE 81 $P\nEXPOSE 81-83 100/UDP")
    let lines = ["80/tcp", "81/tcp", "82/tcp", "91/udp", "100/udp", "7/tcp"].map { port in
      trace.change(ofPort: port).map { change in
        change.origin.map { Int(document.nodes[$0.instruction].startLine) } ?? 0
      }
    }
    #expect(lines == [0, 4, 4, 3, 4, nil])
  }

  @Test
  func `knows who uses a variable`() throws {
    let text = "ARG V=1\nFROM a:$V\nARG V\nENV W=$V\nCOPY --chown=$V a$W /b\nLABEL $V=1\n"
    let (trace, _) = try Self.trace(text)
    #expect(trace.users(of: Origin(instruction: 0, stage: -1, range: .init(0, 0))) == [1, 2])
    #expect(trace.users(of: Origin(instruction: 2, stage: 0, range: .init(0, 0))) == [3, 4, 5])
    #expect(trace.users(of: Origin(instruction: 3, stage: 0, range: .init(0, 0))) == [4])
  }

  @Test
  func `a trace that grows and grows ends`() throws {
    let lines = (0..<20).map { "ENV A\($0 + 1)=$A\($0)$A\($0)\n" }.joined()
    let (trace, document) = try Self.trace("FROM a\nENV A0=x\n" + lines + "USER $A20\n")
    let change = try #require(trace.last(.user))
    #expect(trace.steps(of: change, in: document).count == 16)
    #expect(change.value?.first?.utf8.count == 1 << 20)
  }
}
