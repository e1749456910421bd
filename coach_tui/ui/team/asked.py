"""What someone came to the team's screen for: the cell it is about, and what no cell can tell."""

from typing import NamedTuple

from textual.content import Content

from coach_tui.asking.called import (
    named,
)
from coach_tui.engagement.rhythm.dose import doses_of
from coach_tui.engagement.team.absence import CMO, drills_of
from coach_tui.engagement.team.entrustment import entrustments_of
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of, goals_of
from coach_tui.exports.team.sheet import dose_words
from coach_tui.language.dates import plain_date
from coach_tui.ui.plain import line, plain
from coach_tui.view_state import Shown


class AskedCell(NamedTuple):
    """A row and a column, empty where it is about neither; and its words, where it has some."""

    skill: str = ""
    person: str = ""
    told: Content = Content()


def asked_of(shown: Shown, record_id: str, kind: str) -> AskedCell:
    """Where this record is on the team's screen. Without its `kind`, a skill or a person."""
    if kind == "assessment":
        made = (each for same in assessments_of(shown.engagement).values() for each in same)
        return _cell(next((each for each in made if each.id == record_id), None))
    if kind == "entrustment":
        made_of = entrustments_of(shown.engagement)
        return _cell(next((each for each in made_of if each.id == record_id), None))
    if kind == "goal":
        goals = goals_of(shown.engagement)
        return _cell(next((each for each in goals if each.id == record_id), None))
    if kind == "drill":
        return _drill(shown, record_id)
    if kind == "delegation":
        return _delegation(shown, record_id)
    if kind == "dose":
        return _dose(shown, record_id)
    return AskedCell(record_id, record_id)


def _cell(found: object) -> AskedCell:
    return AskedCell(getattr(found, "skill", ""), getattr(found, "person", ""))


def _drill(shown: Shown, drill_id: str) -> AskedCell:
    """Where the CMO was away, the column is that of whoever is one among the people."""
    words, people = shown.words, people_of(shown.engagement)
    for drill in drills_of(shown.engagement):
        if drill.id == drill_id:
            cmos = [each.id for each in people.values() if each.kind == CMO]
            person = drill.person if drill.person in people else next(iter(cmos), "")
            said = words(
                "team.drill-line",
                person=named(shown).people.get(drill.person, words("role.cmo")),
                start=plain_date(drill.start, words.language),
                end=plain_date(drill.end, words.language),
                result=words(f"team.result.{drill.result}"),
            )
            return AskedCell("", person, _told(words("team.drill"), said, drill.note))
    return AskedCell()


def _delegation(shown: Shown, line_id: str) -> AskedCell:
    words, names, found = shown.words, named(shown), board_of(shown.engagement).get(line_id)
    if found is None:
        return AskedCell()
    said = names.decisions.get(found.decision, found.decision)
    levels = f"{found.now} → {found.wanted}  {said}"
    return AskedCell("", found.person, _told(words("team.board"), levels, ""))


def _dose(shown: Shown, dose_id: str) -> AskedCell:
    words = shown.words
    for dose in doses_of(shown.engagement):
        if dose.id == dose_id:
            day = plain_date(dose.since, words.language)
            said = f"{day} · {dose_words(dose.days_per_week, words)}"
            return AskedCell(told=_told(words("taper.title"), said, dose.why))
    return AskedCell()


def _told(title: str, said: str, more: str) -> Content:
    lines = [line(title, "bold"), line(said), *([plain(more)] if more else [])]
    return Content("\n").join(lines)
