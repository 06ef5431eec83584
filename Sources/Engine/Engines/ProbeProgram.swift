/// A program for Linux of a handful of bytes that does nothing and ends well: it shows whether an engine can run
/// anything at all, without an image.
enum ProbeProgram {
  static let dockerfile = Array("FROM scratch\nCOPY probe /probe\nRUN [\"/probe\"]\n".utf8)

  /// nil for a processor that it does not know.
  static var bytes: [UInt8]? {
    #if arch(x86_64)
      // xor edi, edi; mov eax, 60 (exit); syscall
      return executable(machine: 0x3E, code: [0x31, 0xFF, 0xB8, 0x3C, 0, 0, 0, 0x0F, 0x05])
    #elseif arch(arm64)
      // mov x0, #0; mov x8, #93 (exit); svc #0
      return executable(machine: 0xB7, code: [0, 0, 0x80, 0xD2, 0xA8, 0x0B, 0x80, 0xD2, 1, 0, 0, 0xD4])
    #else
      return nil
    #endif
  }

  /// An ELF file of one segment, as elf(5) lays it out.
  private static func executable(machine: UInt16, code: [UInt8]) -> [UInt8] {
    let address: UInt64 = 0x40_0000
    let headers: UInt64 = 64 + 56
    let size = headers + UInt64(code.count)
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 9)
    func append(_ value: UInt64, _ count: Int) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }
    append(2, 2)  // an executable
    append(UInt64(machine), 2)
    append(1, 4)
    append(address + headers, 8)  // where it begins
    append(64, 8)  // the program header follows
    append(0, 8)
    append(0, 4)
    append(64, 2)
    append(56, 2)
    append(1, 2)
    append(0, 6)
    append(1, 4)  // to be loaded,
    append(5, 4)  // read and run
    append(0, 8)
    append(address, 8)
    append(address, 8)
    append(size, 8)
    append(size, 8)
    append(0x1000, 8)
    return bytes + code
  }
}
