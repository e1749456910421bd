"""When something was recorded, on the clock of whoever reads it.

Changes say it in UTC, and people live elsewhere: at half past midnight in Paris it is still the
day before in UTC. Which zone the reader lives in is no business of the core: whoever opens an
engagement hands it over (`Engagement(moment=…)`), and every day shown or compared follows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Moment = Callable[[str], datetime | None]


def in_utc(at: str) -> datetime | None:
    """The moment a change says, in UTC; None where it says none."""
    try:
        moment = datetime.fromisoformat(at)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
