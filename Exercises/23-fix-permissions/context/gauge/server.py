"""The HTTP side: readings in and out, and whether all is well."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def make_server(address, store, name):
    """A server of the readings in `store`, for the station `name`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/health":
                healthy = store.is_writable()
                self.answer(200 if healthy else 503, {"healthy": healthy})
            elif self.path == "/readings":
                rows = [{"time": time, "mm": millimetres} for time, millimetres in store.readings()]
                self.answer(200, {"station": name, "readings": rows})
            else:
                self.answer(404, {"error": "nothing is measured there"})

        def do_POST(self):
            if self.path != "/readings":
                return self.answer(404, {"error": "nothing is measured there"})
            try:
                length = int(self.headers.get("Content-Length", 0))
                millimetres = float(self.rfile.read(min(length, 64)))
                if not 0 <= millimetres < 1000:
                    raise ValueError
            except ValueError:
                return self.answer(400, {"error": "a reading is a number of millimetres"})
            try:
                store.add(millimetres)
            except OSError as error:
                return self.answer(503, {"error": str(error)})
            return self.answer(201, {"mm": millimetres})

        def answer(self, status, body):
            text = (json.dumps(body) + "\n").encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format, *arguments):
            pass

    return ThreadingHTTPServer(address, Handler)
