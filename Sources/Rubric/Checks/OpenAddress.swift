import BuildModel

extension Check {
  package static let openAddress = Check(
    id: "open-address",
    title: "Listen on all addresses of the container",
    rationale: "127.0.0.1 is the container itself: what listens there is out of reach for everybody outside",
    parameters: .optional(.port("port", "the port that it must be; any when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM python:3.13-slim\nCMD [\"gunicorn\", \"app.wsgi\", \"--bind\", \"0.0.0.0:8000\"]\n",
        with: ["port": 8000]
      ),
      "FROM python:3.13-slim\nENV GUNICORN_CMD_ARGS=--bind=0.0.0.0:8000\nCMD [\"gunicorn\", \"app.wsgi\"]\n",
    ],
    bad: [
      CheckExample(
        "FROM python:3.13-slim\n⟦CMD [\"gunicorn\", \"app.wsgi\", \"--bind\", \"0.0.0.0:9000\"]⟧\n",
        with: ["port": 8000]
      ),
      "FROM python:3.13-slim\n⟦CMD [\"gunicorn\", \"app.wsgi\", \"--bind\", \"127.0.0.1:8000\"]⟧\n",
      "FROM python:3.13-slim\n⟦CMD [\"uvicorn\", \"app:app\", \"--port\", \"8000\"]⟧\n",
    ]
  ) { wanted in
    { image in
      guard let start = image.startCommand, let place = start.origin?.range else {
        return .notJudged(
          Finding(
            "the command of the base image",
            "where the base image's program listens is not known",
            at: image.fromRange
          )
        )
      }
      let found = image.listening(start)
      switch found.host {
      case .itself(let host):
        return .failed(
          Finding(
            "only the container itself can reach it",
            "it listens on \(host), which only the container itself can reach",
            at: place,
            fix: "0.0.0.0 as the address",
            values: ["actual": host]
          )
        )
      case .everywhere:
        guard let wanted, let port = found.port, port != wanted else { return .passed("listens on all addresses") }
        return .failed(
          Finding(
            "another port",
            "it listens on port \(port), not on \(wanted)",
            at: place,
            fix: "0.0.0.0:\(wanted)",
            values: ["actual": String(port)]
          )
        )
      case .unknown:
        return .notJudged(
          Finding(
            "an address that the command does not name",
            "where it listens cannot be told from the file",
            at: place
          )
        )
      }
    }
  }
}
