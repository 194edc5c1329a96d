"""Real answers of the service, served again over HTTP and read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from data.pipeline.sources.network import Network
from data.pipeline.sources.pxweb import Limits, PxWeb
from data.pipeline.sources.readers import Fetching
from data.pipeline.sources.services import services
from data.pipeline.sources.snapshots import Snapshots
from tests.source_server import SourceServer, Time

RECORDED = Path(__file__).parents[2] / "shared" / "data" / "pxweb_recorded"
ANSWERS = {
    "/config": "config.json",
    "/tables/TAB6471/metadata": "TAB6471_metadata.json",
    "/tables/TAB6471/data": "TAB6471_data.json",
    "/codelists/agg_Alder10arJ": "agg_Alder10arJ.json",
}

pytestmark = pytest.mark.skipif(
    not RECORDED.is_dir(), reason="the recorded answers are not beside the checkout"
)


class Recorded(SourceServer):
    def answer(self, path, query, body):
        return json.loads((RECORDED / ANSWERS[path]).read_text(encoding="utf-8"))


@pytest.fixture
def pxweb(tmp_path):
    with Recorded() as server:
        time = Time()
        service = replace(services()["scb_statistics"], address=server.address)
        yield PxWeb(service, Fetching(service, Snapshots(tmp_path), Network(time), time))


def test_the_limits_are_read(pxweb):
    assert pxweb.limits() == Limits(150_000, 3, 1)
    assert (pxweb.reader.pace.calls, pxweb.reader.pace.seconds) == (3, 1)


def test_the_metadata_tells_what_there_is(pxweb):
    table = pxweb.table("TAB6471")
    assert (table.time, table.metric) == ("Tid", "ContentsCode")
    assert table.dimensions["ContentsCode"].labels == {"000007SF": "Folkmängden per månad"}
    assert table.codelists["Region"] == ("vs_CKM01Riket", "vs_CKM02Län", "vs_CKM03Kommun")
    assert table.updated == "2026-06-08T06:00:00Z"


def test_a_code_list_is_read(pxweb):
    found = pxweb.codelist("agg_Alder10arJ", pxweb.table("TAB6471"))
    assert found.codes[:3] == ("-9", "10-19", "20-29")


def test_cells_are_read_where_they_are_those_asked_for(pxweb):
    content = json.loads((RECORDED / "TAB6471_data.json").read_text(encoding="utf-8"))
    part = {id_: list(content["dimension"][id_]["category"]["index"]) for id_ in content["id"]}
    cube = pxweb.cells(pxweb.table("TAB6471"), part, {})
    assert cube.values == tuple(content["value"])
