"""Writes the tables beside it: what waits, moments and windows come to by Python's zoneinfo, to hold our own calendar against.

    python3 libs/workflows/src/timing/cases/generate.py && npx prettier --write libs/workflows/src/timing/cases

The rules are written twice, here from the design's words alone. Nothing here knows how ../*.ts go about it: a window is found by looking at
the clock minute by minute.
"""
import sys

sys.dont_write_bytecode = True

import durations  # noqa: E402
import moments  # noqa: E402
import windows  # noqa: E402

for table in (durations, moments, windows):
    table.generate()
