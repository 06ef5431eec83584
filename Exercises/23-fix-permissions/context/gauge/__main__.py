"""Starts the station: settings from `settings.ini`, readings into the folder that GAUGE_DATA names."""

import configparser
import os
import signal
import sys
import threading

from gauge.server import make_server
from gauge.store import Store


def main():
    home = os.environ.get("GAUGE_HOME", "/app")
    settings = configparser.ConfigParser()
    with open(os.path.join(home, "settings.ini"), encoding="utf-8") as file:
        settings.read_file(file)
    station = settings["station"]

    store = Store(os.environ.get("GAUGE_DATA", os.path.join(home, "data")))
    server = make_server(("0.0.0.0", station.getint("port")), store, station["name"])

    def stop(number, frame):
        # shutdown() waits for the loop below, so it must not run in the loop's own thread.
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    print(f"gauge: {station['name']} listens on port {station['port']}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
