"""Files with their content's hash in their name, and the manifest that finds them."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

INDEX = "index.json"


def replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)


@dataclass
class BoundaryFolder:
    """The manifest is written last, and files that it does not name go after that."""

    path: Path
    sources: list[dict[str, str]]
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    areas: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add_boundaries(
        self, level: str, scope: str, text: str, bbox: list[float], areas: int
    ) -> None:
        entry = {**self._written(f"{level}-{scope}", ".geojson", text), "bbox": bbox}
        self.files.setdefault(level, {})[scope] = {**entry, "areas": areas}

    def add_areas(self, name: str, text: str, areas: int) -> None:
        self.areas[name] = {**self._written(f"areas-{name}", ".json", text), "areas": areas}

    def _written(self, stem: str, suffix: str, text: str) -> dict[str, Any]:
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        name = f"{stem}.{sha256[:8]}{suffix}"
        replace(self.path / name, text)
        return {"file": name, "sha256": sha256}

    def finish(self) -> None:
        manifest = {"sources": self.sources, "files": self.files, "areas": self.areas}
        text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)
        replace(self.path / INDEX, text + "\n")
        named = {entry["file"] for scopes in self.files.values() for entry in scopes.values()}
        named |= {entry["file"] for entry in self.areas.values()} | {INDEX}
        for path in self.path.iterdir():
            # What `whitenoise.compress` made of a file goes with the file.
            if path.name.removesuffix(".br").removesuffix(".gz") not in named:
                path.unlink()
