/// A program for Linux of a handful of bytes that makes a folder where it runs, and ends well when it could: it shows,
/// without an image, whether an engine can run anything at all, as a root that may write.
enum ProbeProgram {
  static let dockerfile = Array("FROM scratch\nCOPY probe /probe\nRUN [\"/probe\"]\n".utf8)
  /// The folder's name, as C ends it.
  private static let name = Array("written\0".utf8)

  /// nil for a processor that it does not know.
  static var bytes: [UInt8]? {
    #if arch(x86_64)
      let code: [UInt8] = [
        0x48, 0x8D, 0x3D, 21, 0, 0, 0,  // lea rdi, [name]
        0xBE, 0xED, 0x01, 0, 0,  // mov esi, 0755
        0xB8, 83, 0, 0, 0,  // mov eax, mkdir
        0x0F, 0x05,  // syscall
        0x89, 0xC7,  // mov edi, eax
        0xB8, 60, 0, 0, 0,  // mov eax, exit
        0x0F, 0x05,  // syscall
      ]
      return executable(machine: 0x3E, code: code + name)
    #elseif arch(arm64)
      let code: [UInt8] = [
        0x60, 0x0C, 0x80, 0x92,  // mov x0, AT_FDCWD
        0xC1, 0x00, 0x00, 0x10,  // adr x1, name
        0xA2, 0x3D, 0x80, 0xD2,  // mov x2, 0755
        0x48, 0x04, 0x80, 0xD2,  // mov x8, mkdirat
        0x01, 0x00, 0x00, 0xD4,  // svc 0
        0xA8, 0x0B, 0x80, 0xD2,  // mov x8, exit
        0x01, 0x00, 0x00, 0xD4,  // svc 0
      ]
      return executable(machine: 0xB7, code: code + name)
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
