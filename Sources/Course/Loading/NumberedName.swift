/// A name of the form `NN-slug`: the number orders, the slug is the id.
struct NumberedName: Hashable, Sendable {
  let number: Int
  let id: String

  /// nil when the name has another form.
  init?(_ name: Substring) {
    let digits = name.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = name.utf8.dropFirst(digits.count)
    guard (2...4).contains(digits.count), rest.first == UInt8(ascii: "-"), let number = Int(Substring(digits))
    else { return nil }
    let slug = String(Substring(rest.dropFirst()))
    guard Self.isSlug(slug) else { return nil }
    self.number = number
    id = slug
  }

  /// Lower-case letters and digits in words that single hyphens join.
  static func isSlug(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty
        && word.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }
}
