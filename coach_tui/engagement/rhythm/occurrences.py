"""What became of each planned occurrence: held or skipped, run by whom; and a ritual's health."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.rhythm.rituals import RUNNERS, Ritual, rituals_of
from coach_tui.engagement.rhythm.slots import slots
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "occurrence"
RESULTS: Final = ("held", "skipped")
WINDOW: Final = 8  # occurrences that health looks back on (FORMULAS.md, "Rhythm")
HEALTHY: Final = 0.8  # our rule of thumb


class Occurrence(NamedTuple):
    """One occurrence. `slot` is the planned day it stands for, `day` the day it took place."""

    id: str
    ritual: str
    slot: date
    day: date
    result: str
    run_by: str = "cmo"
    reason: str = ""
    note: str = ""


class Health(NamedTuple):
    """Of the last planned occurrences, how many were held. One nobody logged was not."""

    held: int
    planned: int
    by_team: int
    unlogged: tuple[date, ...] = ()

    @property
    def share(self) -> float | None:
        return self.held / self.planned if self.planned else None


@viewed
def occurrences_of(engagement: Engagement) -> Mapping[str, tuple[Occurrence, ...]]:
    """What was logged of each ritual, by ritual id, oldest slot first; one occurrence a slot.

    Where two people logged one slot, the later word stands.
    """
    found: dict[str, dict[date, Occurrence]] = {}
    for identity, record in sorted(engagement.records(ENTITY).items()):
        slot, result = day_of(record, "slot"), text_of(record, "result")
        if slot is None or result not in RESULTS or flag_of(record, "_deleted"):
            continue
        ritual, run_by = text_of(record, "ritual"), text_of(record, "run_by", "cmo")
        made = Occurrence(
            identity,
            ritual,
            slot,
            day_of(record, "day") or slot,
            result,
            run_by if run_by in RUNNERS else "cmo",
            text_of(record, "reason"),
            text_of(record, "note"),
        )
        found.setdefault(ritual, {})[slot] = made
    return {ritual: tuple(by_slot[slot] for slot in sorted(by_slot)) for ritual, by_slot in
            found.items()}  # fmt: skip


def health_of(engagement: Engagement, ritual: Ritual, today: date) -> Health:
    """Held ÷ planned over the last eight occurrences up to today.

    Today's own counts once it is logged. A ritual that was stopped is judged on what it was.
    """
    logged = {each.slot: each for each in occurrences_of(engagement).get(ritual.id, ())}
    planned = set(slots(ritual, date.min, today - timedelta(days=1)))
    last = sorted({*planned, *(slot for slot in logged if slot <= today)})[-WINDOW:]
    made = [logged[slot] for slot in last if slot in logged]
    held = [each for each in made if each.result == "held"]
    by_team = sum(each.run_by == "team" for each in held)
    return Health(len(held), len(last), by_team, tuple(slot for slot in last if slot not in logged))


def missed_in_a_row(engagement: Engagement, ritual_id: str) -> int:
    """How many of the latest logged occurrences were skipped, back to the last one held."""
    count = 0
    for each in reversed(occurrences_of(engagement).get(ritual_id, ())):
        if each.result == "held":
            break
        count += 1
    return count


def slot_to_log(engagement: Engagement, ritual: Ritual, today: date) -> date:
    """The planned day a log made today most likely speaks of.

    The latest one not yet logged, within the last month; else the day itself.
    """
    logged = {each.slot for each in occurrences_of(engagement).get(ritual.id, ())}
    past: Sequence[date] = list(slots(ritual, today - timedelta(days=31), today))
    return next((slot for slot in reversed(past) if slot not in logged), today)


def log_occurrence(
    engagement: Engagement,
    identity: str,
    ritual_id: str,
    result: str,
    *,
    slot: date,
    day: date,
    today: date,
    run_by: str = "",
    reason: str = "",
    note: str = "",
) -> Decision:
    """Say that an occurrence was held, and by whom it was run; or skipped, and why."""
    ritual = rituals_of(engagement).get(ritual_id)
    if ritual is None:
        return Refusal("refusal.rhythm.unknown-ritual", {"ritual": ritual_id})
    if result not in RESULTS:
        return Refusal("refusal.rhythm.result", {"result": result})
    run_by = run_by or ritual.run_by
    if run_by not in RUNNERS:
        return Refusal("refusal.rhythm.run-by", {"run_by": run_by})
    if result == "skipped" and not reason.strip():
        return Refusal("refusal.rhythm.skip-needs").of("reason")
    if result == "held" and max(slot, day) > today:
        return Refusal("refusal.rhythm.future", {"day": max(slot, day)})
    fields = {"ritual": ritual_id, "result": result, "run_by": run_by}
    dates = {"slot": slot.isoformat(), "day": day.isoformat()}
    texts = {"reason": reason.strip(), "note": note.strip()}
    return refuse_words(reason, note) or [Draft(ENTITY, identity, {**fields, **dates, **texts})]
