"""The overlap, week by week: what each does, and who decides what from which date.

The plan comes from the catalogue (`overlap-weeks`); four weeks or fewer merge 1-2 and 3-4 and
switch in the third (FORMULAS.md, "Transition"; our rule of thumb).
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, Protocol

from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import (
    SHORT_OVERLAP,
    left_on,
    transition_of,
)

ROLES: Final = ("permanent", "fractional", "team", "founder")
FULL: Final = 8


class OverlapEntry(Protocol):
    """An entry of the catalogue: its figures, and its words by language."""

    @property
    def id(self) -> str: ...
    @property
    def fields(self) -> Mapping[str, Any]: ...
    @property
    def words(self) -> Mapping[str, Mapping[str, str]]: ...


class OverlapWeek(NamedTuple):
    """One week of the overlap, from a Monday-to-be `start`. Number 0 is before the arrival."""

    number: int
    start: date
    entries: tuple[OverlapEntry, ...]

    @property
    def decider(self) -> OverlapEntry:
        """The entry whose sentence on who decides holds this week."""
        return self.entries[-1]

    def said(self, field: str, language: str) -> str:
        """What the catalogue says of this week."""
        texts = (entry.words[language].get(field, "") for entry in self.entries)
        return " · ".join(text for text in texts if text)

    @property
    def dose(self) -> tuple[float, float]:
        """The fractional CMO's days this week, least and most."""
        lows = [float(entry.fields.get("dose_low", 0)) for entry in self.entries]
        highs = [float(entry.fields.get("dose_high", 0)) for entry in self.entries]
        return min(lows), max(highs)


def overlap(entries: Sequence[OverlapEntry], t0: date, weeks: int) -> tuple[OverlapWeek, ...]:
    """The weeks from T0. A longer overlap than eight weeks stays in its last one."""
    during = [entry for entry in entries if 1 <= _from(entry) <= FULL]
    return tuple(
        OverlapWeek(number, t0 + timedelta(weeks=number - 1), _of_week(during, number, weeks))
        for number in range(1, weeks + 1)
        if during
    )


class Overlap(NamedTuple):
    """The weeks in which both are there. Once the mission is over (`left`), those begun by then;
    `left_out` counts the others that were planned."""

    weeks: tuple[OverlapWeek, ...]
    left: date | None = None
    left_out: int = 0


def overlap_of(
    engagement: Engagement, catalogues: Mapping[str, Sequence[Any]], today: date
) -> Overlap:
    """The overlap as it is planned, or was lived; no week while T0 is not known."""
    t0 = profile_of(engagement).successor_first_day
    if t0 is None:
        return Overlap(())
    entries = catalogues.get("overlap-weeks", ())
    weeks = overlap(entries, t0, transition_of(engagement).overlap_weeks)
    left = left_on(engagement, today)
    if left is None:
        return Overlap(weeks)
    lived = tuple(week for week in weeks if week.start <= left)
    return Overlap(lived, left, len(weeks) - len(lived))


def who_decides(week: OverlapWeek, language: str, successor: str, leaving: str) -> str:
    """“This week, X decides …”, with the two names where they are known."""
    said = week.decider.words[language].get("decides", "")
    for title, name in (
        ("nouveau CMO", successor),
        ("new CMO", successor),
        ("fractional CMO", leaving),
    ):
        if name:
            said = said.replace(title, f"{title} ({name})", 1)
    return said


def this_week(weeks: Sequence[OverlapWeek], today: date) -> OverlapWeek | None:
    """The week we are in."""
    return next((week for week in weeks if 0 <= (today - week.start).days < 7), None)


def _of_week(during: Sequence[OverlapEntry], number: int, weeks: int) -> tuple[OverlapEntry, ...]:
    if weeks <= SHORT_OVERLAP:
        first, then = during[:2], during[2:4]
        return tuple(first if number < min(3, weeks) or not then else then)
    found = [entry for entry in during if _from(entry) <= number <= int(entry.fields["to_week"])]
    return tuple(found or during[-1:])


def _from(entry: OverlapEntry) -> int:
    return int(entry.fields.get("from_week", 0))
