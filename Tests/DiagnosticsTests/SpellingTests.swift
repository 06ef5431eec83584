import Diagnostics
import Testing

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("healtcheck", "healthcheck"), ("heatlhcheck", "healthcheck"), ("HEALTHCHECK", "healthcheck"),
      ("non-rot-user", "non-root-user"), ("user", nil), ("", nil), ("x", nil), ("é", nil),
      (String(repeating: "healthcheck", count: 10), nil),
    ] as [(String, String?)]
  )
  func `offers the name that was meant`(written: String, meant: String?) {
    #expect(Spelling.nearest(to: written, among: ["non-root-user", "healthcheck", "builder-stage"]) == meant)
  }

  @Test func `prefers the nearest, then the first`() {
    #expect(Spelling.nearest(to: "abcd", among: ["abzz", "abcz", "abcy"]) == "abcz")
    #expect(Spelling.nearest(to: "abcd", among: []) == nil)
  }

  @Test func `counts a swap of neighbours as one slip`() {
    #expect(Spelling.nearest(to: "ab", among: ["ba"]) == "ba")
    #expect(Spelling.nearest(to: "ab", among: ["cd"]) == nil)
  }
}
