"""Settings of the tests.

How many examples Hypothesis tries is a profile: `here` few, `ci` 2,000 (when `CI` is set), `nightly` 100,000.
Choose one with `HYPOTHESIS_PROFILE=nightly` or `--hypothesis-profile nightly`.
"""

import os

from hypothesis import settings

settings.register_profile("here", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=2_000, derandomize=True, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=100_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "here"))
