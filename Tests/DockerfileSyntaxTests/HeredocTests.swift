import Diagnostics
import DockerfileSyntax
import Testing

struct HeredocTests {
  @Test(arguments: [
    ("RUN <<EOF\na\nEOF\n", #"RUN 1-3 |<<EOF| <<EOF="a\n""#),
    ("RUN <<EOF\nEOF\n", #"RUN 1-2 |<<EOF| <<EOF="""#),
    ("RUN <<'EOF'\n$a\nEOF\n", #"RUN 1-3 |<<'EOF'| <<'EOF="$a\n""#),
    ("RUN <<\"E O\"\n$a\nE O\n", #"RUN 1-3 |<<"E O"| <<'E O="$a\n""#),
    ("RUN <<E\"O\"F\n\nEOF", #"RUN 1-3 |<<E"O"F| <<'EOF="\n""#),
    ("RUN <<\\EOF\na\nEOF", #"RUN 1-3 |<<\EOF| <<EOF="a\n""#),
    ("RUN <<-EOF\n\ta\n\t\tEOF", #"RUN 1-3 |<<-EOF| <<-EOF="\ta\n""#),
    ("RUN <<-EOF\n  EOF\nEOF", #"RUN 1-3 |<<-EOF| <<-EOF="  EOF\n""#),
    ("RUN <<EOF\r\na\r\nEOF\r\n", #"RUN 1-3 |<<EOF| <<EOF="a\r\n""#),
    ("RUN <<EOF\nEOF \nEOF", #"RUN 1-3 |<<EOF| <<EOF="EOF \n""#),
    ("RUN << EOF\na\nEOF", #"RUN 1-3 |<< EOF| <<EOF="a\n""#),
    ("RUN cat 3<<EOF\na\nEOF", #"RUN 1-3 |cat 3<<EOF| <<EOF="a\n""#),
    ("RUN a <<A b <<B\n1\nA\n2\nB", #"RUN 1-5 |a <<A b <<B| <<A="1\n" <<B="2\n""#),
    ("RUN a \\\n <<A\n1\\\nA", #"RUN 1-4 |a  <<A| <<A="1\\\n""#),
    ("RUN <<A\n# x\n<<B\nRUN y\nA", ##"RUN 1-5 |<<A| <<A="# x\n<<B\nRUN y\n""##),
    ("COPY <<A <<-B /x\n1\nA\n2\nB", #"COPY 1-5 |<<A|<<-B|/x| <<A="1\n" <<-B="2\n""#),
    ("ONBUILD RUN <<A\n1\nA", #"ONBUILD 1-3 <<A="1\n" [RUN 0-0 |<<A|]"#),
    ("RUN echo $((1 << 2))\n2))", #"RUN 1-2 |echo $((1 << 2))| <<2))="""#),
    ("RUN <<$X\na\n$X", #"RUN 1-3 |<<$X| <<$X="a\n""#),
    ("RUN cat<<EOF", "RUN 1-1 |cat<<EOF|"),
    ("RUN cat <<<EOF", "RUN 1-1 |cat <<<EOF|"),
    ("RUN echo $((1<<2))", "RUN 1-1 |echo $((1<<2))|"),
    ("RUN \"<<EOF\"", "RUN 1-1 |\"<<EOF\"|"),
    ("RUN echo it's <<EOF", "RUN 1-1 |echo it's <<EOF|"),
    ("RUN echo ${x^} <<EOF", "RUN 1-1 |echo ${x^} <<EOF|"),
    ("CMD <<EOF", "CMD 1-1 |<<EOF|"),
    ("ENV A=<<EOF", "ENV 1-1 |A=<<EOF|"),
    (#"RUN ["<<EOF"]"#, "RUN 1-1 json |<<EOF|"),
    ("ONBUILD ONBUILD RUN <<A", "ONBUILD 1-1 [ONBUILD 0-0 [RUN 0-0 |<<A|]]"),
  ])
  func `reads bodies as they are`(text: String, node: String) {
    #expect(Outline(text).nodes == [node])
  }

  @Test(arguments: ["RUN <<EOF\na", "RUN <<A <<B\na\nA\nb", "COPY <<EOF /x\n EOF", "RUN <<EOF"])
  func `refuses a body without an end`(text: String) {
    let outline = Outline("FROM a\n" + text)
    #expect(outline.problems == ["2: unterminated heredoc"])
  }

  @Test(arguments: [
    ("RUN a", "a", false),
    ("RUN --network=none  a b ", "a b", false),
    ("RUN <<EOF\na\nb\nEOF", "a\nb\n", false),
    ("RUN <<-EOF\n\ta\n\t\tb\nEOF", "a\nb\n", true),
    ("RUN cat <<A && x\n1\nA", "cat <<A && x\n1\nA", false),
    ("RUN cat <<A <<B\n1\nA\n2\nB\n", "cat <<A <<B\n1\nA\n2\nB", false),
    ("RUN cat <<A\r\n1\r\nA\r\n", "cat <<A\n1\r\nA", true),
    ("RUN cat \\\n <<A\n1\nA", "cat  <<A\n1\nA", true),
    ("RUN cat <<-A\n\t1\n\tA", "cat <<-A\n\t1\nA", true),
  ])
  func `gives the shell what it would read`(text: String, script: String, isDerived: Bool) throws {
    let document = Outline("FROM x\n" + text).document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    #expect(document.string(run.script) == script)
    #expect(run.script.text.isDerived == isDerived)
  }

  @Test
  func `gives COPY files, the last body for a name`() throws {
    let document = Outline("FROM x\nCOPY <<-A b <<A <<'C' /d/\n\t1\nA\n\t2\nA\n3\nC").document
    guard case .copy(let copy) = document.instructions[1] else { throw Unexpected() }
    #expect(document.strings(copy.sources) == ["b"])
    #expect(document.string(copy.destination) == "/d/")
    let files = document[copy.heredocs]
    #expect(files.map { document.string($0.name) } == ["A", "A", "C"])
    #expect(files.map { String(decoding: document.content(of: $0), as: UTF8.self) } == ["2\n", "\t2\n", "3\n"])
    #expect(files.map(\.expands) == [true, true, false])
  }

  @Test
  func `maps a script back to its lines`() throws {
    let document = Outline("FROM x\nRUN cat \\\n  <<A\n1\nA").document
    guard case .run(let run) = document.instructions[1] else { throw Unexpected() }
    let text = document.string(run.script)
    let offset = try #require(text.utf8.firstIndex(of: UInt8(ascii: "1"))).utf16Offset(in: text)
    let range = document.range(of: offset..<offset + 1, in: run.script.text)
    #expect(document.source[range.offsets].elementsEqual("1".utf8))
  }
}

/// An instruction is not of the kind that its keyword says.
struct Unexpected: Error {}
