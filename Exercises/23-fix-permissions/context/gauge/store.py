"""Readings in a file, a line each: the time in UTC, a comma, and the rain in millimetres."""

import os
from datetime import datetime, timezone


class Store:
    """The readings in one folder. Nothing is kept in memory, so that a restart loses nothing."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "readings.csv")

    def add(self, millimetres, time=None):
        """Appends a reading; of now when no time is given. Raises OSError where the folder cannot be written to."""
        time = time or datetime.now(timezone.utc)
        line = f"{time.isoformat(timespec='seconds')},{millimetres:.1f}\n"
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(line)

    def readings(self):
        """All readings, oldest first, as pairs of time and millimetres."""
        try:
            with open(self.path, encoding="utf-8") as file:
                rows = [line.rstrip("\n").split(",") for line in file]
        except FileNotFoundError:
            return []
        return [(time, float(millimetres)) for time, millimetres in rows]

    def is_writable(self):
        """Whether a reading could be added now; tried, and not guessed from the rights."""
        try:
            with open(self.path, "a", encoding="utf-8"):
                return True
        except OSError:
            return False
