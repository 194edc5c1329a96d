"""Writes the floor's page: the least that shows the same map. python floor.py FILE"""

import json
import sys
from pathlib import Path
from string import Template

from figures import COLOURS, LEVEL, NO_DATA, codes, indicators, limits
from outlines import HEIGHT, WIDTH, outlines


def page() -> str:
    shapes = "".join(f'<path id="{code}" d="{path}"/>' for code, path in outlines().items())
    template = Template(Path(__file__).with_name("floor.html").read_text("utf-8"))
    return template.safe_substitute(
        WIDTH=WIDTH,
        HEIGHT=HEIGHT,
        SHAPES=shapes,
        CODES=json.dumps(codes()),
        COLOURS=json.dumps(COLOURS),
        LIMITS=json.dumps({indicator: limits(indicator) for indicator in indicators()}),
        LEVEL=LEVEL,
        NO_DATA=NO_DATA,
        FIRST=indicators()[0],
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
