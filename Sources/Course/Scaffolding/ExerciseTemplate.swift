/// An exercise to begin with: a clock in Python that runs as root on a full image, and how it should be.
struct ExerciseTemplate {
  let id: String
  let lesson: String

  /// - Parameter folder: the name of its folders in `Exercises` and in `Solutions`.
  func files(folder: String) -> [ContentFile] {
    let exercise = [
      ("exercise.yml", rubric), ("brief.md", brief), ("Dockerfile", Self.start), ("context/clock.py", Self.clock),
      ("examples/outcomes.yml", Self.outcomes),
    ]
    let examples = Self.examples.map { ("examples/\($0.name).Dockerfile", $0.text) }
    let solution = [("Dockerfile", Self.solution), ("commentary.md", Self.commentary)]
    return (exercise + examples).map { ContentFile(path: "Exercises/\(folder)/\($0)", bytes: Array($1.utf8)) }
      + solution.map { ContentFile(path: "Solutions/\(folder)/\($0)", bytes: Array($1.utf8)) }
  }

  private var rubric: String {
    """
    # To do: title, points and checks. `stagecraft author checks` lists what can be asked, and for editors there is
    # `stagecraft author schema`. The points of all checks together are 100.
    format: 1
    id: \(id)
    title: \(LessonTemplate.title(id))
    lesson: \(lesson)
    pass: 80
    checks:
      - id: small-base
        check: base-kind
        title: Start from a small Python
        with: { kinds: [slim, alpine, distroless] }
        severity: required
        points: 40
        hints:
          - How much of what is in the image does the clock need?
          - The full Python image has compilers in it. The same Python exists without them.
          - Write `FROM python:3.14-slim`.
      - id: non-root-user
        severity: required
        points: 40
        hints:
          - Who is process 1 in the container?
          - "`USER` says who runs the container. A number needs no entry in a list of users."
          - Write `USER 1000` above the `CMD`.
      - id: port
        check: exposed-port
        with: { port: 8000 }
        severity: recommended
        points: 20
        hints:
          - Say on which port the clock listens with `EXPOSE 8000`.

    """
  }

  private var brief: String {
    """
    # \(LessonTemplate.title(id))

    <!-- To do: the story, what there is, the tasks, how it is
    graded. Code and tables have to fit into 60 columns. -->
    A clock tells the time on the web. Its image is far too
    large, and the clock runs as root.

    ## What you have

    | path | what it is |
    |---|---|
    | `clock.py` | the clock; it listens on port 8000 |
    | `Dockerfile` | how its image is made |

    ## Your tasks

    1. Start from a smaller image.
    2. Let the clock run as a user without privileges.
    3. Say on which port it listens.

    You pass with 80 points and when both required checks have
    passed.

    """
  }

  private static let start = """
    # To do: what the learner starts from. It builds, and it does not pass.
    FROM python:3.14
    WORKDIR /app
    COPY clock.py ./
    CMD ["python", "clock.py"]

    """

  private static let solution = """
    # To do: one good way, with full marks. `stagecraft lint` finds nothing in it.
    FROM python:3.14-slim
    WORKDIR /app
    COPY clock.py ./
    USER 1000
    EXPOSE 8000
    CMD ["python", "clock.py"]

    """

  private static let commentary = """
    # Why the solution is as it is

    <!-- To do: the reasons, instruction by instruction. -->
    The slim image has the same Python and no compilers. A number
    after `USER` needs no entry in `/etc/passwd`, and a port above
    1024 needs no privileges.

    """

  private static let clock = #"""
    """A clock: every request is answered with the time."""
    from datetime import datetime, timezone
    from http.server import BaseHTTPRequestHandler, HTTPServer


    class Clock(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(datetime.now(timezone.utc).isoformat().encode() + b"\n")


    HTTPServer(("", 8000), Clock).serve_forever()

    """#

  private static let outcomes = """
    # To do: variants of a submission, `NAME.Dockerfile`, and what each must get: three right ones in different ways,
    # and six wrong ones with one fault each. Every check with points should be failed by one of them.
    format: 1
    examples:
    \(examples.map(\.outcome).joined(separator: "\n"))
    """

  private struct Example {
    var name: String
    var text: String
    var fails: String?
    var score = 100

    var outcome: String {
      "  - name: \(name)\n    score: \(score)\n" + (fails.map { "    fails: [\($0)]\n" } ?? "")
    }
  }

  private static let examples = [
    Example(name: "right-alpine", text: dockerfile(base: "python:3.14-alpine")),
    Example(name: "right-new-user", text: dockerfile(user: "RUN useradd --system clock\nUSER clock\n")),
    Example(name: "right-entrypoint", text: dockerfile(command: "ENTRYPOINT [\"python\", \"clock.py\"]\n")),
    Example(name: "wrong-full-image", text: dockerfile(base: "python:3.14"), fails: "small-base", score: 60),
    Example(name: "wrong-no-user", text: dockerfile(user: ""), fails: "non-root-user", score: 60),
    Example(name: "wrong-user-zero", text: dockerfile(user: "USER 0\n"), fails: "non-root-user", score: 60),
    Example(
      name: "wrong-back-to-root",
      text: dockerfile(command: "USER root\nCMD [\"python\", \"clock.py\"]\n"),
      fails: "non-root-user",
      score: 60
    ),
    Example(name: "wrong-no-port", text: dockerfile(port: ""), fails: "port", score: 80),
    Example(name: "wrong-other-port", text: dockerfile(port: "EXPOSE 80\n"), fails: "port", score: 80),
  ]

  private static func dockerfile(
    base: String = "python:3.14-slim",
    user: String = "USER 1000\n",
    port: String = "EXPOSE 8000\n",
    command: String = "CMD [\"python\", \"clock.py\"]\n"
  ) -> String {
    "FROM \(base)\nWORKDIR /app\nCOPY clock.py ./\n\(user)\(port)\(command)"
  }
}
