"""Standard streams that were closed before we began: a reader of nothing, a writer to nowhere.

Daemons, launchers and `2>&-` close them. Without something in their place the next file opened
would be descriptor 0, 1 or 2, and what is said would be written into it.
"""

from __future__ import annotations

import os
import sys


def stand_in() -> None:
    """Put the null device where a standard stream is closed."""
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        _occupy(descriptor)
        mode = "w" if descriptor else "r"
        stream = open(descriptor, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _occupy(descriptor: int) -> None:
    """Have this descriptor open, on the null device where nothing is behind it."""
    try:
        os.fstat(descriptor)
    except OSError:
        nowhere = os.open(os.devnull, os.O_RDWR)
        if nowhere != descriptor:
            os.dup2(nowhere, descriptor)
            os.close(nowhere)
        os.set_inheritable(descriptor, True)
