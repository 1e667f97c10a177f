"""Fuzzing: fresh examples on a person's machine, the same ones every time where a result decides a landing."""

import os

from hypothesis import settings

settings.register_profile("person", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=3000)
settings.load_profile("landing" if os.environ.get("CI") else "person")
