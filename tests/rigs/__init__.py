"""Hostile rigs: the real commands against kills, failing disks, other programs and wrong clocks.

    python -m tests.rigs                 every rig, small (as `make test` runs them)
    python -m tests.rigs --full          every rig, at the size of RELIABILITY.md
    python -m tests.rigs clocks --full   one of them

Each prints what it tried, what it found, and what its control found: the same rig on a worse way
of saving, which must find something, or a run without findings would mean nothing.
"""
