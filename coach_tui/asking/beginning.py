"""The beginning: where are you? Then who, and from the day it is signed, what dates the steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from coach_tui.asking.answers import choice_field, day_field
from coach_tui.asking.field import Field
from coach_tui.engagement.change import Decision
from coach_tui.engagement.profile import BEGINNINGS, begin
from coach_tui.language import Refusal, Words
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import read_plain_number

UNDATED: Final = ("thinking", "looking")  # nothing is signed: there is no first day to give
SUCCESSOR: Final = "successor"
ROLES: Final = ("founder", "cmo")


def beginning_fields(words: Words, today: date) -> tuple[Field, ...]:
    """Everything the beginning asks."""
    roles = tuple((role, words(f"role.{role}")) for role in ROLES)
    return (
        Field("company", words("profile.company")),
        choice_field("where", words("welcome.where"), "signed", BEGINNINGS, "welcome.where.",
                     words),
        Field("person", words("welcome.person"), hint=words("welcome.optional")),
        Field("role", words("profile.role"), "founder", "choice", roles),
        day_field("first_day", words("profile.first_day"), _first_day("signed", today), "near",
                  words("welcome.first-day.proposed"))._replace(
            proposed=lambda answers: _first_day(answers["where"], today).isoformat()
        ),
        Field("days_per_week", words("profile.days_per_week"), "2"),
    )  # fmt: skip


def asked_of(answers: Mapping[str, str]) -> dict[str, bool]:
    """Which answers that hang on where one is are asked for: the role, and what dates the steps.

    Who takes over is the successor, says their own first day, and sells no days a week.
    """
    dated, takes_over = answers["where"] not in UNDATED, answers["where"] == SUCCESSOR
    return {
        "role": not takes_over,
        "first_day": dated,
        "days_per_week": dated and not takes_over,
    }


def actor_of(answers: Mapping[str, str]) -> str:
    """Who begins it: the role, and the name where one was given; who takes over, the successor."""
    role = SUCCESSOR if answers["where"] == SUCCESSOR else answers["role"]
    person = answers["person"].replace("/", " ").strip()
    return f"{role}/{person}" if person else role


def begun_from(answers: Mapping[str, str], words: Words, today: date) -> Decision:
    """The decision that begins an engagement from these answers."""
    where, role = answers["where"], actor_of(answers).partition("/")[0]
    if where in UNDATED:
        return begin(answers["company"], None, None, role, where)
    first_day = read_date(answers["first_day"], words.language, today)
    if isinstance(first_day, Refusal):
        return first_day.of("first_day")
    if where == SUCCESSOR:
        return begin(answers["company"], first_day, None, role, where)
    days = read_plain_number(answers["days_per_week"])
    if days is None:
        unread = {"text": answers["days_per_week"][:40]}
        return Refusal("refusal.profile.days-unread", unread, "days_per_week")
    return begin(answers["company"], first_day, days, role, where)


def _first_day(where: str, today: date) -> date:
    """Proposed: what is signed and has not begun does not begin today, but next Monday."""
    return today + timedelta(7 - today.weekday()) if where == "signed" else today
