import Foundation
import TestKit
import Testing

/// What people who write courses are told about checks.
struct AuthorTests {
  @Test(arguments: [40, 80, 120])
  func `lists the checks within the width`(width: Int) throws {
    var learner = try Learner()
    learner.variables["COLUMNS"] = String(width)
    let output = try learner.run(["author", "checks"])
    #expect(output.status == 0)
    #expect(output.undressed)
    #expect(output.words.contains("exposed-port"))
    #expect(output.words.contains("(port, protocol)"))
    let ids = output.text.split(separator: "\n").filter { $0.contains("non-root-user") }
    #expect(ids.count == 1)
    #expect(output.text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  @Test func `shows one check with its parameters and examples`() throws {
    let output = try Learner().run(["author", "checks", "exposed-port"])
    #expect(output.status == 0)
    #expect(output.undressed)
    for words in ["protocol", "from 1 to 65535", "EXPOSE 3000", "{actual}", "with: { port: 3000 }"] {
      #expect(output.words.contains(words), "\(words)")
    }
  }

  @Test func `the documents are those of the program`() throws {
    let catalogue = try Learner().run(["author", "checks", "--format", "markdown"])
    #expect(try Array(catalogue.text.utf8) == Repository.bytes("Documentation/Checks.md"))
    let schema = try Learner().run(["author", "schema"])
    #expect(try Array(schema.text.utf8) == Repository.bytes("Documentation/exercise.schema.json"))
  }

  @Test(
    arguments: [
      (["author", "checks", "exposed-prot"], "there is no check `exposed-prot`; did you mean `exposed-port`?"),
      (["author", "checks", "zebra"], "there is no check `zebra`; `stagecraft author checks` lists them"),
      (["author", "checks", "--format", "xml"], "The value 'xml' is invalid"),
    ]
  )
  func `wrong usage`(arguments: [String], words: String) throws {
    let output = try Learner().run(arguments)
    #expect(output.status == 2)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }
}
