import re
import shutil
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs, get_plotlyjs_version

from app import ASSETS_FOLDER, is_copy
from deploy import partial
from settings import BUNDLES_FOLDER

ROOT = Path(__file__).parents[1]
BUNDLE = BUNDLES_FOLDER / "plotly/package_data/plotly.min.js"
EVALUATES = re.compile(r"\bnew Function\b|\beval\(")


TRACE = re.compile(r'\btype"?: "(choropleth|scatter\w*|bar|box|heatmap|histogram\w*|pie|violin)"')


def traces_drawn():
    """The trace types that layouts/ and assets/ name."""
    files = [*ROOT.glob("layouts/*.py"), *ROOT.glob("assets/*.js")]
    return {name for path in files for name in TRACE.findall(path.read_text("utf-8"))}


def test_the_partial_bundle_is_of_the_version_that_plotly_py_carries():
    assert partial.named_version() == get_plotlyjs_version()


def test_the_partial_bundle_has_every_trace_type_that_is_drawn():
    entry = partial.FOLDER.joinpath("entry.js").read_text("utf-8")
    bundled = {"scatter", *re.findall(r"plotly\.js/lib/(\w+)", entry)} - {"core"}
    assert traces_drawn() == bundled


def test_without_npm_it_says_so(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(partial.NotBundledError, match="npm is not installed"):
        partial.partial_bundle()


def test_another_version_than_plotly_py_carries_is_not_bundled(monkeypatch):
    monkeypatch.setattr(partial, "get_plotlyjs_version", lambda: "9.9.9")
    monkeypatch.setattr(shutil, "which", lambda name: "npm")
    with pytest.raises(partial.NotBundledError, match=r"9\.9\.9"):
        partial.partial_bundle()


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_a_registry_that_cannot_be_reached_is_not_waited_for(monkeypatch, tmp_path):
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_cache", str(tmp_path))
    with pytest.raises(partial.NotBundledError):
        partial.partial_bundle()


@pytest.mark.skipif(not BUNDLE.is_file(), reason="scripts are bundled by make run and make test")
def test_the_partial_bundle_is_a_third_of_the_whole_and_evaluates_no_text():
    bundle = BUNDLE.read_text("utf-8")
    if len(bundle) > 2_000_000:
        pytest.skip("npm or its registry was not there when scripts were bundled")
    assert f"plotly.js v{get_plotlyjs_version()}" in bundle[:200]
    assert len(bundle) < len(get_plotlyjs()) / 3
    assert not EVALUATES.search(bundle)


def test_a_copy_of_the_assets_made_before_a_change_is_not_served(tmp_path):
    copy = Path(shutil.copytree(ASSETS_FOLDER, tmp_path / "assets"))
    assert is_copy(copy, ASSETS_FOLDER)
    copy.joinpath("style.css").write_text("main { color: red }")
    assert not is_copy(copy, ASSETS_FOLDER)
