"""One person's week, worked out once for what is known: what Now shows and the walk asks."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from coach_tui.bundled import Catalogues
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import Agenda, Move, agenda
from coach_tui.coach.moves.week import Done, done_this_week, left_of
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.leads import leads_in
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import LEADS
from coach_tui.exports.move_words import MoveReader
from coach_tui.exports.step_why import step_done_when, step_why
from coach_tui.language.dates import near_date
from coach_tui.view_state import Shown

CATALOGUES: Final = Catalogues()
IN_ONE_PASS: Final = ("settle", "confirm")  # of several steps: no page of one of them says why


class WeekView(NamedTuple):
    """`moves` is every move of everybody; `agenda`, what this role does of them this week.

    leads  who leads under their own name, by role: to name those who are waited for.
    """

    shown: Shown
    moves: tuple[Move, ...]
    agenda: Agenda
    reader: MoveReader
    done: Done
    leads: Mapping[str, str]

    def move(self, move_id: str) -> Move | None:
        """The move of this id."""
        return next((each for each in self.moves if each.id == move_id), None)


def view_of(shown: Shown) -> WeekView:
    """The week of whoever looks, from what is known."""
    moves = moves_of(
        shown.playbook, shown.engagement, shown.today, CATALOGUES, viewer=shown.actor or shown.role
    )
    done = done_this_week(
        shown.playbook, shown.engagement, shown.planned, shown.changes, shown.role, shown.today
    )
    found = agenda(moves, shown.role, left_of(done, shown.role), shown.today, fresh=not done.steps)
    situation = Situation(shown.playbook, shown.engagement, shown.today, CATALOGUES)
    leads = leads_in(shown.changes) if found.waiting else {}
    return WeekView(
        shown, moves, found, MoveReader(shown.words, situation, shown.role), done, leads
    )


def reason_of(view: WeekView, move: Move) -> str:
    """Why it is asked: what the rules say, to the two who lead; else the step's own why, first."""
    if move.kind == "settle":  # while the CMO is looked for, the rest is offered, not set aside
        looking = profile_of(view.shown.engagement).beginning == "looking"
        return view.shown.words("move.settle.why" if looking else "now.settle")
    if move.kind in IN_ONE_PASS:
        return ""
    if move.kind == "question":  # the day it comes from, where it comes from one
        question = move.id.partition(":")[0]
        return view.shown.words(f"move.{question}.why", day=view.reader.day(move.since))
    if move.kind == "take":
        return view.shown.words(f"move.take.{_taken(view, move)}.why")
    if move.id == "own-rate:me":
        return view.shown.words("now.own-rate")
    said = view.reader.reason(move) if view.shown.role in LEADS else ""
    if said:
        return said
    step = view.shown.playbook.step(move.about[0]) if move.about else None
    return step_why(step) if step else ""


def _taken(view: WeekView, move: Move) -> str:
    """What a successor takes over, as the reason of it is named."""
    what, _, identity = move.id.removeprefix("take-").partition(":")
    line = accesses_of(view.shown.engagement).get(identity) if what == "access" else None
    return "cmo-access" if line and line.of_cmo else what if identity else "unlisted"


def until_said(view: WeekView, move: Move) -> str:
    """Until when, as it is said: how late it is, that it is critical, from when, or by when; empty
    where its day has just passed."""
    words, today = view.shown.words, view.shown.today
    if move.late and move.due:
        return words("now.late", n=(today - move.due).days)
    if move.gravity == 0:
        return words("advice.severity.critical")
    if move.has_start and move.start > today:
        return words("now.from", day=near_date(move.start, words.language, today))
    if move.due and today <= move.due:
        return words("now.until", day=near_date(move.due, words.language, today))
    return ""


def still_asked(view: WeekView, move: Move, before: Engagement) -> str:
    """What its step still lacks, where something was answered since `before` and it stands all the
    same. What was taken back since was not answered.

    Only of a step's own move: what several are done in one pass says nothing of any one of them.
    """
    if view.shown.engagement is before or not _stands_since(before, view.shown.changes):
        return ""
    found, own = view.move(move.id), move.about[0] if move.about else ""
    step = view.shown.playbook.step(own) if move.id == f"step:{own}" else None
    if found is None or found.start > view.shown.today or not step:
        return ""
    wanted = step_done_when(step)
    return view.shown.words("now.still", what=wanted) if wanted else ""


def _stands_since(before: Engagement, changes: Sequence[Change]) -> bool:
    """Whether any change that was not known then was not taken back."""
    known = {one.id for part in before.known for one in part}
    new = [one for one in changes if one.id not in known]
    from coach_tui.engagement.history import undone  # noqa: PLC0415 (loads dataclasses)

    back = undone(new)
    return any(not one.undoes and one.id not in back for one in new)
