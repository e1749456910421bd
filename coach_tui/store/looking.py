"""Looking whether something is there, without stumbling over what one may not look at."""
# ruff: noqa: PTH110, PTH112 (pathlib's raise where a folder above is forbidden)

import os
from pathlib import Path

from coach_tui.store.signature import Signature, signature


def is_there(path: Path) -> bool:
    """Whether anything has this name. False too where its folder may not be looked into."""
    return os.path.exists(path)


def is_folder(path: Path) -> bool:
    """Whether a folder has this name. False too where the one above may not be looked into."""
    return os.path.isdir(path)


def seen(path: Path) -> Signature | None:
    """What the file looks like from outside; None where there is none, or it may not be looked at.

    For files that nothing depends on: whoever reads or writes them says why that fails.
    """
    try:
        return signature(path)
    except OSError:
        return None
