"""One door, asked by atheris: python -m tests.guided.door NAME [options of libFuzzer] FOLDER"""

import sys

import atheris

# What is measured: our own code, and what reads addresses and bodies for it.
OURS = [
    "layouts",
    "callbacks",
    "api",
    "data",
    "geo",
    "sending",
    "service",
    "webargs",
    "marshmallow",
]


def main():
    with atheris.instrument_imports(include=OURS):
        from tests.guided.doors import DOORS

    door = DOORS[sys.argv.pop(1)]
    door(b"")  # what is loaded but once is loaded before it is timed
    atheris.Setup(sys.argv, door)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
