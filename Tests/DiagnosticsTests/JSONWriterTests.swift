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

  @Test
  func `escapes at every place of a text of every length`() {
    let specials: [(bytes: [UInt8], written: String)] = [
      ([0x22], #"\""#), ([0x5C], #"\\"#), ([0x0A], #"\n"#), ([0x00], #"\u0000"#), ([0x1F], #"\u001f"#),
      ([0x7F], #"\u007f"#),
      ([0xC2, 0x9B], #"\u009b"#), ([0xE2, 0x80, 0xAE], #"\u202e"#), ([0xC3, 0xA9], "é"),
      ([0xF0, 0x9F, 0x91, 0x8D], "👍"),
      ([0xFF], "\u{FFFD}"), ([0xE2, 0x80], "\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ]
    for length in 0..<40 {
      for place in 0...length {
        let (before, after) = (String(repeating: "a", count: place), String(repeating: "z", count: length - place))
        for special in specials {
          let bytes = Array(before.utf8) + special.bytes + Array(after.utf8)
          #expect(text { $0.value(utf8: bytes[...]) } == "\"\(before)\(special.written)\(after)\"")
        }
      }
    }
  }

  @Test(arguments: [4_090, 4_095, 4_096, 4_097, 8_191, 100_000])
  func `writes long texts in parts`(length: Int) {
    let plain = String(repeating: "b", count: length)
    #expect(text { $0.value(plain) } == "\"\(plain)\"")
    let accents = String(repeating: "é", count: length) + "👍\""
    #expect(text { $0.value("a" + accents) } == "\"a\(accents.dropLast())\\\"\"")
    let controls = [UInt8](repeating: 1, count: length)
    #expect(text { $0.value(utf8: controls[...]) } == "\"\(String(repeating: #"\u0001"#, count: length))\"")
  }

  @Test
  func `joins the parts of a string`() {
    let bytes = Array("x\"é".utf8)
    let text = text { writer in
      writer.array { writer in
        writer.string { writer in
          writer.append("--")
          bytes.withUnsafeBufferPointer { writer.append(utf8: $0) }
          writer.append("=")
        }
        writer.string { _ in }
      }
    }
    #expect(text == #"["--x\"é=",""]"#)
  }

  @Test
  func `repeats values and members`() {
    let text = text { writer in
      var (members, list) = (0..<0, 0..<0)
      writer.array { writer in
        writer.object { writer in
          let start = writer.position
          writer.member("a", 1)
          writer.member("b", ",")
          members = start..<writer.position
          writer.key("c")
          let array = writer.position
          writer.value(["p,", "q"])
          list = array..<writer.position
        }
        writer.object { writer in
          writer.repeated(members)
          writer.key("d")
          writer.repeated(list)
        }
        writer.object { $0.repeated(members) }
      }
    }
    #expect(text == #"[{"a":1,"b":",","c":["p,","q"]},{"a":1,"b":",","d":["p,","q"]},{"a":1,"b":","}]"#)
  }

  @Test(arguments: [0, 9, 10, 99, 100, 101, 65_535, -1, -100, Int.max, Int.min])
  func `writes whole numbers`(number: Int) {
    #expect(text { $0.value(number) } == String(number))
    #expect(text { $0.member("n", number) } == "\"n\":\(number)")
  }

  @Test
  func `begins anew with the memory that it has`() {
    var writer = JSONWriter()
    writer.array { $0.value(String(repeating: "c", count: 10_000)) }
    writer.removeAll()
    #expect(writer.bytes == [])
    writer.value(true)
    writer.endLine()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "true\n")
    #expect(writer.withBytes(\.count) == 5)
  }
}
