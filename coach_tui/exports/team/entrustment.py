"""Entrustment decisions in words: what is allowed next time, and a person's dated line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from coach_tui.coach.named import Named, called
from coach_tui.coach.team.entrusted import ProposedLevel
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.entrustment import (
    ALONE,
    Entrustment,
    entrusted_later,
    entrustments_of,
    last_entrusted,
)
from coach_tui.engagement.team.levels import AUTONOMOUS, assessments_of, level_at
from coach_tui.engagement.team.skills import uses_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date

NEXT_WATCHED: Final = 2  # “I stand beside” or less


def next_time(
    engagement: Engagement,
    person: str,
    skill: str,
    today: date,
    words: Words,
    side: str = "cmo",
) -> list[str]:
    """What is allowed next time and by whom, what was decided from a later day on; then where it
    and the level disagree, which is for whoever leads to read (the `side` "cmo").

    Empty where nothing was decided.
    """
    found = last_entrusted(engagement, person, skill, today)
    lines = [_said(found, today, words)] if found else []
    lines += [_to_come(each, words) for each in entrusted_later(engagement, person, skill, today)]
    if found is None or side != "cmo" or not found.holds(today):
        return lines
    rated = level_at(engagement, person, skill, today)
    past = rated.counted if rated else 0
    if past >= AUTONOMOUS and found.number <= NEXT_WATCHED:
        lines.append(words("entrustment.held-back", past=past))
    if past < AUTONOMOUS and found.number >= ALONE:
        lines.append(words("entrustment.no-proof"))
    return lines


def dated_line(
    engagement: Engagement,
    person: str,
    named: Named,
    today: date,
    words: Words,
    side: str = "cmo",
    wanted: str = "",
) -> list[str]:
    """All that was seen of this person and decided about them, a line each, oldest first; in the
    skill `wanted` alone where one is.

    Levels are those of one `side`: neither sees what the other said.
    """
    levels = _levels(engagement, person, side)
    found = [*levels, *_uses(engagement, person), *_decided(engagement, person)]
    lines = []
    for day, _, key, skill, values in sorted(found, key=lambda each: each[:2]):
        if day <= today and wanted in ("", skill):
            said = {name: one_line(str(value), 80) for name, value in values.items()}
            if "allowed" in said:
                said["level"] = words(f"entrustment.level.{said.pop('allowed')}")
            name, when = called(skill, "", named.skills), plain_date(day, words.language)
            lines.append(words(key, day=when, skill=name, **said))
    return lines


def proposed_words(found: ProposedLevel, named: Named, words: Words) -> str:
    """`proposed: 5 agree (next time in Reporting: 4 · does it alone)`."""
    level = f"{found.level} {named.delegation.get(found.level, '')}".strip()
    allowed = words(f"entrustment.level.{found.allowed}")
    skill = called(found.skill, "", named.skills)
    return words("entrustment.proposed", level=level, skill=skill, allowed=allowed)


def _to_come(found: Entrustment, words: Words) -> str:
    level = words(f"entrustment.level.{found.level}")
    since, until = (
        plain_date(day, words.language) if day else "" for day in (found.since, found.until)
    )
    values = {"level": level, "by": one_line(found.by), "since": since, "until": until}
    return _limited(words("entrustment.to-come", **values), found)


def _said(found: Entrustment, today: date, words: Words) -> str:
    level = words(f"entrustment.level.{found.level}")
    until = plain_date(found.until, words.language) if found.until else ""
    if found.withdrawn and found.withdrawn <= today:
        day = plain_date(found.withdrawn, words.language)
        return words("entrustment.withdrawn-on", level=level, day=day, why=one_line(found.why))
    if not found.holds(today):
        return words("entrustment.expired", level=level, until=until)
    said = words("entrustment.next", level=level, by=one_line(found.by), until=until)
    return _limited(said, found)


def _limited(said: str, found: Entrustment) -> str:
    """With what it does not allow."""
    return f"{said} · {one_line(found.limits)}" if found.limits else said


Dated = tuple[date, str, str, str, dict[str, object]]


def _levels(engagement: Engagement, person: str, wanted: str) -> Iterator[Dated]:
    for (who, skill, side), made in assessments_of(engagement).items():
        if who == person and side == wanted:
            for each in made:
                values: dict[str, object] = {"level": each.level, "evidence": each.evidence or "—"}
                yield each.day, each.id, "entrustment.dated-level", skill, values


def _uses(engagement: Engagement, person: str) -> Iterator[Dated]:
    for use in uses_of(engagement):
        if use.person == person:
            values: dict[str, object] = {"evidence": use.note or "—"}
            yield use.day, "", "entrustment.dated-use", use.skill, values


def _decided(engagement: Engagement, person: str) -> Iterator[Dated]:
    for each in entrustments_of(engagement):
        if each.person != person or each.since is None:
            continue
        values: dict[str, object] = {
            "allowed": each.level, "by": each.by, "evidence": each.evidence,
        }  # fmt: skip
        yield each.since, each.id, "entrustment.dated", each.skill, values
        if each.withdrawn:
            said: dict[str, object] = {"why": each.why}
            yield each.withdrawn, each.id, "entrustment.dated-withdrawn", each.skill, said
