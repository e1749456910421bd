"""The team's sheet: coverage by skill, index, delegation, taper. Ratings only if asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from coach_tui.coach.named import Named, Names, called
from coach_tui.coach.team.absence import uncovered_absences
from coach_tui.coach.team.taper import Guard, Taper, passed_guards, taper_of
from coach_tui.engagement.rhythm.planned import phases_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.cover import (
    Cover,
    autonomy_index,
    covers_of,
    departures,
    key_people,
    percent,
    verdict,
)
from coach_tui.engagement.team.levels import level_at, to_reconfirm
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.figures import money
from coach_tui.exports.markdown import escaped
from coach_tui.exports.team.index import index_rows
from coach_tui.exports.team.left_behind import left_behind_lines
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_number

YEAR: Final = timedelta(days=365)


def team_sheet(
    engagement: Engagement,
    company: str,
    today: date,
    named: Named,
    words: Words,
    *,
    ratings: bool = False,
) -> str:
    """The document, in the language of `words`. `ratings` adds who has which level."""
    covers = covers_of(engagement, today)
    parts = [
        [f"# {words('team.sheet', company=escaped(company))}"],
        [words("export.day", day=plain_date(today, words.language))],
        *_cover(engagement, today, covers, named, words, ratings=ratings),
        *_left(engagement, today, named, words),
        *_risks(engagement, covers, named, words, ratings=ratings),
        *(_ratings(engagement, today, named, words) if ratings else ()),
        *_board(engagement, named, words),
        *_taper(engagement, today, named, words),
        *_drills(engagement, words),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _left(engagement: Engagement, today: date, named: Named, words: Words) -> Iterator[list[str]]:
    """What people who leave answered for, to be ticked as someone takes it."""
    for asked, things in left_behind_lines(engagement, today, named, words):
        yield [f"**{escaped(asked)}**", "", *(f"- [ ] {escaped(each)}" for each in things)]


def guard_words(guard: Guard, named: Names, words: Words) -> str:
    """Why the dose is held up, in words; ids said by their names."""
    said = [called(identity, "", named) for identity in guard.values.get("ids", ())]
    number = write_number(guard.values.get("step", 0), words.language)
    return words(f"taper.guard.{guard.key}", names=", ".join(said), n=len(said), step=number)


def index_words(engagement: Engagement, index: float, today: date, words: Words) -> str:
    """The autonomy index, and who left in the year before: a fall then is no fault of coaching."""
    said = words(f"team.verdict.{verdict(index)}")
    parts = [words("team.index", index=percent(index), verdict=said)]
    for person in departures(engagement, today - YEAR, today):
        left = person.gone_since(today)
        day = plain_date(left, words.language) if left else ""
        parts.append(words("team.index-left", name=person.name, day=day))
    return " · ".join(parts)


def _cover(
    engagement: Engagement,
    today: date,
    covers: Sequence[Cover],
    named: Named,
    words: Words,
    *,
    ratings: bool,
) -> Iterator[list[str]]:
    yield [f"## {words('team.cover')}"]
    index = autonomy_index(covers)
    if index is None:
        yield [words("team.no-map")]
        return
    yield [f"**{escaped(index_words(engagement, index, today, words))}**"]
    heads = ("skill", "weight", "autonomous", "method", "external", "share", "label")
    rows = [_cover_row(cover, named, words) for cover in covers]
    weights = sum(cover.skill.weight for cover in covers)
    earned = sum(cover.skill.weight * cover.share for cover in covers)
    yield table([words(f"team.head.{head}") for head in heads], rows)
    values = {"earned": write_number(earned, words.language), "weights": weights}
    yield [words("team.working", **values, index=percent(index))]
    yield [words("team.rule", star="★")]
    if months := index_rows(engagement, today, words, named=ratings):
        yield [f"## {words('team.index-months')}"]
        dated = ("index-day", "index", "index-moved")
        yield table([words(f"team.head.{head}") for head in dated], months)


def _cover_row(cover: Cover, named: Named, words: Words) -> list[str]:
    star = " ★" if cover.skill.critical else ""
    return [
        escaped(called(cover.skill.id, cover.skill.name, named.skills)) + star,
        str(cover.skill.weight),
        f"{len(cover.autonomous)}/{cover.target}",
        words("team.yes") if cover.method_used else "—",
        words("team.yes") if cover.external else "—",
        words("team.percent", n=percent(cover.share)),
        words(f"team.label.{cover.label}"),
    ]


def _risks(
    engagement: Engagement, covers: Sequence[Cover], named: Named, words: Words, *, ratings: bool
) -> Iterator[list[str]]:
    labels = labels_of(people_of(engagement).values())
    lines = []
    for person, skills in key_people(covers).items():
        said = ", ".join(escaped(called(skill, "", named.skills)) for skill in skills)
        who = escaped(labels[person]) if ratings else words("team.one-person")
        lines.append(f"- {words('team.key-person', person=who, skills=said)}")
    for cover in covers:
        if cover.skill.critical and not cover.autonomous:
            name = escaped(called(cover.skill.id, cover.skill.name, named.skills))
            lines.append(f"- {words('report.uncovered', skill=name)}")
    if lines:
        yield [f"## {words('team.risks')}"]
        yield lines


def _ratings(
    engagement: Engagement, today: date, named: Named, words: Words
) -> Iterator[list[str]]:
    """People × skills. A level to reconfirm is followed by a question mark."""
    people = [each for each in people_of(engagement).values() if each.there(today)]
    labels = labels_of(people)
    covers = covers_of(engagement, today)
    if not people or not covers:
        return
    yield [f"## {words('team.ratings')}"]
    rows = []
    for cover in covers:
        skill = cover.skill
        row = [escaped(called(skill.id, skill.name, named.skills))]
        for person in people:
            rated = level_at(engagement, person.id, skill.id, today)
            doubt = "?" if to_reconfirm(engagement, person.id, skill.id, today) else ""
            row.append(f"{rated.level}{doubt}" if rated else "—")
        rows.append(row)
    heads = [words("team.head.skill"), *(escaped(labels[person.id]) for person in people)]
    yield table(heads, rows)
    yield [words("team.ratings-note")]


def _board(engagement: Engagement, named: Named, words: Words) -> Iterator[list[str]]:
    board = board_of(engagement)
    if not board:
        return
    labels = labels_of(people_of(engagement).values())
    rows = [
        [
            escaped(named.decisions.get(line.decision, line.decision)),
            escaped(labels.get(line.person, "")) or "—",
            _level(line.now, named),
            _level(line.wanted, named),
        ]
        for line in board.values()
    ]
    yield [f"## {words('team.board')}"]
    yield table([words(f"team.head.{head}") for head in ("decision", "who", "now", "wanted")], rows)


def _taper(engagement: Engagement, today: date, named: Named, words: Words) -> Iterator[list[str]]:
    taper = taper_of(engagement, today)
    phases = phases_of(engagement)
    left = left_on(engagement, today)
    if taper.suggested is None and not phases:
        return
    yield [f"## {words('taper.title')}"]
    if left or taper.suggested is not None:
        yield [escaped(taper_words(taper, left, words))]
    names = {**named.skills, **named.kpis}
    if taper.guards:
        yield [f"- {escaped(guard_words(guard, names, words))}" for guard in taper.guards]
    if passed := passed_lines(engagement, today, names, words):
        yield [f"- {escaped(each)}" for each in passed]
    if phases:
        rows = [
            [
                plain_date(phase.start, words.language),
                write_number(phase.days_per_week, words.language),
                write_number(round(phase.days, 1), words.language),
                money(phase.cost, words) if phase.cost is not None else "—",
            ]
            for phase in phases
        ]
        yield table([words(f"taper.head.{head}") for head in ("from", "dose", "days", "cost")],
                    rows)  # fmt: skip
    yield [words("taper.rule")]


def passed_lines(engagement: Engagement, today: date, names: Names, words: Words) -> list[str]:
    """What went ahead against a guard, and the reason that was kept: days a week that came down,
    an absence planned while critical skills rest on one person."""
    lines = []
    for passed in passed_guards(engagement, today):
        held = [
            words("taper.held.pace")
            if guard.key == "pace"
            else ", ".join(called(each, "", names) for each in guard.values["ids"])
            for guard in passed.guards
        ]
        day = plain_date(passed.dose.since, words.language)
        why = passed.dose.why or words("taper.held.no-reason")
        lines.append(words("taper.passed", day=day, what=" · ".join(held), why=why))
    people = labels_of(people_of(engagement).values())
    for drill, alone in uncovered_absences(engagement, today):
        values = {
            "person": people.get(drill.person, words("role.cmo")),
            "start": plain_date(drill.start, words.language),
            "end": plain_date(drill.end, words.language),
            "what": ", ".join(called(each, "", names) for each in alone),
            "why": drill.note or words("taper.held.no-reason"),
        }
        lines.append(words("taper.absent", **values))
    return lines


def taper_words(taper: Taper, left: date | None, words: Words) -> str:
    """The dose suggested, in a sentence; that there is none any more once the CMO left."""
    if left:
        return words("taper.left", day=plain_date(left, words.language))
    if taper.suggested is None or taper.current is None or taper.autonomy is None:
        return words("taper.unknown")
    suggested, current = (dose_words(each, words) for each in (taper.suggested, taper.current))
    same = abs(taper.suggested - taper.current) < 0.01
    key = "taper.stay" if same else "taper.suggest"
    return words(key, index=percent(taper.autonomy), current=current, suggested=suggested)


def dose_words(days_per_week: float, words: Words) -> str:
    """Days a week; under half a day a week, days a month."""
    if 0 < days_per_week < 0.5:
        monthly = round(days_per_week * 52 / 12, 1)
        return words("taper.month", n=monthly, days=write_number(monthly, words.language))
    number = write_number(round(days_per_week, 2), words.language)
    return words("taper.week", n=days_per_week, days=number)


def _drills(engagement: Engagement, words: Words) -> Iterator[list[str]]:
    drills = drills_of(engagement)
    if not drills:
        return
    labels = {"cmo": words("role.cmo"), **labels_of(people_of(engagement).values())}
    yield [f"## {words('team.drills')}"]
    yield [
        "- "
        + words(
            "team.drill-line",
            person=escaped(labels.get(drill.person, "")),
            start=plain_date(drill.start, words.language),
            end=plain_date(drill.end, words.language),
            result=words(f"team.result.{drill.result}"),
        )
        + (f" — {escaped(drill.note)}" if drill.note else "")
        for drill in drills
    ]


def _level(level: int, named: Named) -> str:
    name = named.delegation.get(level, "")
    return f"{level} {escaped(name)}".strip()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A GFM table. Cells must already be escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(line)} |" for line in lines]
