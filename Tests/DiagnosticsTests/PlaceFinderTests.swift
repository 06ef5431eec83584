import Diagnostics
import Testing

struct PlaceFinderTests {
  @Test(
    arguments: [
      Array("".utf8), Array("abc\nde\r\nf".utf8), Array("\u{E9}\u{65E5} x\u{1F600}\ny\u{301}\n".utf8),
      [0xFF, 0x20, 0xC3, 0x28, 0x0A, 0xE2, 0x80, 0x20, 0x80, 0x80, 0xF0, 0x9F],
    ]
  )
  func `finds the places that the table has, in any order`(bytes: [UInt8]) {
    let table = LineTable(bytes: bytes)
    for first in 0...bytes.count {
      for second in 0...bytes.count {
        var finder = PlaceFinder(table)
        #expect(finder.position(at: first) == table.position(at: first))
        #expect(finder.position(at: second) == table.position(at: second), "\(first), \(second)")
        guard first <= second else { continue }
        let range = SourceRange(first..<second)
        #expect(finder.places(of: range) == table.places(of: range), "\(first), \(second)")
      }
    }
  }

  @Test
  func `finds many places in a long line in time that grows with it`() {
    let count = 1 << 18
    var finder = PlaceFinder(LineTable(bytes: [UInt8](repeating: 0x61, count: count)))
    for offset in stride(from: 0, to: count, by: 4) { #expect(finder.position(at: offset).column == offset + 1) }
  }
}
