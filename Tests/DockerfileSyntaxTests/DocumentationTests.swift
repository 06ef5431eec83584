import Diagnostics
import DockerfileSyntax
import Foundation
import Testing

/// The examples of the documentation: they stand here word for word, and give what the documentation says.
struct DocumentationTests {
  @Test
  func `gives an overview`() {
    let source = Array("FROM node:22 AS builder\nRUN npm ci\nFROM nginx\nCOPY --from=builder /app /app\n".utf8)
    let document = Document(parsing: source)
    let names = document.stages.map { document.name(of: $0) }
    #expect(names == ["builder", ""])
  }

  @Test
  func `reads a Dockerfile`() throws {
    let text = #"""
      # syntax=docker/dockerfile:1
      ARG NODE=22

      # builder compiles the client
      FROM --platform=$BUILDPLATFORM node:${NODE}-slim AS builder
      WORKDIR /app
      COPY package.json package-lock.json ./
      RUN --mount=type=cache,target=/root/.npm npm ci
      COPY . .
      RUN <<BUILD
      npm run lint
      npm run build
      BUILD

      FROM nginx:1.29
      ENV LANG=C.UTF-8 GREETING="hello there"
      COPY --from=builder --chown=nginx /app/dist /usr/share/nginx/html
      CMD ["nginx", "-g", "daemon off;"]
      """#
    let document = Document(parsing: Array(text.utf8))
    #expect(document.problems.isEmpty)

    var report: [String] = []
    for stage in document.stages {
      let base = document.string(stage.from.base)
      let keywords = stage.instructions.map { document.string(document.nodes[$0].keyword) }
      report.append("\(base): \(keywords.joined(separator: " "))")
    }
    #expect(report == ["node:${NODE}-slim: FROM WORKDIR COPY RUN COPY RUN", "nginx:1.29: FROM ENV COPY CMD"])

    var copied: [String] = []
    for case .copy(let copy) in document.instructions {
      let stage = document.flag("from", in: copy.flags).flatMap(\.value)
      let origin = stage.map { document.string($0) } ?? "the context"
      copied.append("\(document.strings(copy.sources)) of \(origin)")
    }
    let context = [#"["package.json", "package-lock.json"] of the context"#, #"["."] of the context"#]
    #expect(copied == context + [#"["/app/dist"] of builder"#])

    var values: [String] = []
    for case .env(let pairs) in document.instructions {
      values += document[pairs.pairs].map { $0.value.map { document.string($0) } ?? "" }
    }
    #expect(values == ["C.UTF-8", "\"hello there\""])

    let first = document.nodes[document.stages[0].instructions.lowerBound]
    let comments = document[first.comments].map { document.string($0) }
    #expect(comments == ["builder compiles the client"])

    var scripts: [String] = []
    var program: [String] = []
    for case .run(let run) in document.instructions { scripts.append(document.string(run.script)) }
    for case .cmd(let command) in document.instructions {
      if case .exec(let words) = command.form { program = document.strings(words) }
    }
    #expect(scripts == ["npm ci", "npm run lint\nnpm run build\n"])
    #expect(program == ["nginx", "-g", "daemon off;"])

    var caches: [String] = []
    for case .run(let run) in document.instructions {
      caches += try document.mounts(of: run).filter { $0.type == .cache }.map(\.target)
    }
    #expect(caches == ["/root/.npm"])

    let expansion = Expansion(escape: document.escape)
    let image = try expansion.expand(document.bytes(document.stages[0].from.base.text), with: ["NODE": "24"])
    #expect(image.text == "node:24-slim")
    #expect(image.matched == ["NODE"])
  }

  @Test
  func `places texts`() {
    let source = Array("FROM alpine\nRUN apk add \\\n  # for the probe\n  curl\n".utf8)
    let document = Document(parsing: source)
    let run = document.nodes[1]
    let place = LineTable(bytes: source).position(at: run.range.offsets.lowerBound)
    #expect(place == SourcePosition(line: 2, column: 1))

    let command = document[run.arguments][document[run.arguments].startIndex]
    let isDerived = command.text.isDerived
    let joined = document.string(command)
    #expect(isDerived && joined == "apk add   curl")

    let written = String(decoding: document.source[command.range.offsets], as: UTF8.self)
    #expect(written == "apk add \\\n  # for the probe\n  curl")

    let found = document.range(of: 10..<14, in: command.text)
    let name = String(decoding: document.source[found.offsets], as: UTF8.self)
    #expect(name == "curl")
    #expect(LineTable(bytes: source).position(at: found.offsets.lowerBound).line == 4)

    let base = document.stages[0].from.base.range.offsets
    let changed = source[..<base.lowerBound] + Array("debian".utf8) + source[base.upperBound...]
    #expect(changed.starts(with: "FROM debian\nRUN".utf8))
  }

  @Test
  func `tells what Docker refuses`() {
    let source = Array("FROM alpine\nRUNN apk add curl\nCOPY --form=builder /a /b\nUSER app\n".utf8)
    let document = Document(parsing: source)
    let messages = document.problems.map(\.dockerMessage)
    #expect(
      messages == [
        "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
        "dockerfile parse error on line 3: unknown flag: --form (did you mean from?)",
      ]
    )

    let file = SourceFile(path: "Dockerfile", bytes: source)
    let renderer = CaretRenderer(file, style: .plain, width: 72)
    let problem = document.problems[0]
    let lines = renderer.lines(for: Diagnostic(.error, problem.message, at: problem.range))
    #expect(
      lines == [
        "error: unknown instruction: RUNN (did you mean RUN?)",
        "  --> Dockerfile:2:1",
        "1 | FROM alpine",
        "2 | RUNN apk add curl",
        "  | ^^^^",
      ]
    )

    let kinds = document.instructions.map { if case .invalid = $0 { "refused" } else { "read" } }
    #expect(kinds == ["read", "refused", "refused", "read"])
  }

  // MARK: - The documentation itself

  private static let articles = ["DockerfileSyntax", "ReadingADockerfile", "PlacesAndRanges", "ErrorsAndRecovery"]

  @Test(arguments: articles)
  func `shows no code that is not run here`(article: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let catalogue = root.deletingLastPathComponent().appendingPathComponent("Sources/DockerfileSyntax")
    let page = catalogue.appendingPathComponent("DockerfileSyntax.docc/\(article).md")
    let here = Self.lines(try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8))
    let blocks = Self.blocks(of: try String(contentsOf: page, encoding: .utf8))
    #expect(!blocks.isEmpty)
    for block in blocks {
      let isHere = here.indices.contains { here[$0...].starts(with: block) }
      #expect(isHere, "\(block.joined(separator: "\n"))")
    }
  }

  /// The lines of each block of Swift, without the remarks on what it gives.
  private static func blocks(of page: String) -> [[String]] {
    page.components(separatedBy: "```swift\n").dropFirst().map { block in
      lines(block.components(separatedBy: "\n```").first ?? "").filter { !$0.hasPrefix("//") }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
