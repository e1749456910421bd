"""A file takes another's name in one step, even where Windows lets somebody hold that name.

There, a virus scanner, a search index or a synchroniser that has just opened the file makes the
step fail for a moment. Nothing else is tried again: what is refused for good is said at once.
"""

import os
import time
from itertools import chain
from pathlib import Path
from typing import Final

# Windows' own numbers: access denied, sharing violation, lock violation. Elsewhere there are none.
HELD: Final = frozenset({5, 32, 33})
PAUSES: Final = (0.01, 0.02, 0.04, 0.08, 0.15, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4)  # seconds; 2.5 in all


def take_name(temporary: Path, path: Path) -> None:
    """Rename, whatever had this name before. Raises OSError, of a holder after 2.5 seconds."""
    for pause in chain(PAUSES, (None,)):
        try:
            os.replace(temporary, path)  # noqa: PTH105 (by name: the tests make it fail)
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
