"""Every form of the app, saved after all that there was has been taken away in another window."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.profile import begin
from coach_tui.engagement.state import Engagement, flag_of
from coach_tui.engagement.still_there import BEING
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session, make_home, open_session
from tests.asking.test_both_doors import CASES, TODAY, Case, SavingDesk, record_all

# What begins something, speaks of what is always there, or takes away what is gone already.
OF_ITS_OWN = {
    "an access is added",
    "a ritual of the catalogue begins",
    "the usual rituals begin",
    "a decision is taken",
    "a decision waits with all that is known",
    "a promise is made",
    "days are logged and agreed",
    "a person is added",
    "a skill is put on the map",
    "every skill is put on the map",
    "an absence is told",
    "a question of the need is answered",
    "a gate of the need is answered",
    "the need is concluded",
    "the fit is told",
    "the situation is chosen",
    "the model's questions are answered",
    "a model is kept",
    "a clause is drafted",
    "a clause known is agreed",
    "independence is judged",
    "someone is considered",
    "a dose is costed",
    "the signals are reviewed",
    "the transition is dated",
    "a document is verified",
    "a loop is listed",
    "something that expires is listed",
    "what expires is taken off",
    "what expires is filled in",
    "a place is looked into",
    "a KPI is followed",
    "a KPI is let go",
    "the days a week are decided",
    "a report is kept",
    "a step is done",
    "a step done elsewhere is shown",
    "the mission’s frame changes",
    "the mission’s end is said",
    "what no record shows is told",
    "the CMO’s time is told",
    "an objective is set",
    "a meeting is told",
    "a document is linked",
    "a document is checked",
    "a document goes out",
    "a note is written on a step",
}


def now() -> datetime:
    return datetime(2026, 3, 12, 9, tzinfo=UTC)


def everything_taken_away(engagement: Engagement) -> list[Draft]:
    return [
        Draft(entity, identity, {"kept": False} if entity == "skill" else {"_deleted": True})
        for entity in BEING
        for identity in engagement.records(entity)
    ]


class LateDesk(SavingDesk):
    """A desk in a window of its own: just before it saves, all that was there is taken away."""

    def __init__(self, session: Session, home: Home) -> None:
        super().__init__(session)
        self.home = home
        self.known = 0

    def try_to_save(self, decision: Decision) -> Refusal | None:
        other = open_session(self.session.path, self.home, "cmo", now)
        other.record(everything_taken_away(other.engagement))
        self.known = len(other.changes)
        return super().try_to_save(decision)


def answered(desk: SavingDesk, case: Case) -> Refusal | None:
    """The form's answers handed in; why they are refused."""
    asked = case.ask(desk)
    if not isinstance(asked, Sheet):
        return asked
    refused = asked.submit({**{field.name: field.value for field in asked.fields}, **case.answers})
    return refused if isinstance(refused, Refusal) else None


def test_no_form_saves_anything_on_what_is_gone(tmp_path: Path) -> None:
    accepted, first = [], Home(tmp_path / "first", tmp_path / "first-state")
    whole = create_session(first, begin("Acme", TODAY, 2.0, "founder"), "founder", now)
    assert isinstance(whole, Session)
    record_all(whole)
    for place, case in enumerate(CASES):
        home = Home(tmp_path / f"{place}", tmp_path / f"{place}-state")
        make_home(home)
        path = Path(shutil.copy(whole.path, home.engagements))
        mine = open_session(path, home, "founder", now)
        desk = LateDesk(mine, home)
        refusal = answered(desk, case)
        after = open_session(mine.path, home, "", now)
        saved = after.changes[desk.known :]
        if refusal is not None:
            assert not saved, case.name
            assert refusal.reason.startswith("refusal.record.gone"), (case.name, refusal)
        else:
            accepted.append(case.name)
        for change in saved:
            record = after.engagement.record(change.entity, change.entity_id)
            assert not flag_of(record, "_deleted") or "_deleted" in change.changes, case.name
    assert {*accepted} == OF_ITS_OWN
