import json
import tempfile
import threading
import unittest
import urllib.error
import urllib.request
from datetime import datetime, timezone

from gauge.server import make_server
from gauge.store import Store


class StoreTests(unittest.TestCase):
    def test_keeps_readings_in_order(self):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(folder)
            self.assertEqual(store.readings(), [])
            store.add(0.2, datetime(2026, 11, 24, 6, tzinfo=timezone.utc))
            store.add(11, datetime(2026, 11, 24, 7, tzinfo=timezone.utc))
            self.assertEqual(
                Store(folder).readings(),
                [("2026-11-24T06:00:00+00:00", 0.2), ("2026-11-24T07:00:00+00:00", 11.0)],
            )

    def test_says_when_it_cannot_write(self):
        self.assertFalse(Store("/nowhere/at/all").is_writable())


class ServerTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.server = make_server(("127.0.0.1", 0), Store(self.folder.name), "Mill Bridge")
        threading.Thread(target=self.server.serve_forever).start()

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def ask(self, path, body=None):
        address = f"http://127.0.0.1:{self.server.server_port}{path}"
        try:
            with urllib.request.urlopen(urllib.request.Request(address, data=body)) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def test_a_reading_comes_back(self):
        self.assertEqual(self.ask("/readings", b"3.5")[0], 201)
        status, body = self.ask("/readings")
        self.assertEqual((status, body["station"]), (200, "Mill Bridge"))
        self.assertEqual([reading["mm"] for reading in body["readings"]], [3.5])

    def test_what_is_no_reading_is_refused(self):
        for body in (b"wet", b"-1", b"nan"):
            self.assertEqual(self.ask("/readings", body)[0], 400, body)

    def test_health(self):
        self.assertEqual(self.ask("/health")[0], 200)
        self.assertEqual(self.ask("/elsewhere")[0], 404)


if __name__ == "__main__":
    unittest.main()
