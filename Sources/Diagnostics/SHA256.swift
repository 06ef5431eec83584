/// The digest of FIPS 180-4, by which files and rubrics are named in reports.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0
  private static let blockSize = 64

  /// The digest of nothing yet.
  public init() {}

  /// The digest of some bytes in lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Takes more bytes in.
  public mutating func update(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockSize - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == Self.blockSize else { return }
      let block = rest
      compress(block.span, from: 0, blocks: 1)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - start) / Self.blockSize
    compress(bytes.span, from: start, blocks: blocks)
    rest += bytes[(start + blocks * Self.blockSize)...]
  }

  /// The 32 bytes of the digest of all that came so far.
  public func digest() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in finished() {
      for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: word &>> shift)) }
    }
    return bytes
  }

  /// The digest of all that came so far in 64 lower-case digits.
  public func hexadecimal() -> String {
    let words = finished()
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for index in 0..<64 {
        let digit = UInt8(truncatingIfNeeded: words[index >> 3] &>> UInt32(28 - 4 * (index & 7))) & 15
        buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
      }
      return 64
    }
  }

  /// The state after the padding: a bit, zeros, and the length in bits.
  private func finished() -> [UInt32] {
    var last = self
    let zeros = (2 * Self.blockSize - 9 - rest.count) % Self.blockSize
    var padding = [UInt8](repeating: 0, count: 1 + zeros + 8)
    padding[0] = 0x80
    let bits = length &* 8
    for index in 0..<8 {
      padding[1 + zeros + index] = UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64(index)))
    }
    last.update(padding)
    return last.state
  }

  private mutating func compress(_ bytes: Span<UInt8>, from start: Int, blocks: Int) {
    guard blocks > 0 else { return }
    let constants = Self.constants.span
    var sum = Words(state)
    for block in 0..<blocks {
      var schedule = Self.schedule(bytes, at: start + block * Self.blockSize)
      var words = sum
      for first in stride(from: 0, to: Self.blockSize, by: 16) {
        if first > 0 { Self.extend(&schedule) }
        for index in stride(from: 0, to: 16, by: 8) {
          words.mix(Inputs { constants[first + index + $0] &+ schedule[index + $0] })
        }
      }
      sum.add(words)
    }
    state = sum.array
  }

  /// The last sixteen words of the message schedule, which are all that the next ones are made of.
  private typealias Schedule = InlineArray<16, UInt32>

  /// What eight rounds take in.
  private typealias Inputs = InlineArray<8, UInt32>

  private static func schedule(_ bytes: Span<UInt8>, at start: Int) -> Schedule {
    let bytes = bytes.bytes
    return Schedule { index in
      UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
    }
  }

  @inline(__always)
  private static func extend(_ schedule: inout Schedule) {
    for index in 0..<16 {
      let early = schedule[(index + 1) & 15]
      let late = schedule[(index + 14) & 15]
      let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      schedule[index] = schedule[index] &+ first &+ schedule[(index + 9) & 15] &+ second
    }
  }

  /// The eight words that the rounds turn.
  private struct Words {
    private var a, b, c, d, e, f, g, h: UInt32

    init(_ state: [UInt32]) {
      (a, b, c, d) = (state[0], state[1], state[2], state[3])
      (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    var array: [UInt32] { [a, b, c, d, e, f, g, h] }

    mutating func add(_ other: Words) {
      (a, b, c, d) = (a &+ other.a, b &+ other.b, c &+ other.c, d &+ other.d)
      (e, f, g, h) = (e &+ other.e, f &+ other.f, g &+ other.g, h &+ other.h)
    }

    /// Eight rounds, after which every name stands again for its own word: nothing is moved in between.
    @inline(__always)
    mutating func mix(_ inputs: Inputs) {
      Self.round(a, b, c, &d, e, f, g, &h, inputs[0])
      Self.round(h, a, b, &c, d, e, f, &g, inputs[1])
      Self.round(g, h, a, &b, c, d, e, &f, inputs[2])
      Self.round(f, g, h, &a, b, c, d, &e, inputs[3])
      Self.round(e, f, g, &h, a, b, c, &d, inputs[4])
      Self.round(d, e, f, &g, h, a, b, &c, inputs[5])
      Self.round(c, d, e, &f, g, h, a, &b, inputs[6])
      Self.round(b, c, d, &e, f, g, h, &a, inputs[7])
    }

    @inline(__always)
    private static func round(
      _ a: UInt32,
      _ b: UInt32,
      _ c: UInt32,
      _ d: inout UInt32,
      _ e: UInt32,
      _ f: UInt32,
      _ g: UInt32,
      _ h: inout UInt32,
      _ input: UInt32
    ) {
      let choice = g ^ (e & (f ^ g))
      let majority = (a & b) | (c & (a | b))
      h &+= (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ input
      d &+= h
      h &+= (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
    }
  }

  @inline(__always)
  private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }

  /// Fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
