/// The scripts of a package.json whose text is known.
struct PackageManifest {
  /// By name; nil where the text is no JSON object.
  let scripts: [String: String]?

  init(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    scripts = reader.scripts()
  }

  /// Reads just as much of JSON as leads to the scripts.
  private struct Reader {
    let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func scripts() -> [String: String]? {
      var found: [String: String] = [:]
      let isRead = object { reader, key in
        guard key == "scripts" else { return reader.skipValue() }
        return reader.object { reader, name in
          guard reader.peek() == UInt8(ascii: "\"") else { return reader.skipValue() }
          found[name] = reader.string()
          return found[name] != nil
        }
      }
      return isRead ? found : nil
    }

    private mutating func peek() -> UInt8? {
      while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
      return offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func eat(_ byte: UInt8) -> Bool {
      guard peek() == byte else { return false }
      offset += 1
      return true
    }

    private mutating func object(_ member: (inout Reader, String) -> Bool) -> Bool {
      guard eat(UInt8(ascii: "{")) else { return false }
      if eat(UInt8(ascii: "}")) { return true }
      repeat {
        guard let key = string(), eat(UInt8(ascii: ":")), member(&self, key) else { return false }
      } while eat(UInt8(ascii: ","))
      return eat(UInt8(ascii: "}"))
    }

    /// Escapes other than those of quotes and slashes stay as they are written.
    private mutating func string() -> String? {
      guard eat(UInt8(ascii: "\"")) else { return nil }
      var text: [UInt8] = []
      while offset < bytes.count {
        let byte = bytes[offset]
        offset += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
        if byte == UInt8(ascii: "\\"), offset < bytes.count {
          if !"\"\\/".utf8.contains(bytes[offset]) { text.append(byte) }
          text.append(bytes[offset])
          offset += 1
        } else {
          text.append(byte)
        }
      }
      return nil
    }

    /// Steps over a value, up to what ends it in the object around it.
    private mutating func skipValue() -> Bool {
      var depth = 0
      while let byte = peek() {
        switch byte {
        case UInt8(ascii: "\""):
          guard string() != nil else { return false }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return true }
          depth -= 1
        case UInt8(ascii: ",") where depth == 0: return true
        default: break
        }
        offset += 1
      }
      return false
    }
  }
}
