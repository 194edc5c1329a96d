"""An address of every route and file, what is asked wrongly, and what answers carry."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from werkzeug.datastructures import Headers

from data.edition import MANIFEST, current_edition

SAMPLES = {
    "code": "1480",
    "indicator": "population",
    "level": "county",
    "number": "1",
    "edition": current_edition().id,
    "file": MANIFEST,
    "package_name": "dash",
    "fingerprinted_path": "deps/react@18.v4_4_1m1.min.js",
    "filename": "map.js",
    "path": "en/",
    "rest": "metod",
    "unknown": "nosuch",
}
PLACE = re.compile(r"<(?:(?:any\((?P<first>[^,)]*)[^)]*\)|\w+):)?(?P<name>\w+)>")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NOSUCH")
QUESTIONS = (
    "/api/v1/values?indicator=population&level=county", "/sv/?area=1480&since=2020",
    "/sv/jamfor?areas=1480,1280&add=malmo", "/sv/rangordna?sort=change", "/sv/dela?of=series",
    "/sv/samband?x=population", "/api/v1/measures?grouping=country_of_birth&areas=1480",
)  # fmt: skip
# What is asked wrongly in each way that there is, and what there is none of.
FAULTS = (
    "/sv/%00", "/assets/nosuch.js", "/editions/nosuch/manifest.json", "/boundaries/../app.py",
    "/api/v1/values?indicator=nosuch", "/sv/bild/karta.svg?area=nosuch", "/sv/dela?of=nosuch",
    "/sv/tabell/utveckling.csv?edition=2000-01-01-00000000", "/sv/inbaddad/karta?nosuch=1",
    "/sv/jamfor?areas=nosuch", "/sv/kartlaggning/nosuch.pdf", "/.well-known/security.txt",
    "/_dash-component-suites/dash/nosuch.js",
)  # fmt: skip


@dataclass(frozen=True)
class Answered:
    """What an answer carried; read once for all tests."""

    what: str
    path: str
    status: int
    headers: Headers
    media: str
    body: bytes


def filled(rule):
    """An address of a rule."""
    return PLACE.sub(lambda found: found["first"] or SAMPLES.get(found["name"], "sv"), rule)


def static(app):
    """A file of every kind from every folder that is served without Python."""
    served = app.server.wsgi_app.app.app.files
    kinds_ = {(address.split("/")[1], PurePath(address).suffix): address for address in served}
    return list(kinds_.values())


def answered(client, address, method="GET", **more):
    with client.open(address, method=method, **more) as answer:
        path = address.partition("?")[0]
        headers = answer.headers.copy()
        what = f"{method} {address} {answer.status_code}"
        return Answered(what, path, answer.status_code, headers, answer.mimetype, answer.data)
