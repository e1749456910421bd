"""What is typed of one record and not saved never comes up in another's form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach_tui.asking import access, candidates, entrustment, expiry, kpi, rehearsal, transition
from coach_tui.asking.acts import asked_for
from coach_tui.asking.acts.papers import checking_sheet, linking_sheet
from coach_tui.asking.asker import Collected
from coach_tui.asking.document import paper_at
from coach_tui.asking.kept_answers import KeptAnswers
from coach_tui.asking.noting import ask_note
from coach_tui.asking.sheet import Pick, Sheet, sheet_of
from coach_tui.bundled import Catalogues
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import Left
from coach_tui.coach.kpi.overview import by_id, follow_up
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.framing.candidates import add_candidate, candidates_of
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.plan import delegate
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.engagement.transition.contacts import Contact, contacts_of, set_contact
from coach_tui.engagement.transition.expiry import Expiry, expiries_of, set_expiry
from coach_tui.engagement.transition.loops import Loop, loops_of, set_loop
from coach_tui.engagement.transition.rehearsal import (
    RehearsalQuestion,
    begin_rehearsal,
    rehearsals_of,
)
from coach_tui.places import Home
from tests.asking.desk import TODAY, MemoryDesk
from tests.engagement.recording import taken

BEFORE = date(2026, 2, 3)


class KeepingDesk(MemoryDesk):
    """Two of each kind of record, `a` and `b`, called alike; and a home for what is typed."""

    engagement_id = "e-1"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.home = Home(folder / "engagements", folder / "state")
        for each in ("a", "b"):
            for decision in (
                add_access(self.engagement, each, {"tool": "Ads", "category": "ads"}, TODAY),
                follow(self.engagement, f"kpi-{each}", {"name": "Leads"}, TODAY),
                add_candidate(f"c{each}", "Paula"),
                add_person(each, f"Ann {each}"),
                keep_skill({"a": "ac-seo", "b": "da-crm"}[each], 2, True),
                set_loop(self.engagement, f"l{each}", {"topic": "Rebate"}, TODAY),
                set_contact(self.engagement, f"k{each}", {"name": "The chair"}, TODAY),
                set_expiry(self.engagement, f"x{each}", {"what": "Domain", "day": TODAY}, TODAY),
                promise(f"p{each}", "Send the figures", BEFORE, due=BEFORE),
                taken(f"d{each}", "Same title", BEFORE, why="figures"),
                begin_rehearsal(
                    f"r{each}", (RehearsalQuestion("where-is", "access", each),), TODAY
                ),
            ):
                assert self.try_to_save(decision) is None
        for each in ("a", "b"):
            board = delegate(self.engagement, f"b{each}", f"Approve {each}", "a", 2, 5)
            assert self.try_to_save(board) is None

    def kept(self, sheet: Sheet) -> KeptAnswers:
        return KeptAnswers.of(self, sheet)

    def collected(self, ask: Callable[..., None], *about: Any) -> Sheet:
        asker = Collected(self, TODAY)
        ask(asker, *about)
        assert asker.sheet
        return asker.sheet

    def opened(self, act: str, *about: str, chosen: str = "") -> Sheet:
        """What an act opens, its choice made."""
        asked = asked_for(self, self.shown, act, about)
        if isinstance(asked, Pick):
            asked = asked.then(chosen)
        assert isinstance(asked, Sheet), act
        return asked

    def followed(self, each: str) -> Any:
        lines = follow_up(self.engagement, by_id(Catalogues()["kpis"]), self.words, TODAY)
        return next(line for line in lines if line.kpi.id == f"kpi-{each}")


def _tool(desk: KeepingDesk, each: str) -> Any:
    return accesses_of(desk.engagement)[each]


def _person(desk: KeepingDesk, each: str) -> Any:
    return next(one for one in candidates_of(desk.engagement) if one.id == f"c{each}")


def _loop(desk: KeepingDesk, each: str) -> Loop:
    known = (one for one in loops_of(desk.engagement).all if one.id == f"l{each}")
    return next(known, Loop(desk.new_id()))


def _contact(desk: KeepingDesk, each: str) -> Contact:
    known = (one for one in contacts_of(desk.engagement) if one.id == f"k{each}")
    return next(known, Contact(desk.new_id()))


def _expiry(desk: KeepingDesk, each: str) -> Expiry:
    return expiries_of(desk.engagement).get(f"x{each}", Expiry(desk.new_id()))


def _rehearsal(desk: KeepingDesk, each: str) -> Any:
    held = next(one for one in rehearsals_of(desk.engagement) if one.id == f"r{each}")
    return rehearsal.rehearsal_form(desk.shown, held, Catalogues(), desk.new_id, desk.now)


# How each form opens, of `a` or of `b`.
OF_TWO: dict[str, Callable[[KeepingDesk, str], Sheet]] = {
    "a line of the register": lambda d, each: d.collected(access.ask_fields, _tool(d, each)),
    "a step of a line": lambda d, each: d.collected(access.ask_step, _tool(d, each), "granted"),
    "why a tool is set aside": lambda d, each: d.collected(access.ask_aside, _tool(d, each)),
    "a KPI": lambda d, each: d.collected(kpi.ask_frame, d.followed(each), {}),
    "the readings due": lambda d, each: d.collected(kpi.ask_due, (d.followed(each),)),
    "a note": lambda d, each: d.collected(ask_note, "decision", f"d{each}", "Same title"),
    "an open loop": lambda d, each: sheet_of(
        transition.loop_form(d.engagement, _loop(d, each), d.words, TODAY), d),
    "a signature": lambda d, each: sheet_of(
        transition.sign_form(d.engagement, _loop(d, each), d.words, TODAY), d),
    "a contact": lambda d, each: sheet_of(
        transition.contact_form(d.engagement, _contact(d, each), d.words, TODAY), d),
    "what expires": lambda d, each: sheet_of(
        expiry.expiry_form(d.engagement, _expiry(d, each), d.words, TODAY), d),
    "a rehearsal": lambda d, each: sheet_of(_rehearsal(d, each), d),
    "a candidate": lambda d, each: sheet_of(
        candidates.about_form(_person(d, each), d.words, TODAY), d),
    "a candidate's marks": lambda d, each: sheet_of(
        candidates.mark_form(d.engagement, _person(d, each), "1", Catalogues(), d.words), d),
    "a candidate's vetoes": lambda d, each: sheet_of(
        candidates.veto_form(d.engagement, _person(d, each), Catalogues(), d.words), d),
    "how much somebody is watched": lambda d, each: sheet_of(
        entrustment.entrust_form(d.shown, d.new_id(), each, "ac-seo"), d,
        entrustment.entrust_about(d.shown, each, "ac-seo")),
    "where a page is": lambda d, each: linking_sheet(
        d, paper_at(d.shown, f"decision-memo/d{each}")),
    "who checked a page": lambda d, each: checking_sheet(
        d, paper_at(d.shown, f"decision-memo/d{each}")),
    "a decision, opened": lambda d, each: d.opened("decision", f"decision:d{each}"),
    "a promise, kept": lambda d, each: d.opened("promise", f"p{each}"),
    "a contact, opened": lambda d, each: d.opened("contacts", f"contact:k{each}"),
    "a line of the board, opened": lambda d, each: d.opened("delegate", chosen=f"b{each}"),
    "a member's own word, opened": lambda d, each: d.opened("own-word", f"person:{each}"),
    "a goal, opened": lambda d, each: d.opened("goal", f"person:{each}", "skill:ac-seo"),
}  # fmt: skip
# Those that also add one: what is typed of a record there is stays out of a new one's form.
ALSO_NEW = ("an open loop", "a contact", "what expires", "a line of the board, opened")


def _typed(sheet: Sheet) -> dict[str, str]:
    return {field.name: "typed and left" for field in sheet.fields}


def test_what_is_typed_of_one_never_comes_up_in_another_s(tmp_path: Path) -> None:
    desk = KeepingDesk(tmp_path)
    for name, opened in OF_TWO.items():
        one = opened(desk, "a")
        assert desk.kept(one).put(_typed(one)), name
        assert desk.kept(opened(desk, "a")).get() == _typed(one), f"{name}: gone from its own"
        for other in ("b", *("" if name not in ALSO_NEW else ["new"])):
            assert desk.kept(opened(desk, other)).get() == {}, f"{name}: in the form of {other}"


def test_what_is_typed_of_a_new_one_is_there_again_and_in_no_other_s(tmp_path: Path) -> None:
    desk = KeepingDesk(tmp_path)
    for name in ALSO_NEW:
        new = OF_TWO[name](desk, "new")
        assert desk.kept(new).put(_typed(new)), name
        assert desk.kept(OF_TWO[name](desk, "new")).get() == _typed(new), name
        assert desk.kept(OF_TWO[name](desk, "a")).get() == {}, name


def test_a_form_there_is_one_of_keeps_what_was_typed_before_forms_named_their_record(
    tmp_path: Path,
) -> None:
    """Its key is what it asks, as it was."""
    desk = KeepingDesk(tmp_path)
    sheet = desk.opened("plan")
    assert sheet.record == ""
    KeptAnswers(desk, sheet.title, sheet.about, sheet.fields).put({"successor": "Léa"})
    assert desk.kept(sheet).get() == {"successor": "Léa"}


def test_the_walk_keeps_what_is_typed_of_one_from_the_other_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = KeepingDesk(tmp_path)

    def asked(each: str, *lines: str) -> str:
        """What is said while the loop of this id is asked, and left after these lines."""
        left = iter(lines)
        interview = Interview(desk.words, TODAY, lambda: next(left))
        interview.keeping = desk
        with pytest.raises(Left):
            interview.put(OF_TWO["an open loop"](desk, each))
        return capsys.readouterr().out

    typed_before = desk.words("walk.typed-before")
    assert typed_before not in asked("a", "Ann's rebate", "q")
    for other in ("b", "new"):
        said = asked(other, "q")
        assert typed_before not in said, other
        assert "Ann's rebate" not in said, other
    assert typed_before in asked("a", "q")
