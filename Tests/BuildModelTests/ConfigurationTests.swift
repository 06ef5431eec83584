import BuildModel
import Testing

@Suite struct ConfigurationTests {
  @Test(
    arguments: [
      ("FROM scratch\nWORKDIR app", "/app"),
      ("FROM scratch\nWORKDIR /a\nWORKDIR b\nWORKDIR ../c/./d", "/a/c/d"),
      ("FROM scratch\nWORKDIR /a/b/\nWORKDIR ../../../..", "/"),
      ("FROM scratch\nARG D=/srv\nWORKDIR $D\nWORKDIR web", "/srv/web"),
      ("FROM scratch\nENV D=web\nWORKDIR /srv/${D}", "/srv/web"),
      ("FROM scratch\nWORKDIR \"/a b\"", "/a b"),
      ("FROM gcr.io/distroless/static:nonroot\nWORKDIR app", "/home/nonroot/app"),
      ("FROM scratch AS a\nWORKDIR /a\nFROM a\nWORKDIR b", "/a/b"),
      ("FROM scratch AS a\nWORKDIR /a\nFROM scratch\nWORKDIR b", "/b"),
    ]
  )
  func `working directories join`(text: String, directory: String) throws {
    #expect(try JudgedImage(text).image.workingDirectory == directory)
  }

  @Test(
    arguments: [
      ("FROM node:26", ["docker-entrypoint.sh"], ["node"]),
      ("FROM node:26\nCMD [\"a\"]", ["docker-entrypoint.sh"], ["a"]),
      ("FROM node:26\nENTRYPOINT [\"b\"]", ["b"], nil),
      ("FROM node:26\nCMD [\"a\"]\nENTRYPOINT [\"b\"]", ["b"], ["a"]),
      ("FROM node:26\nENTRYPOINT [\"b\"]\nCMD [\"a\"]", ["b"], ["a"]),
      ("FROM node:26\nCMD [\"a\"]\nCMD [\"c\", \"d\"]", ["docker-entrypoint.sh"], ["c", "d"]),
      ("FROM node:26 AS x\nCMD [\"a\"]\nFROM x\nENTRYPOINT [\"b\"]", ["b"], nil),
      ("FROM node:26\nENTRYPOINT []", nil, nil),
      ("FROM scratch\nCMD node index.js", nil, ["/bin/sh", "-c", "node index.js"]),
      ("FROM scratch\nSHELL [\"/bin/bash\", \"-ec\"]\nCMD a", nil, ["/bin/bash", "-ec", "a"]),
      ("FROM scratch\nCMD a\nSHELL [\"/bin/bash\", \"-c\"]", nil, ["/bin/sh", "-c", "a"]),
      ("FROM scratch AS x\nSHELL [\"/b\"]\nFROM x\nENTRYPOINT a", ["/b", "a"], nil),
      ("FROM scratch\nCMD [\"a\", b]", nil, ["/bin/sh", "-c", "[\"a\", b]"]),
    ] as [(String, [String]?, [String]?)]
  )
  func `commands replace each other`(text: String, entrypoint: [String]?, command: [String]?) throws {
    let image = try JudgedImage(text).image
    #expect(image.entrypoint == entrypoint)
    #expect(image.command == command)
  }

  @Test(
    arguments: [
      ("FROM node:26", nil),
      ("FROM node:26\nHEALTHCHECK CMD a b", ["CMD-SHELL", "a b"]),
      ("FROM node:26\nHEALTHCHECK CMD [\"a\", \"b\"]", ["CMD", "a", "b"]),
      ("FROM node:26\nHEALTHCHECK CMD a\nHEALTHCHECK NONE", ["NONE"]),
      ("FROM node:26\nHEALTHCHECK none", ["NONE"]),
      ("FROM node:26\nHEALTHCHECK NONE\nHEALTHCHECK CMD a", ["CMD-SHELL", "a"]),
      ("FROM node:26\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b", ["CMD-SHELL", "b"]),
      ("FROM node:26 AS x\nHEALTHCHECK CMD a\nFROM x", ["CMD-SHELL", "a"]),
      ("FROM node:26 AS x\nHEALTHCHECK CMD a\nFROM x\nHEALTHCHECK NONE", ["NONE"]),
      ("FROM node:26 AS x\nHEALTHCHECK CMD a\nFROM node:26", nil),
    ] as [(String, [String]?)]
  )
  func `the last health check counts`(text: String, test: [String]?) throws {
    #expect(try JudgedImage(text).image.healthcheck?.test == test)
  }

  @Test func `a health check keeps its times`() throws {
    let lines = "HEALTHCHECK --interval=1m30s --timeout=500ms --start-period=2s --start-interval=1s --retries=4 CMD a"
    let probe = EffectiveImage.Probe(
      test: ["CMD-SHELL", "a"],
      interval: 90_000_000_000,
      timeout: 500_000_000,
      startPeriod: 2_000_000_000,
      startInterval: 1_000_000_000,
      retries: 4
    )
    #expect(try JudgedImage("FROM scratch\n" + lines).image.healthcheck == probe)
  }

  @Test(
    arguments: [
      ("FROM node:26 AS x\nONBUILD USER node", "", ["USER node"]),
      ("FROM node:26 AS x\nONBUILD USER node\nFROM x", "node", nil),
      ("FROM node:26 AS x\nONBUILD USER node\nFROM x\nUSER root", "root", nil),
      ("FROM node:26 AS x\nONBUILD USER node\nUSER root\nFROM x", "node", nil),
      ("FROM node:26 AS x\nONBUILD USER node\nFROM x AS y\nUSER root\nFROM y", "root", nil),
      ("FROM node:26 AS x\nONBUILD USER node\nFROM node:26", "", nil),
      ("FROM node:26 AS x\nARG U=node\nONBUILD USER $U\nFROM x", "node", nil),
    ] as [(String, String, [String]?)]
  )
  func `a trigger fires once, in the stages that start from its own`(
    text: String,
    user: String,
    onBuild: [String]?
  ) throws {
    let image = try JudgedImage(text).image
    #expect(image.user == user)
    #expect(image.onBuild == onBuild)
  }

  @Test(
    arguments: [
      ("FROM scratch\nEXPOSE 3000", ["3000/tcp"]),
      ("FROM scratch\nEXPOSE 3000/udp 80 80/tcp", ["3000/udp", "80/tcp"]),
      ("FROM scratch\nEXPOSE 8000-8002/tcp", ["8000/tcp", "8001/tcp", "8002/tcp"]),
      ("FROM scratch\nENV P=\"1 2\"\nEXPOSE $P", ["1/tcp", "2/tcp"]),
      ("FROM nginx\nEXPOSE 443", ["443/tcp", "80/tcp"]),
      ("FROM nginx", ["80/tcp"]),
    ]
  )
  func `ports add up`(text: String, ports: [String]) throws {
    #expect(try JudgedImage(text).image.exposedPorts == ports)
  }

  @Test func `labels and volumes add up, and the base image's fields are told from the file's own`() throws {
    let image = try JudgedImage("FROM nginx\nLABEL a=1 b=2\nLABEL a=3\nVOLUME /b /a\nSTOPSIGNAL SIGQUIT\nUSER 1").image
    #expect(image.labels == ["a": "3", "b": "2"])
    #expect(image.volumes == ["/a", "/b"])
    #expect(image.stopSignal == "SIGQUIT")
    #expect(!image.inherits.contains(.user) && !image.inherits.contains(.stopSignal))
    #expect(image.inherits.contains(.entrypoint) && image.inherits.contains(.command))
  }
}
