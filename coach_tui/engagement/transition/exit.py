"""Transition, after the exit: checks at 7, 30 and 90 days, and what makes an exit complete."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_words
from coach_tui.engagement.transition.record import end_of, transition_of
from coach_tui.language.refusal import Refusal

ENTITY: Final = "exit-check"
CHECKS: Final = {
    "ghost-access": 7, "automations": 7, "closing-file": 7,
    "kpi-fed": 30, "rituals-held": 30, "loops-closed": 30,
    "kpi-drop": 90, "missing": 90, "documents-live": 90,
}  # fmt: skip
OUTCOMES: Final = ("", "fine", "problem")


class Check(NamedTuple):
    """One check after the end. `due` is None while the end has no day."""

    id: str
    days: int
    due: date | None
    outcome: str = ""
    words: str = ""
    done_on: date | None = None


class AccessLine(NamedTuple):
    """What the exit needs to know of an access: asked of the ledger, given as plain facts.

    transfer     ownership has to be transferred before anything is revoked.
    transferred  it has been.   removed  the CMO can no longer enter.
    verified     somebody checked that.   kept  the reason to keep it, where it is kept.
    """

    tool: str
    transfer: bool = False
    transferred: bool = False
    removed: bool = False
    verified: bool = False
    kept: str = ""

    @property
    def settled(self) -> bool:
        return self.verified or bool(self.kept.strip())


class Exit(NamedTuple):
    """Where the exit stands. Complete only when every line is verified, or kept with a reason.

    told  whether somebody said that the CMO left; else `end` is the day planned.
    """

    end: date | None
    checks: tuple[Check, ...]
    lines: tuple[AccessLine, ...]
    told: bool = False

    @property
    def residual(self) -> tuple[AccessLine, ...]:
        """Accesses neither verified removed nor kept with a reason."""
        return tuple(line for line in self.lines if not line.settled)

    @property
    def to_transfer_first(self) -> tuple[AccessLine, ...]:
        """Ownership still the CMO's: to transfer before anything is revoked."""
        return tuple(line for line in self.lines if line.transfer and not line.transferred)

    @property
    def revoked_too_early(self) -> tuple[AccessLine, ...]:
        """Removed while the ownership was never transferred."""
        return tuple(line for line in self.to_transfer_first if line.removed)

    @property
    def complete(self) -> bool:
        return bool(self.lines) and not self.residual and not self.to_transfer_first

    def due(self, today: date) -> tuple[Check, ...]:
        """The checks whose day has come and that nobody has done."""
        return tuple(c for c in self.checks if c.due and c.due <= today and not c.outcome)


@viewed
def checks_of(engagement: Engagement) -> tuple[Check, ...]:
    """The nine checks, dated from the day the CMO left, or is planned to."""
    end = end_of(engagement)
    return tuple(_check(engagement, name, days, end) for name, days in CHECKS.items())


def exit_of(engagement: Engagement, lines: Iterable[AccessLine]) -> Exit:
    """The exit, with these lines of the access ledger."""
    end = end_of(engagement)
    told = end is not None and end == transition_of(engagement).ended
    return Exit(end, checks_of(engagement), tuple(lines), told)


def set_check(check: str, outcome: str, day: date, words: str = "") -> Decision:
    """Say how a check went. A problem says which."""
    if check not in CHECKS:
        return Refusal("refusal.transition.choice", {"value": check, "choices": ", ".join(CHECKS)})
    if outcome not in OUTCOMES:
        values = {"value": outcome, "choices": ", ".join(OUTCOMES[1:])}
        return Refusal("refusal.transition.choice", values)
    if outcome == "problem" and not words.strip():
        return Refusal("refusal.transition.problem-needs").of("words")
    fields: Mapping[str, object] = {
        "outcome": outcome,
        "words": words,
        "done_on": day if outcome else None,
    }
    return refuse_words(words) or [Draft(ENTITY, check, recorded(fields))]


def checks_recorded(engagement: Engagement) -> Proof:
    """All nine checks were done; says how many."""
    checks = checks_of(engagement)
    done = all(check.outcome for check in checks)
    return Saying("proof.checks", {"n": len(checks)}) if done else ""


def _check(engagement: Engagement, name: str, days: int, end: date | None) -> Check:
    record = engagement.record(ENTITY, name)
    outcome = text_of(record, "outcome")
    return Check(
        name,
        days,
        end + timedelta(days=days) if end and end.year < 9000 else None,
        outcome if outcome in OUTCOMES else "",
        text_of(record, "words"),
        day_of(record, "done_on"),
    )
