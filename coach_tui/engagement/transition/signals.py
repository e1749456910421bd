"""Transition, the need: four signals of the guide, read at monthly reviews.

0 none, 1 watch, 2 prepare, 3 or more launch; a signal counts once true at two monthly reviews in
a row, and before two reviews nobody knows (FORMULAS.md, "Transition").
Thresholds are the guide's, how many are enough is ours.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.framing.record import answer_of
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import is_number, recorded, refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "signal-review"
SIGNALS: Final = ("headcount", "budget", "presence", "team")
HEADCOUNT: Final = 100  # people (guide)
BUDGET: Final = 150_000  # euros a year for the leadership function (guide)
TEAM: Final = 5  # people to manage (guide)
APART: Final = 20  # days between two reviews that count as monthly (our rule of thumb)
BANDS: Final = (("launch", 3), ("prepare", 2), ("watch", 1), ("none", 0))


class Review(NamedTuple):
    """What was seen one day. Amounts in euros a year; None where nobody could say."""

    id: str
    day: date
    headcount: float | None = None
    budget: float | None = None
    presence: bool | None = None
    team: float | None = None
    words: str = ""

    @property
    def signals(self) -> Mapping[str, bool | None]:
        """Each signal: on, off, or not known."""
        return read_signals(self.headcount, self.budget, self.presence, self.team)


class Signals(NamedTuple):
    """The need for a full-time CMO: `seen` at the last review, `sure` at two in a row.

    confirmed  whether there were two monthly reviews: before that, nothing can count.
    """

    reviews: tuple[Review, ...]
    seen: tuple[str, ...]
    sure: tuple[str, ...]
    confirmed: bool

    @property
    def level(self) -> int | None:
        """How many signals count; None where it takes another review to know."""
        return len(self.sure) if self.confirmed else None

    @property
    def band(self) -> str:
        return "unknown" if self.level is None else band_of(self.level)

    @property
    def marks(self) -> Mapping[str, str]:
        """Each signal: sure, seen (once: it does not count yet), off, or unknown."""
        if not self.reviews:
            return dict.fromkeys(SIGNALS, "unknown")
        said = {True: "seen", False: "off", None: "unknown"}
        last = self.reviews[-1].signals
        return {name: "sure" if name in self.sure else said[on] for name, on in last.items()}


def read_signals(
    headcount: float | None, budget: float | None, presence: bool | None, team: float | None
) -> dict[str, bool | None]:
    """Which of the guide's four signals are on."""
    return {
        "headcount": None if headcount is None else headcount > HEADCOUNT,
        "budget": None if budget is None else budget > BUDGET,
        "presence": presence,
        "team": None if team is None else team > TEAM,
    }


def band_of(count: int) -> str:
    """none, watch, prepare or launch."""
    return next(name for name, low in BANDS if count >= low)


@viewed
def signals_of(engagement: Engagement) -> Signals:
    """The signals of the last two monthly reviews."""
    reviews = reviews_of(engagement)
    if not reviews:
        return Signals((), (), (), False)
    last = reviews[-1]
    before = next((r for r in reversed(reviews) if (last.day - r.day).days >= APART), None)
    seen = tuple(name for name, on in last.signals.items() if on)
    sure = tuple(name for name in seen if before and before.signals[name])
    return Signals(reviews, seen, sure, before is not None)


@viewed
def reviews_of(engagement: Engagement) -> tuple[Review, ...]:
    """Every review, oldest first; two on one day in the order they were recorded."""
    found = []
    for review_id, record in engagement.records(ENTITY).items():
        day = day_of(record, "day")
        if day is None or flag_of(record, "_deleted"):
            continue
        found.append(
            Review(
                review_id,
                day,
                number_of(record, "headcount"),
                number_of(record, "budget"),
                answer_of(record, "presence"),
                number_of(record, "team"),
                text_of(record, "words"),
            )
        )
    return tuple(sorted(found, key=lambda review: (review.day, review.id)))


def review_signals(
    review_id: str,
    day: date,
    *,
    headcount: float | None = None,
    budget: float | None = None,
    presence: bool | None = None,
    team: float | None = None,
    words: str = "",
) -> Decision:
    """Record a monthly review. What nobody can say stays unknown; an empty one is refused."""
    figures = {"headcount": headcount, "budget": budget, "team": team}
    if presence is None and all(value is None for value in figures.values()):
        return Refusal("refusal.transition.empty-review").of("headcount")
    for name, value in figures.items():
        if value is not None and not (is_number(value) and 0 <= value <= 1e12):
            return Refusal("refusal.transition.figure", {"field": name, "value": value})
    fields = {"day": day, **figures, "presence": presence, "words": words}
    return refuse_words(words) or [Draft(ENTITY, review_id, recorded(fields))]


def signals_recorded(engagement: Engagement) -> Proof:
    """The last review, where there is one; else nothing."""
    signals = signals_of(engagement)
    if not signals.reviews:
        return ""
    seen, day = len(signals.seen), signals.reviews[-1].day
    return Saying("proof.signals", {"n": seen, "total": len(SIGNALS), "day": day})
