import Diagnostics
import Testing

struct SHA256Tests {
  /// Vectors of NIST: FIPS 180-4 examples and the Cryptographic Algorithm Validation Program.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `agrees with the published vectors`(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test
  func `agrees on a million letters`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hexadecimal(of: [UInt8](repeating: 0x61, count: 1_000_000)) == digest)
  }

  @Test(arguments: 0..<200)
  func `does not depend on how the bytes come`(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var pieces = SHA256()
    for start in stride(from: 0, to: length, by: 7) { pieces.update(Array(bytes[start..<min(start + 7, length)])) }
    #expect(pieces.hexadecimal() == SHA256.hexadecimal(of: bytes))
  }
}
