"""What the hut reports, and the page that shows it."""

from html import escape

SNOW = {"at the hut": 84, "at the saddle": 131, "in the valley": 12}

PATHS = [
    ("Larch path", True, "trodden, with poles every 20 metres"),
    ("Saddle path", False, "fresh drifts, next look on Thursday"),
    ("Old mule track", True, "icy below the bridge"),
]


def summary() -> dict[str, object]:
    """The report as data."""
    return {
        "snow_cm": SNOW,
        "paths": [{"name": name, "open": is_open, "note": note} for name, is_open, note in PATHS],
    }


def page(style: str, icon: str) -> str:
    """The report as a page."""
    snow = "".join(f"<dt>{escape(place)}</dt><dd>{depth} cm</dd>" for place, depth in SNOW.items())
    paths = "".join(
        f'<li class="{"open" if is_open else "closed"}"><b>{escape(name)}</b> {escape(note)}</li>'
        for name, is_open, note in PATHS
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Fern Ridge hut</title>'
        f'<link rel="icon" href="{icon}"><link rel="stylesheet" href="{style}">'
        f"<h1>Fern Ridge hut</h1><h2>Snow</h2><dl>{snow}</dl><h2>Paths</h2><ul>{paths}</ul></html>\n"
    )
