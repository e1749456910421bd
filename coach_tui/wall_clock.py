"""What time it is, asked of the machine in one place."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from coach_tui.engagement.timestamps import in_utc
from coach_tui.language.dates import in_sight

Now = Callable[[], datetime]


def wall_clock(env: Mapping[str, str]) -> Now:
    """The time now; on the day $COACH_TODAY says, where it is set (demonstrations and tests).

    ValueError where that is no day, or one that no mission can have.
    """
    played = env.get("COACH_TODAY", "")
    day = date.fromisoformat(played) if played else None
    if day and not in_sight(day):
        raise ValueError(played)

    def now() -> datetime:
        moment = datetime.now().astimezone()  # noqa: TID251 (this is the door)
        if day is None:
            return moment
        # That day's own hour, in winter or in summer time: an hour off is a day off at midnight.
        played = datetime.combine(day, moment.time())
        return played.astimezone()

    return now


def local_moment(at: str) -> datetime | None:
    """When a change was made, in this machine's time zone; None where `at` is no moment."""
    moment = in_utc(at)
    try:
        return moment.astimezone() if moment else None
    except (OSError, OverflowError, ValueError):  # beyond what the machine's calendar knows
        return moment
