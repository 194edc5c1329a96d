"""A stand-in for the services, over real HTTP on loopback, that can be told to fail.

It speaks as PxWebApi 2 does (configuration, metadata, code lists, json-stat2), as Kolada v3 and as
WFS 1.1.0 with GeoJSON and GeoPackage. `fail` scripts what happens to the next request whose path contains a text.
"""

import gzip
import io
import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import geopandas

from data.pipeline.sources.clock import Clock

JSON, GEOPACKAGE = "application/json; charset=utf-8", "application/geopackage+sqlite3"
EMPTY = geopandas.GeoDataFrame({"regsokod": []}, geometry=[], crs="EPSG:3006")
CONFIG = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 30, "timeWindow": 10}


@dataclass(frozen=True)
class Fault:
    """What happens instead of a good answer. `packed` is "whole", "cut" or "damaged" gzip."""

    status: int = 200
    headers: dict = field(default_factory=dict)
    body: bytes | None = None
    cut: bool = False
    packed: str = ""
    silence: bool = False
    change: object = None


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict
    body: dict | None


class Time(Clock):
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.passed, self.pauses = 0.0, []

    def now(self):
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.passed)

    def seconds(self):
        return self.passed

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.passed += seconds


class SourceServer:
    """`tables` by id, `figures` and `layers` by name; `asked` is every request in order."""

    def __init__(self, tables=(), figures=None, layers=None, config=None):
        self.tables = {table.id: table for table in tables}
        self.figures, self.layers = figures or {}, layers or {}
        self.config = CONFIG | (config or {})
        self.asked, self.faults, self.etags = [], [], False
        self.released = threading.Event()
        handler = type("Handler", (_Handler,), {"source": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(timeout=5)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def fail(self, path, *faults):
        self.faults += [(path, fault) for fault in faults]

    def fault(self, path):
        for number, (part, fault) in enumerate(self.faults):
            if part in path:
                del self.faults[number]
                return fault
        return Fault()

    def requests(self, part):
        return [asked for asked in self.asked if part in asked.path]

    def answer(self, path, query, body):
        parts = [unquote(part) for part in path.strip("/").split("/")]
        match parts:
            case ["config"]:
                return self.config
            case ["tables", id_, "metadata"] if id_ in self.tables:
                return self.tables[id_].metadata()
            case ["tables", id_, "data"] if id_ in self.tables:
                return self._cells(self.tables[id_], body)
            case ["codelists", id_]:
                return self._codelist(id_)
            case ["kpi", id_] if id_ in self.figures:
                return {"count": 1, "values": [{"id": id_, "title": self.figures[id_]["title"]}]}
            case ["data", "kpi", id_, "year", _] if id_ in self.figures:
                return self._values(id_, path, query)
            case ["wfs"]:
                return self._features(query)
        return None

    def _cells(self, table, body):
        cube = table.data({one["variableCode"]: one for one in body["selection"]})
        return cube if len(cube["value"]) <= self.config["maxDataCells"] else None

    def _codelist(self, id_):
        for table in self.tables.values():
            for lists in table.codelists.values():
                if id_ in lists:
                    values = [
                        {"code": code, "label": code, "valueMap": [code]} for code in lists[id_]
                    ]
                    return {"id": id_, "label": id_, "type": "Valueset", "values": values}
        return None

    def _values(self, id_, path, query):
        values, size = self.figures[id_]["values"], self.figures[id_].get("page", 2)
        page = int(query["page"][0])
        more = f"{self.address}/{path.strip('/')}?page={page + 1}&per_page={size}"
        entries = values[(page - 1) * size : page * size]
        return {
            "count": len(entries),
            "values": entries,
            "next_url": more if page * size < len(values) else None,
        }

    def _features(self, query):
        name = query["typeName"][0]
        if name not in self.layers:
            return None
        start, size = int(query["startIndex"][0]), int(query["maxFeatures"][0])
        order = query["sortBy"][0]
        every = sorted(self.layers[name], key=lambda feature: feature["properties"][order])
        page = every[start : start + size]
        if query["outputFormat"] == ["geopackage"]:
            return geopackage(page, name.partition(":")[2])
        return {
            "type": "FeatureCollection",
            "features": page,
            "numberMatched": len(every),
            "numberReturned": len(page),
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}},
        }


def geopackage(features, layer, system="EPSG:3006"):
    """The features as a GeoPackage; where there are none, the empty layer."""
    table = geopandas.GeoDataFrame.from_features(features, crs=system) if features else EMPTY
    file = io.BytesIO()
    table.to_file(file, driver="GPKG", layer=layer)
    return file.getvalue()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    source = None

    def do_GET(self):
        self._serve(None)

    def do_POST(self):
        self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _serve(self, body):
        source, (path, query) = self.source, urlsplit(self.path)[2:4]
        source.asked.append(Asked(self.command, self.path, dict(self.headers), body))
        fault = source.fault(self.path)
        if fault.silence:
            source.released.wait(timeout=5)
            self.close_connection = True
            return
        content = source.answer(path, parse_qs(query), body)
        status = fault.status if content is not None else 404
        content = fault.change(content) if fault.change else content
        is_file = isinstance(content, bytes)
        encoded = content if is_file else json.dumps(content, ensure_ascii=False).encode()
        encoded = fault.body if fault.body is not None else encoded
        etag = f'"{hash(encoded):x}"'
        if source.etags and status == 200 and self.headers.get("If-None-Match") == etag:
            status, encoded = 304, b""
        self._send(status, encoded, fault, etag, GEOPACKAGE if is_file else JSON)

    def _send(self, status, encoded, fault, etag, kind):
        headers = {"Content-Type": kind, **fault.headers}
        headers |= {"ETag": etag} if self.source.etags else {}
        if fault.packed:
            encoded = encoded if fault.packed == "damaged" else gzip.compress(encoded)
            encoded = encoded[:-12] if fault.packed == "cut" else encoded
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(encoded)))
        self.end_headers()
        self.wfile.write(encoded[: len(encoded) // 2] if fault.cut else encoded)
        self.close_connection = self.close_connection or fault.cut

    def log_message(self, *_):
        """The test says what went wrong."""
