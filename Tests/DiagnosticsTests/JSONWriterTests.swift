import Diagnostics
import Foundation
import Testing

struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test
  func `puts commas between members and elements alone`() {
    let text = text { writer in
      writer.object {
        $0.member("a", 1)
        $0.key("b")
        $0.array {
          $0.value(true)
          $0.null()
          $0.object { _ in }
          $0.array { _ in }
          $0.value("x")
        }
        $0.member("c", nil as String?)
        $0.member("d", ["p", "q"])
      }
      writer.endLine()
      writer.value(-7)
    }
    #expect(text == #"{"a":1,"b":[true,null,{},[],"x"],"c":null,"d":["p","q"]}"# + "\n-7")
  }

  @Test(arguments: ["", "\"\\/\u{8}\u{C}\n\r\t", "\0\u{1F}\u{7F}", "é漢👍\u{2028}", "</script>", "a\"b"])
  func `is read back as it was`(text: String) throws {
    var writer = JSONWriter()
    writer.array { $0.value(text) }
    let read = try JSONDecoder().decode([String].self, from: Data(writer.bytes))
    #expect(read == [text])
    #expect(!writer.bytes.contains { $0 < 0x20 || $0 == 0x7F })
  }

  @Test
  func `writes bytes that are not UTF-8 as the replacement character`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x22, 0x62]
    #expect(text { $0.value(utf8: bytes[...]) } == "\"a\u{FFFD}\\\"b\"")
    #expect(text { $0.value(utf8: Array("né".utf8)[...]) } == "\"né\"")
  }
}
