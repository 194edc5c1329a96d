"""Two small tidy files and a description, whole and true, for tests to damage."""

from data.pipeline.forms import Form, Quantity
from data.pipeline.inputs import read_inputs
from data.pipeline.register import codes
from geo.levels import levels

COUNTY = levels()["county"]
COUNTIES = codes(COUNTY, None)
YEARS = (2022, 2023)
WIDE = Form(
    file="wide.csv",
    shape="wide",
    level=COUNTY,
    header=("county", "year", "people", "women", "income", "type"),
    years=YEARS,
    complete=True,
    quantities={
        "people": Quantity("people", (0, 5_000), whole=True),
        "women": Quantity("women", (0, 5_000), whole=True, at_most="people"),
        "income": Quantity("income", (0, 1_000)),
        "type": Quantity("type", (1, 5), whole=True, years=(2023, 2023)),
    },
)
LONG = Form(
    file="long.csv",
    shape="long",
    level=COUNTY,
    header=("indicator", "county", "year", "value"),
    years=(1970, 2026),
    existing="people",
    described_in="described.csv",
    quantities={
        "people": Quantity("people", (0, 5_000), whole=True, values=20),
        "turnout": Quantity("turnout", (0, 100), values=21),
    },
)


def wide_lines():
    yield ",".join(WIDE.header)
    for number, code in enumerate(COUNTIES):
        for year in YEARS:
            kind = 1 + number % 5 if year == 2023 else ""
            yield f"{code},{year},{1000 + number},{500 + number},{200 + number / 4},{kind}"


def long_lines():
    yield ",".join(LONG.header)
    for code in COUNTIES[1:]:
        yield f"people,{code},1998,{int(code)}"
    for code in COUNTIES:
        yield f"turnout,{code},2022,{80 + int(code) / 8}"


def described_lines():
    yield "indicator,unit,publisher,source,first,last,municipalities,caveat"
    yield 'people,persons,SCB,"a table, ""quoted""",1998,1998,20,'
    yield "turnout,percent,SCB,a table,2022,2022,21,"


FILES = {"wide.csv": wide_lines, "long.csv": long_lines, "described.csv": described_lines}
CONTENT = {file: ("\n".join(lines()) + "\n").encode() for file, lines in FILES.items()}


def read(folder, **changed):
    for file, content in CONTENT.items():
        (folder / file).write_bytes(changed.get(file.removesuffix(".csv"), content))
    return read_inputs(folder, [WIDE, LONG])


def with_line(file, number, line):
    lines = list(FILES[file]())
    lines[number - 1] = line
    return ("\n".join(lines) + "\n").encode()
