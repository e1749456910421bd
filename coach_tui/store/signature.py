"""What a file looks like from outside, so that a later write of it shows without reading it."""
# ruff: noqa: PTH116

import os
from pathlib import Path
from typing import NamedTuple


class Signature(NamedTuple):
    """Tells one state of a file from another without reading it."""

    inode: int
    size: int
    modified_ns: int


def signature(path: Path) -> Signature | None:
    """What the file looks like from outside; None where there is none."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return signature_of(found)


def signature_of(found: os.stat_result) -> Signature:
    return Signature(found.st_ino, found.st_size, found.st_mtime_ns)
