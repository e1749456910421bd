"""This user's own choices on this machine: language, theme, role, where each mission was left.

Not client work: losing it costs a few keys, so a damaged file is simply started again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coach_tui.store import disk
from coach_tui.store.layout import plain


def read_settings(path: Path) -> dict[str, Any]:
    """The settings, or nothing where there are none that can be read."""
    try:
        settings = plain(disk.read(path)[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def write_settings(path: Path, settings: Mapping[str, Any]) -> bool:
    """Replace the settings whole. False where the disk says no: nothing else depends on it."""
    # ASCII: a path need not be text that can be encoded.
    text = json.dumps(settings, indent=1, allow_nan=False).encode("ascii")
    try:
        disk.make_folder(path.parent)
        disk.put(path, text, "settings")
    except OSError:
        return False
    return True
