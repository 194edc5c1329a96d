"""python -m bench: every benchmark, one after the other."""

import sys

from bench import indices

BENCHES = (indices,)


def main() -> int:
    for bench in BENCHES:
        print(f"\n{bench.__doc__}\n")
        bench.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
