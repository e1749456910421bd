"""This user's own choices on this machine: language, theme, role, where each mission was left.

Not client work: losing it costs a few keys, so a damaged file is simply started again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from coach_tui.store.layout import plain


def read_settings(path: Path) -> dict[str, Any]:
    """The settings, or nothing where there are none that can be read."""
    try:
        settings = plain(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def write_settings(path: Path, settings: Mapping[str, Any]) -> bool:
    """Replace the settings whole. False where the disk says no: nothing else depends on it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    # ASCII: a path need not be text that can be encoded.
    text = json.dumps(settings, indent=1, allow_nan=False)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_text(text, encoding="ascii")
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True
