"""A new edition goes live and is rolled back, while visitors ask."""

import json
import subprocess
import sys

from data.edition import MANIFEST, content_hash
from data.pipeline.publish import alone, publish
from tests.browser.site import served
from tests.faults.files import copied
from tests.faults.processes import told, wait_for
from tests.faults.visitors import visited


def published_beside(root, former):
    """A new edition in a copy of the site: the same values, with other class limits."""
    output = root / "data" / "published"
    manifest = json.loads((output / former / MANIFEST).read_bytes())
    one = manifest["indicators"]["foreign_born_share"]["municipality"]
    one["limits"] = [limit + 1 for limit in one["limits"]]
    name = f"2027-01-01-{content_hash(manifest)}"
    manifest |= {"edition": name, "date": "2027-01-01", "previous": former}
    files = {file: (output / former / file).read_bytes() for file in manifest["files"]}
    files[MANIFEST] = json.dumps(manifest).encode()
    with alone(output):
        publish(output, name, files)
    return name


def rolled_back(root):
    command = [sys.executable, "-m", "data.pipeline", "rollback"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def exchanged(folder):
    """Both editions are shown in turn, without a start of ours."""
    with copied(folder) as (root, edition, _), served(folder, root=root, RATE_LIMIT="none") as site:
        injected = "a new edition beside the old one, then `make rollback`, under load"
        with visited(site, "An edition published, and rolled back", injected) as outcome:
            new = published_beside(root, edition.name)
            wait_for(lambda: told(site)["edition"] == new)
            outcome.harm()
            rolled_back(root)
            wait_for(lambda: told(site)["edition"] == edition.name)
        outcome.notes["status"] = told(site, "/readyz")["status"]
    return outcome
