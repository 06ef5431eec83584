import DockerfileSyntax
import Foundation
import Testing

/// Printing a document gives the source, and every range cut out of the source has the text that stands for it.
struct LosslessTests {
  /// Each has a part of the syntax that the others don't.
  private static let samples = [
    "",
    "\n \t\n",
    "FROM a",
    "\u{FEFF}FROM a\n",
    "\u{FEFF}# syntax=docker/dockerfile:1\n#escape = `\n#\tcheck=skip=all;error=true  \n# not one\nFROM a\n",
    "# Escape=`\nFROM a\nCOPY a `\n\tb `\r\n c:\\\nRUN x`\ny\n",
    "# syntax=a\n# syntax=b\n# escape=x\nFROM a",
    "  # a\n#\n#b\n\n#  c  \n\nfrom  --platform=$P\ta:1  As  b  # d\n\n# end",
    "ARG A=1 B='2 3' C\nFROM a:$A\nARG D=\"x\\\"y\" E=\nARG \\\n# in it\n\n  F=\\\n1\n",
    "FROM a\nENV A=1 \\\n  B=\"2 \\\n3\" C='\\'\nENV D e  f \\\n g\nLABEL \"a b\"=c d.e='f\tg'\n",
    "FROM a\nRUN --mount=type=cache,target=/x \\\n  --network='no\"ne' -- a --b\nRUN --mount=\"type=tmp\\\nfs\" x",
    "FROM a\nCOPY --ch\"own\"='u:\u{E9}' --from=b --link  c\td \\\n e/\n",
    "FROM a\nADD [ \"a b\" ,\t\"\\u00e9\\ud83d\\ude00\\n\" ]\n",
    "FROM a\nRUN <<E b <<-'F G'\nx\nE\r\n\ty\n\tF G\nCMD [\"a\\/b\", \\\n# c\n\"d\"]\nENTRYPOINT []\n",
    "FROM a\r\nRUN <<-E\r\n\t\tx\r\n\tE\r\nRUN b \\\r\n\r\n  c\r\nCOPY <<A <<B /d\r\n1\r\nA\r\n2\r\nB",
    "FROM a\nHEALTHCHECK --interval=1s --retries=2 CMD curl -f  x\nHEALTHCHECK NONE\nHEALTHCHECK CMD [\"a\", \"b\"]",
    "FROM a\nONBUILD RUN --network=none <<E\n x\nE\nONBUILD COPY --from=b \\\n c d\n",
    "FROM a\nONBUILD ENV A=1\nONBUILD CMD [\"a\"]",
    "# escape=`\nFROM a\nONBUILD RUN a \\\nONBUILD RUN --mount=\"ty`pe=x\" b",
    "FROM a\nEXPOSE 2 1/tcp\nVOLUME [\" a \", \"b\"]\nVOLUME c  d\n",
    "FROM a\nUSER  x y \nWORKDIR \"/a b\"\nSTOPSIGNAL 9\nMAINTAINER m <m>",
    "FROM a\nSHELL [\"sh\", \"-c\"]\nRUN [\"a\"]\nRUN [\"a\", 1]\nRUN [a]\nRUN [\"a\",]\nCMD\nFOO --bar baz\nRUN",
    "FROM a\nRUN a \\\\\nRUN b \\",
    "\\\n# c\n\n  RU\\\nN a\n",
    "\\",
    "FROM a\nRUN <<E\nno end\n",
    "FROM \u{65E5}\u{672C} AS \u{1F600}\nRUN \u{E9}\u{301} \\\n\u{A0}x\nENV A=\u{1F468}\u{200D}\u{1F469} B=\u{2028}\n",
  ]

  @Test(arguments: samples)
  func `keeps every byte of a sample`(text: String) {
    #expect(violations(of: Document(parsing: Array(text.utf8))) == [])
    let carriageReturns = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    #expect(violations(of: Document(parsing: Array(carriageReturns.utf8))) == [])
  }

  @Test(arguments: samples)
  func `keeps every byte of a sample with one of them broken`(text: String) {
    let source = Array(text.utf8)
    for index in source.indices {
      var broken = source
      broken[index] = [0xFF, 0x0A, 0x5C, 0x22, 0x20][index % 5]
      let found = violations(of: Document(parsing: broken))
      #expect(found == [], "byte \(index) is \(broken[index])")
    }
  }

  @Test
  func `keeps every byte up to a line that is too long`() {
    let long = String(repeating: "b", count: 70_000)
    for text in ["FROM a\n# c\nRUN \(long)\nRUN c\n", "FROM a\nRUN a \\\n\(long)\nRUN c", "#\(long)"] {
      #expect(violations(of: Document(parsing: Array(text.utf8))) == [])
    }
  }

  // MARK: - Real files, where they are at hand beside the project

  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared").standardizedFileURL

  private static let sets = [
    "conformance/corpus", "conformance/edge", "conformance/testfiles", "conformance/build", "real-node",
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.path)), arguments: sets)
  func `keeps every byte of real files`(set: String) throws {
    let folder = Self.shared.appendingPathComponent(set)
    let entries = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    let files = try #require(entries).compactMap { $0 as? URL }.filter {
      try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    }
    #expect(!files.isEmpty)
    for file in files {
      let found = violations(of: Document(parsing: [UInt8](try Data(contentsOf: file))))
      #expect(found == [], "\(file.lastPathComponent)")
    }
  }
}
