import BuildModel
import Testing

@Suite struct VariableTests {
  /// The value of X in the image's environment.
  private static func x(_ text: String, _ arguments: [String: String] = [:]) throws -> String? {
    try JudgedImage(text, arguments: arguments).variable("X")
  }

  @Test(
    arguments: [
      ("ARG A=1\nFROM scratch\nENV X=$A", ""),
      ("ARG A=1\nFROM scratch\nARG A\nENV X=$A", "1"),
      ("ARG A=1\nFROM scratch\nARG A=2\nENV X=$A", "2"),
      ("ARG A=1\nARG B=${A}0\nFROM scratch\nARG B\nENV X=$B", "10"),
      ("FROM scratch\nARG A\nENV X=$A", ""),
      ("FROM scratch\nARG A=1 B=$A\nENV X=$B", "1"),
      ("FROM scratch\nARG A=1\nARG B=${A}0\nENV X=$B", "10"),
      ("FROM scratch\nENV X=$A\nARG A=1", ""),
      ("FROM scratch AS a\nARG A=1\nFROM scratch\nENV X=$A", ""),
      ("FROM scratch AS a\nARG A=1\nFROM a\nENV X=$A", "1"),
      ("FROM scratch\nENV A=1\nARG A=2\nENV X=$A", "2"),
      ("FROM scratch AS a\nENV A=1\nARG A=2 A=3\nFROM a\nENV X=$A", "1"),
      ("FROM scratch AS a\nENV A=1\nARG A=2\nENV A=3\nFROM a AS b\nFROM b\nENV X=$A", "3"),
      ("FROM scratch\nENV X=$TARGETARCH", ""),
      ("FROM scratch\nARG TARGETARCH\nENV X=$TARGETARCH", "amd64"),
      ("FROM scratch\nARG TARGETPLATFORM\nENV X=$TARGETPLATFORM", "linux/amd64"),
      ("FROM scratch\nARG BUILDOS=own\nENV X=$BUILDOS", "own"),
      ("FROM scratch AS last\nARG TARGETSTAGE\nENV X=$TARGETSTAGE", "last"),
      // What is said to the scanner of the finished image is no variable; an ENV of that name is.
      ("FROM scratch\nARG BUILDKIT_SBOM_SCAN_STAGE=1\nENV X=${BUILDKIT_SBOM_SCAN_STAGE-no}", "no"),
      (
        "FROM scratch\nENV BUILDKIT_SBOM_SCAN_CONTEXT=1\nARG BUILDKIT_SBOM_SCAN_CONTEXT=2\n"
          + "ENV X=$BUILDKIT_SBOM_SCAN_CONTEXT", "1"
      ),
      // A date is a number of seconds; the name of something that has one is nothing without a builder to ask.
      ("ARG SOURCE_DATE_EPOCH=+07\nFROM scratch\nARG SOURCE_DATE_EPOCH\nENV X=$SOURCE_DATE_EPOCH", "7"),
      ("ARG SOURCE_DATE_EPOCH=context\nFROM scratch\nARG SOURCE_DATE_EPOCH\nENV X=${SOURCE_DATE_EPOCH-no}", "no"),
      ("FROM scratch\nARG SOURCE_DATE_EPOCH=+07\nENV X=$SOURCE_DATE_EPOCH", "+07"),
    ]
  )
  func `an ARG is seen after its line in its stage alone`(text: String, value: String) throws {
    #expect(try Self.x(text) == value)
  }

  @Test(
    arguments: [
      ("FROM scratch\nARG A=1\nENV X=$A", "9"),
      ("ARG A=1\nFROM scratch\nARG A\nENV X=$A", "9"),
      ("ARG A=1\nFROM scratch\nARG A=2\nENV X=$A", "9"),
      ("FROM scratch\nARG A\nENV X=$A", "9"),
      ("FROM scratch\nENV X=$A", ""),
      ("ARG A=1\nFROM scratch\nENV X=$A", ""),
      ("ARG A=1\nARG B=$A\nFROM scratch\nARG B\nENV X=$B", "9"),
      ("FROM scratch\nARG A=1\nENV A=2\nENV X=$A", "2"),
    ]
  )
  func `a build argument comes before defaults where an ARG asks for it`(text: String, value: String) throws {
    #expect(try Self.x(text, ["A": "9"]) == value)
  }

  @Test(arguments: [("007", "7"), ("", "3"), ("context", "3")])
  func `a date is given as a number of seconds`(given: String, value: String) throws {
    let text = "FROM scratch\nARG SOURCE_DATE_EPOCH=3\nENV X=$SOURCE_DATE_EPOCH"
    #expect(try Self.x(text, ["SOURCE_DATE_EPOCH": given]) == value)
  }

  @Test func `names and labels that only look alike are two`() throws {
    let image = try JudgedImage("FROM scratch\nLABEL \u{e9}=1 e\u{301}=2\nVOLUME /\u{e9} /e\u{301}\n").image
    #expect(image.labels?.count == 2)
    #expect(image.volumes?.map { Array($0.utf8) } == ["/e\u{301}", "/\u{e9}"].map { Array($0.utf8) })
    let twice = try JudgedImage("FROM scratch\nENV \u{e9}=1\nENV e\u{301}=2\nENV \u{e9}=3\n").image
    #expect(twice.environment.dropFirst().map { Array($0.utf8) } == ["\u{e9}=3", "e\u{301}=2"].map { Array($0.utf8) })
  }

  @Test(
    arguments: [
      ("ARG V=26\nFROM node:$V-alpine", [:], "docker.io/library/node:26-alpine"),
      ("ARG V=26\nFROM node:${V}", ["V": "24"], "docker.io/library/node:24"),
      ("FROM node:${V:-22}", [:], "docker.io/library/node:22"),
      ("ARG I=node\nARG V=26\nFROM $I:$V", [:], "docker.io/library/node:26"),
      ("ARG I=\"nginx\"\nFROM ${I}", [:], "docker.io/library/nginx:latest"),
      ("ARG R=gcr.io/distroless\nFROM $R/static:nonroot", [:], "gcr.io/distroless/static:nonroot"),
    ] as [(String, [String: String], String)]
  )
  func `FROM sees the global ARGs`(text: String, arguments: [String: String], image: String) throws {
    #expect(try JudgedImage(text, arguments: arguments).base.image?.description == image)
  }

  @Test(
    arguments: [
      ("ENV B=1 A=2\nENV B=3", ["B=3", "A=2"]),
      ("ENV A=1\nENV A=2 B=$A", ["A=2", "B=1"]),
      ("ENV A 1 2", ["A=1 2"]),
      ("ENV A=\"1 2\" B='$A'", ["A=1 2", "B=$A"]),
      ("ENV A=1\nARG A=2\nENV B=$A", ["A=1", "B=2"]),
      ("ENV A=1\nENV A=", ["A="]),
    ]
  )
  func `the environment keeps its order and sees the lines before`(lines: String, environment: [String]) throws {
    let image = try JudgedImage("FROM scratch\n" + lines).image
    #expect(image.environment == ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"] + environment)
  }

  @Test func `what the base image sets is there, and can be replaced`() throws {
    let image = try JudgedImage("FROM node:26\nENV NODE_VERSION=1 A=$NODE_VERSION\n").image
    #expect(image.environment.contains("NODE_VERSION=1"))
    #expect(image.environment.contains("A=26.1.0"))
  }
}
