"""`python -m tests.rigs [NAME …] [--full]`: run them, one after the other."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from .every import RIGS


def main(arguments: list[str]) -> int:
    """0 where nothing was wrong and every control found something."""
    wanted = [each for each in arguments if not each.startswith("-")]
    bad = 0
    for rig in RIGS:
        if wanted and rig.name not in wanted:
            continue
        trials = rig.full if "--full" in arguments else rig.small
        with tempfile.TemporaryDirectory(prefix="coach-rig-") as folder:
            began = time.monotonic()
            found = rig.run(trials, Path(folder))
            control = rig.control(trials, Path(folder))
        print(f"{rig.name:10} {found}; control: {control}; {time.monotonic() - began:.0f} s")
        bad += bool(found.wrong) or (found.tried > 0 and not control.wrong)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
