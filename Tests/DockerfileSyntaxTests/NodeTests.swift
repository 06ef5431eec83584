import DockerfileSyntax
import Testing

/// How an instruction is split into flags and words.
struct NodeTests {
  @Test(arguments: [
    ("COPY --from=a b c", "COPY 1-1 --from=a |b|c|"),
    ("COPY --link --chown=1:2 b c", "COPY 1-1 --link --chown=1:2 |b|c|"),
    ("COPY b --from=a c", "COPY 1-1 |b|--from=a|c|"),
    ("COPY --link -- --b c", "COPY 1-1 --link |--b|c|"),
    ("COPY --from= b c", "COPY 1-1 --from= |b|c|"),
    ("COPY --from=\"a b\" c d", "COPY 1-1 --from=a b |c|d|"),
    ("COPY --from='a\\'b' c d", "COPY 1-1 --from=a'b |c|d|"),
    ("COPY --\"from\"=a c d", "COPY 1-1 --from=a |c|d|"),
    ("COPY \"--from=a\" c d", "COPY 1-1 |\"--from=a\"|c|d|"),
    ("COPY --from=a\\ b c d", "COPY 1-1 --from=a b |c|d|"),
    ("COPY --chown=\u{FC} c d", "COPY 1-1 --chown=\u{C3}\u{BC} |c|d|"),
    ("RUN --network=none", "RUN 1-1 --network=none"),
    ("RUN --mount=type=cache,target=/x a", "RUN 1-1 --mount=type=cache,target=/x |a|"),
    ("RUN - a", "RUN 1-1 |- a|"),
  ])
  func `reads flags`(text: String, node: String) {
    #expect(Outline(text).nodes == [node])
  }

  @Test(arguments: [
    ("FROM a  AS\tb", "FROM 1-1 |a|AS|b|"),
    ("COPY \"a b\" c", "COPY 1-1 |\"a|b\"|c|"),
    ("EXPOSE 80   443/tcp", "EXPOSE 1-1 |80|443/tcp|"),
    ("ENV A=1 B=\"x y\" C='p q' D=r\\ s", "ENV 1-1 |A=1|B=\"x y\"|C='p q'|D=r\\ s|"),
    ("ENV A b  c=d", "ENV 1-1 |A|b  c=d|"),
    ("ENV A =b", "ENV 1-1 |A|=b|"),
    ("ENV A='x\\' B=y", "ENV 1-1 |A='x\\'|B=y|"),
    ("ENV A=\"x\\\" B=y", "ENV 1-1 |A=\"x\\\" B=y|"),
    ("LABEL a.b=\"c\" \"d e\"=f", "LABEL 1-1 |a.b=\"c\"|\"d e\"=f|"),
    ("ARG A=1 B", "ARG 1-1 |A=1|B|"),
    ("WORKDIR /a b \" c", "WORKDIR 1-1 |/a b \" c|"),
    ("USER  a b ", "USER 1-1 |a b|"),
    ("STOPSIGNAL 9", "STOPSIGNAL 1-1 |9|"),
    ("MAINTAINER A B <c>", "MAINTAINER 1-1 |A B <c>|"),
    ("HEALTHCHECK --interval=1s CMD  a b", "HEALTHCHECK 1-1 --interval=1s |CMD|a b|"),
    ("HEALTHCHECK NONE", "HEALTHCHECK 1-1 |NONE|"),
    ("RUN", "RUN 1-1"),
    ("FOO a b", "FOO 1-1 ||"),
    ("ONBUILD COPY --link a b", "ONBUILD 1-1 [COPY 0-0 --link |a|b|]"),
    ("ONBUILD", "ONBUILD 1-1"),
    ("ONBUILD ONBUILD RUN a", "ONBUILD 1-1 [ONBUILD 0-0 [RUN 0-0 |a|]]"),
  ])
  func `splits words in the way of each instruction`(text: String, node: String) {
    #expect(Outline(text).nodes == [node])
  }

  @Test(arguments: [
    (#"CMD ["a", "b c"]"#, #"CMD 1-1 json |a|b c|"#),
    (#"CMD  [ "a" ]  "#, #"CMD 1-1 json |a|"#),
    (#"CMD []"#, "CMD 1-1 json"),
    (#"CMD ["\"\\\/\u0041\u00e9\ud83d\ude00"]"#, "CMD 1-1 json |\"\\/A\u{E9}\u{1F600}|"),
    (#"CMD ["\ud800","\ude00x"]"#, "CMD 1-1 json |\u{FFFD}|\u{FFFD}x|"),
    (#"CMD ['a']"#, #"CMD 1-1 |['a']|"#),
    (#"CMD ["a",]"#, #"CMD 1-1 |["a",]|"#),
    (#"CMD ["a"] b"#, #"CMD 1-1 |["a"] b|"#),
    (#"CMD ["\x"]"#, #"CMD 1-1 |["\x"]|"#),
    ("CMD [\"a\tb\"]", "CMD 1-1 |[\"a\tb\"]|"),
    (#"CMD [01]"#, #"CMD 1-1 |[01]|"#),
    (#"CMD [1e999]"#, #"CMD 1-1 |[1e999]|"#),
    (#"RUN [ -f x ]"#, #"RUN 1-1 |[ -f x ]|"#),
    (#"COPY ["a b", "c"]"#, "COPY 1-1 json |a b|c|"),
    (#"COPY ["a b", c]"#, #"COPY 1-1 |["a|b",|c]|"#),
    (#"HEALTHCHECK CMD ["a"]"#, "HEALTHCHECK 1-1 json |CMD|a|"),
    (#"EXPOSE ["80"]"#, #"EXPOSE 1-1 |["80"]|"#),
  ])
  func `reads JSON arrays, and falls back to text`(text: String, node: String) {
    #expect(Outline(text).nodes == [node])
  }

  @Test(arguments: ["[1]", "[null]", "[true, \"a\"]", "[[\"a\"]]", "[{}]", "[\"a\", {\"b\": [1, {\"c\": null}]}]"])
  func `refuses arrays of other things than strings`(array: String) {
    let outline = Outline("FROM a\nCMD \(array)")
    let message = "2: when using JSON array syntax, arrays must be comprised of strings only"
    #expect(outline.problems == [message])
    #expect(outline.document.problems.first?.phase == .reading)
  }

  @Test
  func `does not run out of stack on deep JSON`() {
    let deep = String(repeating: "[", count: 9_000) + String(repeating: "]", count: 9_000)
    #expect(Outline("FROM a\nCMD \(deep)").problems.count == 1)
    let deeper = String(repeating: "[", count: 10_001) + String(repeating: "]", count: 10_001)
    #expect(Outline("FROM a\nCMD \(deeper)").problems.isEmpty)
  }

  @Test
  func `does not run out of stack on nested ONBUILDs`() {
    let outline = Outline("FROM a\n" + String(repeating: "ONBUILD \\\n", count: 50_000) + "RUN b")
    #expect(
      outline.problems == ["2: dockerfile parse error on line 2: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"]
    )
  }
}
