"""Numbers as people write them."""

from __future__ import annotations

import re
from typing import Final

_PLAIN: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?")


def read_plain_number(text: str) -> float | None:
    """A small number without thousands: `2`, `1,5`, `0.5`. None for anything else."""
    said = text.strip().replace("\u00a0", "").replace("\u202f", "")
    return float(said.replace(",", ".")) if _PLAIN.fullmatch(said) else None
