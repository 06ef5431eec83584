import BuildModel

extension Check {
  package static let openAddress = Check(
    id: "open-address",
    title: "Listen on all addresses of the container",
    rationale: "127.0.0.1 is the container itself: what listens there is out of reach for everybody outside",
    publishes: ["actual"],
    good: [
      "FROM python:3.13-slim\nCMD [\"gunicorn\", \"app.wsgi\", \"--bind\", \"0.0.0.0:8000\"]\n",
      "FROM python:3.13-slim\nENV GUNICORN_CMD_ARGS=--bind=0.0.0.0:8000\nCMD [\"gunicorn\", \"app.wsgi\"]\n",
    ],
    bad: [
      "FROM python:3.13-slim\n⟦CMD [\"gunicorn\", \"app.wsgi\", \"--bind\", \"127.0.0.1:8000\"]⟧\n",
      "FROM python:3.13-slim\n⟦CMD [\"uvicorn\", \"app:app\", \"--port\", \"8000\"]⟧\n",
    ]
  ) { image in
    guard let start = image.startCommand, let place = start.origin?.range else {
      return .notJudged(
        Finding(
          "the command of the base image",
          "where the base image's program listens is not known",
          at: image.fromRange
        )
      )
    }
    switch image.listening(start) {
    case .everywhere: return .passed("listens on all addresses")
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
    case .unknown:
      return .notJudged(
        Finding("an address that the command does not name", "where it listens cannot be told from the file", at: place)
      )
    }
  }
}
