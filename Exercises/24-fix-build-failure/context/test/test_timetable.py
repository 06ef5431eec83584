import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))

import timetable


class Timetable(unittest.TestCase):
    def test_the_last_departure_counts(self):
        lines = ["season,first,last,minutes", "summer,07:30,08:00,15"]
        self.assertEqual(timetable.timetable(lines), {"summer": [450, 465, 480]})

    def test_a_season_without_a_cabin_is_a_mistake(self):
        with self.assertRaises(ValueError):
            timetable.timetable(["season,first,last,minutes", "winter,09:00,08:00,15"])


if __name__ == "__main__":
    unittest.main()
