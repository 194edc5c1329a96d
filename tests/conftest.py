"""How the tests run everywhere: no test is timed, and a continuous run repeats the same cases."""

import os

from hypothesis import settings

settings.register_profile("developer", deadline=None)
settings.register_profile("continuous", deadline=None, derandomize=True)
settings.load_profile("continuous" if os.environ.get("CI") else "developer")
