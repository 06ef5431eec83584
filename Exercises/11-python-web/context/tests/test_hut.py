import gzip
import json
import tempfile
import unittest
from pathlib import Path
from wsgiref.util import setup_testing_defaults

from hut.collect import ROOT, collect
from hut.static import StaticFiles
from hut.wsgi import create


def ask(application, path, method="GET", **headers):
    environ, answer = {}, {}
    setup_testing_defaults(environ)
    environ.update({"PATH_INFO": path, "REQUEST_METHOD": method, **headers})
    body = application(environ, lambda status, fields: answer.update(status=status, fields=dict(fields)))
    return answer["status"], answer["fields"], b"".join(body)


class SnowReport(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "staticfiles"
        self.manifest = collect(ROOT / "assets", self.folder)
        self.application = create(StaticFiles(self.folder))

    def test_the_page_names_the_collected_files(self):
        status, _, body = ask(self.application, "/")
        self.assertEqual(status, "200 OK")
        self.assertIn(f"/static/{self.manifest['hut.css']}", body.decode())
        self.assertIn("Saddle path", body.decode())

    def test_the_report_is_data_too(self):
        _, _, body = ask(self.application, "/api/report")
        self.assertEqual(json.loads(body)["snow_cm"]["at the hut"], 84)

    def test_a_static_file_is_served_plain_and_packed(self):
        address = f"/static/{self.manifest['hut.css']}"
        _, fields, plain = ask(self.application, address)
        self.assertEqual(fields["Content-Type"], "text/css")
        _, fields, packed = ask(self.application, address, HTTP_ACCEPT_ENCODING="gzip, br")
        self.assertEqual(fields["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed), plain)

    def test_the_same_assets_give_the_same_names(self):
        self.assertEqual(collect(ROOT / "assets", self.folder), self.manifest)

    def test_health_says_whether_the_files_are_there(self):
        self.assertEqual(ask(self.application, "/health")[0], "200 OK")
        missing = create(StaticFiles(self.folder / "nowhere"))
        self.assertEqual(ask(missing, "/health")[0], "503 Service Unavailable")

    def test_other_methods_are_refused(self):
        self.assertEqual(ask(self.application, "/", method="POST")[0], "405 Method Not Allowed")

    def test_a_head_request_gets_no_body(self):
        self.assertEqual(ask(self.application, "/api/report", method="HEAD")[2], b"")


if __name__ == "__main__":
    unittest.main()
