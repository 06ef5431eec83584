"""The static files that `hut.collect` has made, held in memory."""

import json
import mimetypes
from pathlib import Path


class StaticFiles:
    """The files of one folder. A folder that is missing or not complete gives an empty set that is not healthy."""

    def __init__(self, folder: Path):
        self._names: dict[str, str] = {}
        self._files: dict[str, tuple[bytes, bytes, str]] = {}
        try:
            names = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
            for name in names.values():
                plain, packed = (folder / name).read_bytes(), (folder / f"{name}.gz").read_bytes()
                kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                self._files[name] = (plain, packed, kind)
            self._names = names
        except FileNotFoundError as error:
            print(f"hut: {error.filename} is missing; was hut.collect run?", flush=True)

    @property
    def healthy(self) -> bool:
        return bool(self._names)

    def address(self, asset: str) -> str:
        """Where browsers find an asset."""
        return f"/static/{self._names.get(asset, asset)}"

    def read(self, name: str) -> tuple[bytes, bytes, str] | None:
        """A file's bytes, the same packed, and its type."""
        return self._files.get(name)
