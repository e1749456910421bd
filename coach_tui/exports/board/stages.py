"""How far each stage is, and for each: who on which side owes what, by when, to whom it goes."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from coach_tui.coach.journey import FRAMING
from coach_tui.coach.moves.looked_at import applies
from coach_tui.coach.moves.move import NEVER
from coach_tui.coach.plan import Planned, in_stage, progress
from coach_tui.exports.board.markup import bar, listed, part, said, section
from coach_tui.exports.board.mission import Mission, escalated_to, side_of
from coach_tui.exports.board.now import by_day, dotted
from coach_tui.playbook.model import Stage

SIDES: Final = ("company", "cmo")

Days = Mapping[str, date | None]


def stages_section(mission: Mission) -> str:
    """Each stage with what is done of it."""
    rows = listed((_progress(each, mission) for each in mission.situation.playbook.stages), "rows")
    return section("stages", mission.words("board.stages"), rows)


def owed_section(mission: Mission) -> str:
    """The next thing each side owes in each stage."""
    days = _days(mission)
    blocks = "".join(_stage(stage, days, mission) for stage in mission.situation.playbook.stages)
    words = mission.words
    if not blocks:
        return section("owed", words("board.owed"), part("p", said(words("board.owed.nothing"))))
    shown = part("div", blocks, "grid")
    return section("owed", words("board.owed"), shown, words("board.owed.about"))


def _progress(stage: Stage, mission: Mission) -> str:
    done = progress(in_stage(mission.planned, stage.id))
    told = mission.words("board.done", done=done.finished, total=done.applicable)
    name = part("b" if mission.stage == stage else "span", said(stage.title))
    return name + part("span", said(told), "when") + bar(done.share)


def _stage(stage: Stage, days: Days, mission: Mission) -> str:
    owed = [
        each
        for each in in_stage(mission.planned, stage.id)
        if each.open and not each.over and applies(mission.situation.engagement, each.step)
    ]
    rows = [row for side in SIDES for row in _side(side, owed, days, mission)]
    head = part("h3", said(stage.title))
    return part("div", head + listed(rows, "rows")) if rows else ""


def _side(side: str, owed: list[Planned], days: Days, mission: Mission) -> Iterator[str]:
    """The first thing this side owes, and how many come after it."""
    mine = [each for each in owed if side_of(each.step.owner) == side]
    if not mine:
        return
    first = min(mine, key=lambda each: days.get(each.step.id, each.due) or NEVER)
    words = mission.words
    day = by_day(days.get(first.step.id, first.due), mission, late=first.late)
    title = said(first.step.title)
    above = escalated_to(first.step.owner)
    there = above in mission.leads or first.step.stage != FRAMING  # by then there is a CMO
    to = said(words("board.escalated", who=mission.called(above))) if there else ""
    after = said(words("board.owed.more", n=len(mine) - 1)) if len(mine) > 1 else ""
    who = part("b", said(mission.owner(first)))
    yield part("p", f"{who} {title}") + part("p", dotted(day, to, after), "quiet")


def _days(mission: Mission) -> Days:
    """By when each step is asked for now: what lay before the file has a new day."""
    return {
        step: move.due
        for role in ("founder", "cmo")
        for move in mission.moves(role)
        for step in move.about
        if move.due
    }
