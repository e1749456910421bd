"""What an assistant is told of one engagement: a line a record, with its id, by subject."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.kpi.overview import by_id, follow_up
from coach_tui.coach.moves.move import agenda, week_of
from coach_tui.coach.plan import plan
from coach_tui.engagement.change import Change
from coach_tui.engagement.profile import DEPTHS
from coach_tui.engagement.state import Record, flag_of
from coach_tui.engagement.withheld import FIELDS, FLAGS
from coach_tui.exports.board.mission import Mission
from coach_tui.exports.board.now import EVERYBODY
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.documents.kind import kind_named
from coach_tui.exports.history.fields import (
    FRAMING,
    LEDGERS,
    MISSION,
    RHYTHM,
    TEAM,
    TOLD,
    TRANSITION,
)
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.words import change_words
from coach_tui.exports.kpi.sheet import aim_words, progress_words, status_words, value_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date

LONG: Final = 2_000  # characters of one record that are told
# Marks and levels given to people, how much they are watched; and what serves the program.
RATINGS: Final = frozenset({"candidate-mark", "candidate-veto", "assessment", "entrustment"})
UNTOLD: Final = frozenset({"step", "order", "advice", "asked", "handed-out"})
# Fields of money paid to the CMO, and who a contact is: enough to know them by.
OUT: Final[Mapping[str, frozenset[str]]] = {
    "engagement": frozenset({"day_rate", "depth", "archived", "role"}),
    "budget": frozenset({"day_rate"}),
}
WHO: Final[Mapping[str, frozenset[str]]] = {"contact": frozenset({"who"})}
SUBJECTS: Final = (
    ("mission", MISSION), ("framing", FRAMING), ("ledgers", LEDGERS), ("rhythm", RHYTHM),
    ("team", TEAM), ("transition", TRANSITION),
)  # fmt: skip


class BriefingLine(NamedTuple):
    """One thing told. `id` is "kind/id" of its record, of its step or of its move."""

    id: str
    subject: str
    text: str


class BriefingTold(NamedTuple):
    """Everything told, and how many records were left out because they are private."""

    lines: tuple[BriefingLine, ...]
    left_out: int


def lines_of(situation: Situation, words: Words, *, names: bool, ratings: bool) -> BriefingTold:
    """The lines, in the order they are read: now, the steps, the KPIs, then every record."""
    mission, engagement = Mission(situation, words), situation.engagement
    records, left_out = _records(situation, names=names, ratings=ratings)
    reader = Reader(words, situation.playbook, engagement, records, situation.catalogues)
    lines = [*_now(mission), *_steps(situation, mission), *_kpis(situation, words)]
    for subject, kinds in SUBJECTS:
        for kind in kinds:
            for change in records:
                if change.entity == kind:
                    text = one_line(change_words(change, reader, whole=True), LONG)
                    lines.append(BriefingLine(f"{kind}/{change.entity_id}", subject, text))
    return BriefingTold(tuple(lines), left_out)


def _now(mission: Mission) -> Iterator[BriefingLine]:
    words, today = mission.words, mission.situation.today
    for role in (*mission.leads, EVERYBODY):
        for move in agenda(mission.moves(role), role, week_of(role), today).shown:
            who = words(f"role.{role}")
            who = who[:1].upper() + who[1:]
            parts = [words("briefing.for", who=who, what=mission.reader.title(move))]
            if move.due:
                parts.append(words("board.by", day=plain_date(move.due, words.language)))
            if why := mission.why(move):
                parts.append(why)
            yield BriefingLine(f"move/{move.id}", "now", one_line(" · ".join(parts), LONG))


def _steps(situation: Situation, mission: Mission) -> Iterator[BriefingLine]:
    """Each step of the mission's depth, and any other that something is recorded of."""
    words, known = mission.words, situation.engagement.records("step")
    for each in plan(situation.playbook, situation.engagement, situation.today):
        step, record = each.step, each.record
        if situation.profile.depth != DEPTHS[1] and not step.essential and step.id not in known:
            continue
        stage = situation.playbook.stage(step.stage)
        parts = [
            stage.title if stage else step.stage, step.title, words(f"role.{step.owner}"),
            words(f"step.{each.status}"),
        ]  # fmt: skip
        if each.due:
            parts.append(words("board.by", day=plain_date(each.due, words.language)))
        parts += [said for said in (record.by, record.reason) if said]
        yield BriefingLine(f"step/{step.id}", "steps", one_line(" · ".join(parts), LONG))


def _kpis(situation: Situation, words: Words) -> Iterator[BriefingLine]:
    entries = by_id(situation.catalogues["kpis"])
    for each in follow_up(situation.engagement, entries, words, situation.today):
        stands, now = each.standing, each.standing.current
        value = value_words(now.value if now else None, each.kpi, words)
        day = f" ({plain_date(now.day, words.language)})" if now else ""
        parts = [each.name, value + day]
        if not each.kpi.is_input:
            aim = aim_words(each.kpi, stands.target, words)
            parts += [aim, progress_words(stands, words), status_words(stands, words)]
        text = " · ".join(part for part in parts if part != "—")
        yield BriefingLine(f"kpi/{each.kpi.id}", "kpis", one_line(text, LONG))


def _records(situation: Situation, *, names: bool, ratings: bool) -> tuple[list[Change], int]:
    """Every record as one change that says all it says now; and how many stay."""
    engagement, found, left_out = situation.engagement, list[Change](), 0
    for kind in TOLD:
        if kind in UNTOLD:
            continue
        for entity_id, record in sorted(engagement.records(kind).items()):
            if not record or flag_of(record, "_deleted"):
                continue
            flag = FLAGS.get(kind)
            if (flag and flag_of(record, flag)) or (kind in RATINGS and not ratings):
                left_out += 1
                continue
            fields = _fields(kind, record, names=names)
            if kind == "document" and _is_confided(entity_id, situation.catalogues):
                fields.pop("text", None)
            if fields:
                last = max((field.change for field in record.values()), key=lambda each: each.id)
                whole = last._replace(entity=kind, entity_id=entity_id, base={}, undoes=None)
                found.append(whole._replace(changes=fields))
    return found, left_out


def _is_confided(document_id: str, catalogues: Catalogues) -> bool:
    """Written in confidence: that there is one is told, and not what it says."""
    return kind_named(catalogues, document_id).private


def _fields(kind: str, record: Record, *, names: bool) -> dict[str, Any]:
    out = FIELDS.get(kind, frozenset()) | OUT.get(kind, frozenset())
    if not names:
        out |= WHO.get(kind, frozenset())
    return {
        name: field.value
        for name, field in record.items()
        if name not in out and field.value not in (None, "")
    }
