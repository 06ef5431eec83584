import Classroom
import Glibc

/// `FILE:LINE` or `FILE:LINE:COLUMN`, as compilers and editors write places.
struct FilePlace: Equatable {
  let file: String
  let line: Int
  let column: Int?

  /// nil for what does not end in a number behind a colon.
  init?(_ text: String) {
    guard let (front, last) = Self.split(text) else { return nil }
    // A file may be called `a:3`: the reading whose file is there counts.
    if let (file, line) = Self.split(front), Self.exists(file) || !Self.exists(front) {
      self.init(file: file, line: line, column: last)
    } else {
      self.init(file: front, line: last, column: nil)
    }
  }

  init(file: String, line: Int, column: Int?) {
    self.file = file
    self.line = line
    self.column = column
  }

  private static func split(_ text: String) -> (front: String, number: Int)? {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else { return nil }
    let digits = text[text.index(after: colon)...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(digits) else {
      return nil
    }
    return (String(text[..<colon]), number)
  }

  private static func exists(_ file: String) -> Bool { file == "-" || access(file, F_OK) == 0 }
}
