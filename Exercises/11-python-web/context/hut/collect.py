"""Makes the static files: `python -m hut.collect`.

Each asset gets a name with a digest of its content in it, so that browsers may keep it for ever, and a copy that is
already packed. `manifest.json` says which name stands for which asset.
"""

import gzip
import hashlib
import json
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def collect(assets: Path, target: Path) -> dict[str, str]:
    """Fills `target` with the files of `assets`, and returns the manifest."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    manifest = {}
    for asset in sorted(path for path in assets.iterdir() if path.is_file()):
        content = asset.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:12]
        name = f"{asset.stem}.{digest}{asset.suffix}"
        (target / name).write_bytes(content)
        # Without a time in it, the same content is packed to the same bytes.
        (target / f"{name}.gz").write_bytes(gzip.compress(content, mtime=0))
        manifest[asset.name] = name
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return manifest


if __name__ == "__main__":
    files = collect(ROOT / "assets", ROOT / "staticfiles")
    print(f"hut: {len(files)} static files in {ROOT / 'staticfiles'}")
