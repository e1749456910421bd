"""This user's own choices on this machine: language, theme, role, where each mission was left.

Not client work: losing it costs a few keys, so a damaged file is simply started again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def read_settings(path: Path) -> dict[str, Any]:
    """The settings, or nothing where there are none that can be read."""
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return settings if isinstance(settings, dict) else {}


def write_settings(path: Path, settings: Mapping[str, Any]) -> bool:
    """Replace the settings whole. False where the disk says no: nothing else depends on it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.chmod(0o600)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        return False
    return True
