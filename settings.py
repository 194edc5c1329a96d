"""What the surroundings decide; the only place that reads the environment."""

import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir

# Written at set-up for these very versions; where it is not there, Dash serves its own scripts.
BUNDLES_FOLDER = Path(__file__).parent / ".cache" / f"bundles-{version('dash')}-{version('plotly')}"
ASSETS_COMPRESSED_FOLDER = BUNDLES_FOLDER.with_name("assets")


@dataclass(frozen=True)
class Settings:
    cache_url: str | None = None
    cache_folder: str = str(Path(gettempdir(), "segregationskartan"))

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls(
            cache_url=os.environ.get("CACHE_URL") or None,
            cache_folder=os.environ.get("CACHE_FOLDER") or cls.cache_folder,
        )

    def cache_config(self) -> dict[str, object]:
        """The settings of flask-caching: Redis where there is an address, else a folder."""
        if self.cache_url:
            return {
                "CACHE_TYPE": "RedisCache",
                "CACHE_REDIS_URL": self.cache_url,
                "CACHE_KEY_PREFIX": "segregationskartan:",
                "CACHE_DEFAULT_TIMEOUT": 0,
            }
        return {
            "CACHE_TYPE": "FileSystemCache",
            "CACHE_DIR": self.cache_folder,
            "CACHE_THRESHOLD": 20_000,
            "CACHE_DEFAULT_TIMEOUT": 0,
        }
