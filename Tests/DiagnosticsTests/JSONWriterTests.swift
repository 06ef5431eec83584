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
  func `lets a terminal that shows it obey nothing`() throws {
    let controls = "\u{7F}\u{80}\u{9B}\u{9F}\u{200E}\u{202A}\u{202E}\u{2066}\u{2069}"
    let escaped = #"\u007f\u0080\u009b\u009f\u200e\u202a\u202e\u2066\u2069"#
    #expect(text { $0.value("a\(controls)b") } == "\"a\(escaped)b\"")
    let harmless = "\u{A0}\u{C2}\u{2010}\u{2029}\u{202F}\u{2065}\u{206A}\u{20AC}"
    #expect(text { $0.value(harmless) } == "\"\(harmless)\"")
    #expect(try JSONDecoder().decode(String.self, from: Data("\"\(escaped)\"".utf8)) == controls)
  }

  @Test
  func `writes bytes that are not UTF-8 as the replacement character`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x22, 0x62]
    #expect(text { $0.value(utf8: bytes[...]) } == "\"a\u{FFFD}\\\"b\"")
    #expect(text { $0.value(utf8: Array("né".utf8)[...]) } == "\"né\"")
  }
}
