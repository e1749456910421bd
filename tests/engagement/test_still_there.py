"""What was taken away meanwhile takes no more words, of whichever kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.remarks import SUBJECTS
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.still_there import ABOUT, BEGUN_AGAIN, BEING, KIND_AND_ID, refuse_gone
from tests.engagement.recorded import after

# A record of each kind as it begins, and one word more of it.
BEGUN: dict[str, dict[str, Value]] = {
    "access": {"tool": "HubSpot"},
    "assessment": {"person": "p", "skill": "s", "level": 0, "day": "2026-03-02"},
    "candidate": {"name": "Ann"},
    "contact": {"name": "Zoé"},
    "day-used": {"day": "2026-03-02", "amount": 1},
    "decision": {"title": "Stop the fair", "opened": "2026-03-02"},
    "delegation": {"person": "p", "now": 1},
    "dose": {"since": "2026-03-02", "days_per_week": 0},
    "drill": {"person": "p", "start": "2026-03-02", "end": "2026-03-06"},
    "entrustment": {"person": "p", "skill": "s", "since": "2026-03-02"},
    "expiry": {"what": "Domain"},
    "goal": {"person": "p", "skill": "s", "level": 0},
    "kpi": {"catalogue": "cac"},
    "meeting": {"who": "Ann", "kind": "references"},
    "method-use": {"person": "p", "skill": "s", "day": "2026-03-02"},
    "objective": {"what": "More leads"},
    "occurrence": {"ritual": "r", "slot": "2026-03-02"},
    "open-loop": {"topic": "The fair"},
    "person": {"name": "Inès"},
    "promise": {"what": "Send it"},
    "reading": {"kpi": "cac", "on": "2026-03-02", "value": 0},
    "rehearsal": {"day": "2026-03-02"},
    "ritual": {"minutes": 30},
    "ritual-schedule": {"ritual": "r", "since": "2026-03-02"},
    "signal-review": {"day": "2026-03-02"},
    "skill": {"kept": True},
}
SAID: dict[str, Value] = {"note": "one word more"}


def known(*drafts: tuple[str, str, Mapping[str, Value]]) -> Engagement:
    return after(Engagement(), *([Draft(*each)] for each in drafts))


def refused(engagement: Engagement, entity: str, identity: str, changes: Mapping[str, Any]) -> str:
    told = refuse_gone(engagement, engagement, [Draft(entity, identity, changes)])
    return told.reason if told else ""


def test_no_kind_takes_a_word_once_it_is_gone() -> None:
    """Taken out, or its beginning taken back: in both cases nobody would read what is said."""
    assert BEGUN.keys() == BEING.keys()
    for entity, begun in BEGUN.items():
        there = (entity, "x", begun)
        assert not refused(known(there), entity, "x", SAID), entity
        emptied = dict.fromkeys(begun)
        for gone in ({"_deleted": True}, emptied):
            now = known(there, (entity, "x", gone))
            assert refused(now, entity, "x", SAID).startswith("refusal.record.gone"), entity
            assert not refused(now, entity, "x", {"_deleted": True}), entity
            back = refused(now, entity, "x", {**begun, "_deleted": None})
            assert bool(back) != (entity in BEGUN_AGAIN), entity
        undo = Draft(entity, "x", SAID, undoes="1")
        assert refuse_gone(now, now, [undo]) is None, entity


def test_nothing_is_said_about_somebody_or_something_that_is_gone() -> None:
    """A reading of a KPI let go, a level of somebody taken out: no list would show it."""
    assert any(KIND_AND_ID in about.values() for about in ABOUT.values()), "a note is about any"
    every = [
        (entity, field, kind, f"{kind}/x" if said == KIND_AND_ID else "x")
        for entity, about in ABOUT.items()
        for field, said in about.items()
        for kind in (SUBJECTS if said == KIND_AND_ID else (said,))
    ]
    for entity, field, kind, named in every:
        record = {**BEGUN.get(entity, {}), **dict.fromkeys(ABOUT[entity], "none")}
        record[field] = named
        new = "new" if field else "x"
        there = (kind, "x", BEGUN[kind])
        assert not refused(known(there), entity, new, record), (entity, field)
        gone = known(there, (kind, "x", {"_deleted": True}))
        assert refused(gone, entity, new, record), (entity, field)
        assert not refused(known(), entity, new, record), "never recorded is another matter"


def test_what_was_decided_before_it_was_gone_does_not_bring_it_back() -> None:
    """A form that says all of a KPI again is no decision to follow it again."""
    there = known(("kpi", "cac", BEGUN["kpi"]))
    gone = known(("kpi", "cac", BEGUN["kpi"]), ("kpi", "cac", {"_deleted": True}))
    again = [Draft("kpi", "cac", {"catalogue": "cac", "owner": "Ann", "_deleted": None})]
    assert refuse_gone(there, gone, again)
    assert refuse_gone(gone, gone, again) is None


def test_the_same_gesture_may_take_away_what_it_speaks_of() -> None:
    there = known(("kpi", "cac", BEGUN["kpi"]), ("reading", "1", BEGUN["reading"]))
    both = [Draft("kpi", "cac", {"_deleted": True}), Draft("reading", "1", SAID)]
    assert refuse_gone(there, there, both) is None


def test_the_refusal_names_what_is_gone_as_far_as_its_name_is_known() -> None:
    gone = known(("contact", "x", {"name": "Zoé\nB"}), ("contact", "x", {"_deleted": True}))
    told = refuse_gone(gone, gone, [Draft("contact", "x", SAID)])
    assert told
    assert (told.reason, dict(told.values)) == ("refusal.record.gone", {"name": "Zoé B"})
    emptied = known(("contact", "x", {"name": "Zoé"}), ("contact", "x", {"name": None}))
    told = refuse_gone(emptied, emptied, [Draft("contact", "x", SAID)])
    assert told
    assert told.reason == "refusal.record.gone-unnamed"
