"""What was recorded, counted for the readiness score and for the exit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from coach_tui.coach.readiness import CountedPart, Readiness, ReadinessCounts, readiness
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.readings import latest
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.kpi.status import is_stale, rules_of
from coach_tui.engagement.rhythm.occurrences import WINDOW, occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.exit import AccessLine, Exit, exit_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.taker import taker_there

BACKUP: Final = 2  # the level from which someone can stand in


def readiness_of(engagement: Engagement, today: date) -> Readiness:
    """How ready the function is to be handed over, by what is recorded."""
    return readiness(records_of(engagement, today))


def records_of(engagement: Engagement, today: date) -> ReadinessCounts:
    """The counts behind the score. A gate of which nothing is recorded is not met: None."""
    cover, backups, reached = _skills(engagement, today)
    documents = nine_of(engagement).values()
    lines = _lines(engagement)
    contacts = contacts_of(engagement)
    board = board_of(engagement).values()
    return ReadinessCounts(
        cover=cover,
        backups=backups,
        documents=_part(document.verified for document in documents),
        fresh=_fresh(engagement, today),
        months=sum(report.sent_by_team for report in reports_of(engagement).values()),
        accesses=_part(line.company_owned for line in lines),
        rituals=_rituals(engagement),
        decisions=_part(line.delegated for line in board),
        contacts=_part(contact.introduced for contact in contacts),
        ownership=not any(line.of_cmo_alone for line in lines) if lines else None,
        successor=bool(taker_there(engagement, today)),
        skills=reached,
        loops=loops_of(engagement).settled,
        absence=passed_test(engagement) is not None,
    )


def leaving(engagement: Engagement) -> Exit:
    """The exit, with the lines of the access ledger."""
    return exit_of(engagement, [_exit_line(line) for line in _lines(engagement)])


def open_accesses(engagement: Engagement) -> tuple[Access, ...]:
    """Those the CMO can still enter and that nobody decided to keep, with the reason why."""
    return tuple(
        line
        for line in _lines(engagement)
        if line.open and not (line.exit == "keep" and line.keep_reason)
    )


def sole_owned(engagement: Engagement) -> tuple[str, ...]:
    """The tools that are in the CMO's name alone."""
    return tuple(line.tool for line in _lines(engagement) if line.of_cmo_alone)


def _skills(engagement: Engagement, today: date) -> tuple[CountedPart, CountedPart, bool | None]:
    """Critical skills covered, those with a second person, and whether each is reached at all."""
    critical = [cover for cover in covers_of(engagement, today) if cover.skill.critical]
    team = [person for person in people_of(engagement).values() if person.covers(today)]
    able = []
    for cover in critical:
        levels = (level_at(engagement, person.id, cover.skill.id, today) for person in team)
        able.append(sum(rated is not None and rated.counted >= BACKUP for rated in levels))
    return (
        _part(bool(cover.autonomous) for cover in critical),
        _part(people >= 2 for people in able),
        all(able) if able else None,
    )


def _fresh(engagement: Engagement, today: date) -> CountedPart:
    rules, fresh = rules_of(engagement), []
    for kpi in followed(engagement):
        current = latest(counted_readings(engagement, kpi), today)
        fresh.append(current is not None and not is_stale(kpi, current, today, rules))
    return _part(fresh)


def _rituals(engagement: Engagement) -> CountedPart:
    """The last eight occurrences that took place, of any ritual: how many the team ran."""
    held = [each for all_ in occurrences_of(engagement).values() for each in all_]
    last = sorted((each for each in held if each.result == "held"), key=lambda each: each.day)
    if not last:
        return CountedPart(0, 0)
    return CountedPart(sum(each.run_by == "team" for each in last[-WINDOW:]), WINDOW)


def _lines(engagement: Engagement) -> list[Access]:
    return [line for line in accesses_of(engagement).values() if line.state != "na"]


def _exit_line(line: Access) -> AccessLine:
    return AccessLine(
        tool=line.tool,
        transfer=line.exit == "transfer" or line.cmo_owns,
        transferred=line.transferred_on is not None,
        removed=line.gone,
        verified=line.state == "exit-verified",
        kept=line.keep_reason if line.exit == "keep" else "",
    )


def _part(answers: Iterable[bool]) -> CountedPart:
    listed = list(answers)
    return CountedPart(sum(listed), len(listed))
