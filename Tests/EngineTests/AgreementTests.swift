import Rubric
import TestKit
import Testing

@testable import Engine

/// buildah builds what the model says, in every field that it is not known to treat in another way.
@Suite(.enabled(if: StandInImages.arePossible, "\(StandInImages.need)"))
struct AgreementTests {
  private static let portsReason = "it keeps ports as they are written"
  private static let shellReason = "SHELL does not reach its shell form"
  private static let rootReason = "it leaves out that it is /"

  static let cases: [BuildCase] = [
    BuildCase("react-node", ["User": "node", "Cmd": #"["node","server/index.js"]"#, "WorkingDir": "/app"]),
    BuildCase("plain", ["Cmd": #"["node","server.js"]"#, "Entrypoint": #"["docker-entrypoint.sh"]"#]),
    BuildCase("shell-forms", ["Cmd": #"["/bin/sh","-c","node server.js --port 3000"]"#]),
    BuildCase("entrypoint-resets", ["Entrypoint": #"["/sbin/tini","--"]"#, "Cmd": ""]),
    BuildCase("entrypoint-keeps-own", ["Entrypoint": #"["b"]"#, "Cmd": #"["a"]"#]),
    BuildCase("empty-entrypoint", ["Entrypoint": ""]),
    BuildCase("empty-cmd", ["Cmd": ""]),
    BuildCase(
      "health-exec",
      [
        "Healthcheck":
          #"interval 1m30s timeout 3s start-period 500ms retries 5 ["CMD","wget","-q","http://localhost"]"#
      ]
    ),
    BuildCase("health-none", ["Healthcheck": #"["NONE"]"#]),
    BuildCase("health-inherited", ["Healthcheck": #"interval 10s ["CMD-SHELL","wget localhost"]"#, "User": "node"]),
    BuildCase("user-arg", ["User": "node"]),
    BuildCase("user-empty-arg", ["User": "node"]),
    BuildCase("user-number", ["User": "node"]),
    BuildCase("env-expansion"),
    BuildCase("env-quotes"),
    BuildCase("env-arg-shadow", deviating: ["Env": "an ARG does not hide an ENV of its name"]),
    BuildCase("arg-scopes", deviating: ["Env": "an ARG of the stage below does not reach it"]),
    BuildCase("multi-stage", ["User": "nginx", "StopSignal": ""], deviating: ["ExposedPorts": portsReason]),
    BuildCase("scratch", ["User": "65534", "Entrypoint": #"["/app"]"#], deviating: ["WorkingDir": rootReason]),
    BuildCase(
      "labels-ports-volumes",
      ["Volumes": #"["/data","/log","/more","/most"]"#, "StopSignal": "SIGQUIT"],
      deviating: ["ExposedPorts": portsReason]
    ),
    BuildCase(
      "shell",
      ["Healthcheck": #"["CMD-SHELL","check it"]"#, "Shell": #"["/bin/sh","-eu","-c"]"#],
      deviating: ["Entrypoint": shellReason, "Cmd": shellReason]
    ),
    BuildCase("onbuild", ["User": "node", "WorkingDir": "/child", "Cmd": #"["x"]"#, "OnBuild": ""]),
    BuildCase("onbuild-kept", ["User": "node", "OnBuild": #"["RUN echo later","COPY . /app"]"#]),
    BuildCase("workdir", ["WorkingDir": "/srv/a/c/d"]),
    BuildCase("target", target: "test", ["User": "node", "Cmd": #"["npm","test"]"#]),
    BuildCase(
      "build-arg",
      arguments: ["RELEASE": "26", "WHO": "node", "PORT": "8080"],
      ["User": "node", "ExposedPorts": #"["8080/tcp"]"#]
    ),
    BuildCase("escape", ["Cmd": #"["x","y"]"#]),
    BuildCase("platform-args"),
    BuildCase("mounts", ["User": "node"]),
    BuildCase("comments", ["Cmd": #"["/bin/sh","-c","node   server.js"]"#]),
    BuildCase("add-chmod"),
    BuildCase("hostile", ["User": "node"]),
  ]

  @Test(arguments: cases)
  func `buildah agrees`(item: BuildCase) async throws {
    let build = try #require(try await BuiltCases.confirmation(of: item))
    #expect(build.verdict == .confirmed, "\(build.reason ?? "") \(build.output)")
    #expect(build.engine == "buildah")
    #expect(build.version.first?.isNumber == true)
    #expect(build.milliseconds.map { $0 > 0 } == true)
    #expect(build.bytes.map { $0 > 0 } == true)
    #expect(build.fields.map(\.name) == ConfigurationField.allCases.map(\.rawValue))
    let fields = Dictionary(uniqueKeysWithValues: build.fields.map { ($0.name, $0) })
    var deviating = item.deviating
    deviating["Labels"] = "it adds the label io.buildah.version"
    for field in build.fields {
      #expect(field.status == (deviating[field.name] == nil ? .agrees : .deviates), "\(field)")
      #expect(field.reason == deviating[field.name])
    }
    for (name, value) in item.built { #expect(fields[name]?.built == value) }
  }

  @Test func `at least twenty agree in all that matters`() async throws {
    let essential = ["User", "Healthcheck", "Entrypoint", "Cmd", "Env"]
    var count = 0
    for item in Self.cases {
      let fields = try await BuiltCases.confirmation(of: item)?.fields ?? []
      if essential.allSatisfy({ name in fields.contains { $0.name == name && $0.status == .agrees } }) { count += 1 }
    }
    #expect(count >= 20)
  }

  @Test func `nothing is left, and the user's images are as they were`() async throws {
    let images = try Fixture.images()
    let before = try images.inventory()
    for item in Self.cases { _ = try await BuiltCases.confirmation(of: item) }
    #expect(try images.inventory() == before)
    #expect(before.contains(Fixture.node))
  }
}
