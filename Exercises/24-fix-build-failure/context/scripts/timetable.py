"""Turns the timetable of the office into JSON: timetable.py timetable.csv timetable.json"""

import csv
import json
import sys


def minutes(clock):
    """07:30 as minutes since midnight."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def departures(row):
    """All departures of a season, in minutes since midnight."""
    first, last, every = minutes(row["first"]), minutes(row["last"]), int(row["minutes"])
    if every < 1 or last < first:
        raise ValueError(f"the cabin never leaves in {row['season']}")
    return list(range(first, last + 1, every))


def timetable(lines):
    """The departures of each season."""
    return {row["season"]: departures(row) for row in csv.DictReader(lines)}


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8", newline="") as lines:
        seasons = timetable(lines)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(seasons, file)
    print(f"timetable: {sum(map(len, seasons.values()))} departures in {len(seasons)} seasons")
