"""Fetching what is declared, dataset by dataset, and reading again what was fetched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from data.pipeline.sources.boundaries import layers, read_boundaries
from data.pipeline.sources.clock import Clock
from data.pipeline.sources.declarations import declarations
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.figures import read_figures
from data.pipeline.sources.kolada import key_figures, read_key_figure
from data.pipeline.sources.network import Network
from data.pipeline.sources.pxweb import PxWeb
from data.pipeline.sources.readers import Fetching, Reader, Replaying
from data.pipeline.sources.services import Service, services
from data.pipeline.sources.snapshots import Snapshots


@dataclass(frozen=True)
class Source:
    """What is fetched as one: `id` names its manifest, `group` what a person asks for."""

    id: str
    group: str
    service: str
    read: Callable[[Service, Reader], Any]


def sources() -> dict[str, Source]:
    """Everything declared: tables of SCB, key figures of Kolada, layers of boundaries."""
    found = [
        Source(dataset.id, id_, "scb_statistics", partial(_figures, dataset=dataset))
        for id_, declaration in declarations().items()
        for dataset in declaration.datasets
    ]
    found += [
        Source(f"kolada-{id_}", "kolada", "kolada", partial(read_key_figure, figure=figure))
        for id_, figure in key_figures().items()
    ]
    found += [
        Source(f"boundaries-{id_}", "boundaries", "scb_geodata", partial(_layer, layer=layer))
        for id_, layer in layers().items()
    ]
    return {source.id: source for source in found}


def asked_for(names: Iterable[str]) -> list[Source]:
    """The sources by id or group, all where none is named."""
    there_are, names = sources(), list(names)
    for name in names:
        if not any(name in (source.id, source.group) for source in there_are.values()):
            groups = dict.fromkeys(source.group for source in there_are.values())
            raise SourceError(
                "fetch",
                name,
                "there is no such source.",
                f"Use one of: {', '.join(groups)}; or of their parts: {', '.join(there_are)}.",
            )
    return [one for one in there_are.values() if not names or {one.id, one.group} & set(names)]


@dataclass
class Fetcher:
    """One run: readers are kept, so that nothing is asked twice and every service is spared."""

    snapshots: Snapshots
    clock: Clock = field(default_factory=Clock)
    addresses: Mapping[str, str] = field(default_factory=dict)
    network: Network | None = None
    readers: dict[str, Fetching] = field(default_factory=dict)

    def fetch(self, source: Source) -> tuple[str, Any]:
        """The id of the manifest of what was read, and what it says."""
        service = self.service(source.service)
        if service.id not in self.readers:
            network = self.network or Network(self.clock)
            self.readers[service.id] = Fetching(service, self.snapshots, network, self.clock)
        reader = self.readers[service.id]
        reader.used.clear()
        content = source.read(service, reader)
        return self.snapshots.publish(source.id, service.address, reader.used), content

    def replay(self, source: Source, id_: str | None = None) -> Any:
        """What a manifest says, the newest where none is named; no network is used."""
        manifest = self.snapshots.manifest(source.id, id_ or self.snapshots.current(source.id))
        service = replace(self.service(source.service), address=manifest.address)
        return source.read(service, Replaying(self.snapshots, manifest))

    def service(self, id_: str) -> Service:
        service = services()[id_]
        return replace(service, address=self.addresses.get(id_, service.address))


def _figures(service: Service, reader: Reader, *, dataset: Any) -> Any:
    return read_figures(PxWeb(service, reader), dataset)


def _layer(service: Service, reader: Reader, *, layer: Any) -> Any:
    return read_boundaries(service, reader, layer)
