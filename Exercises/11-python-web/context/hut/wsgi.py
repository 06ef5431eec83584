"""The WSGI application: `gunicorn hut.wsgi:application`."""

import json
from pathlib import Path

from hut import report
from hut.static import StaticFiles

STATUS = {200: "200 OK", 404: "404 Not Found", 405: "405 Method Not Allowed", 503: "503 Service Unavailable"}


def create(static: StaticFiles):
    """The application that serves the report and these static files."""

    def application(environ, start_response):
        def send(status, kind, body, *more):
            length = ("Content-Length", str(len(body)))
            start_response(STATUS[status], [("Content-Type", kind), length, *more])
            return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

        path = environ.get("PATH_INFO", "/")
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return send(405, "text/plain; charset=utf-8", b"Only for reading.\n", ("Allow", "GET, HEAD"))
        if path == "/":
            html = report.page(style=static.address("hut.css"), icon=static.address("flake.svg"))
            return send(200, "text/html; charset=utf-8", html.encode())
        if path == "/api/report":
            return send(200, "application/json", json.dumps(report.summary()).encode())
        if path == "/health":
            body = json.dumps({"healthy": static.healthy}).encode()
            return send(200 if static.healthy else 503, "application/json", body)
        if path.startswith("/static/") and (found := static.read(path.removeprefix("/static/"))):
            plain, packed, kind = found
            keep = [("Cache-Control", "public, max-age=31536000, immutable"), ("Vary", "Accept-Encoding")]
            if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
                return send(200, kind, packed, ("Content-Encoding", "gzip"), *keep)
            return send(200, kind, plain, *keep)
        return send(404, "text/plain; charset=utf-8", b"There is nothing here.\n")

    return application


application = create(StaticFiles(Path(__file__).resolve().parent.parent / "staticfiles"))
