"""The mission's frame, asked again: everything the welcome asked, and what dates and costs need."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from coach_tui.asking.answers import day_field
from coach_tui.asking.field import Field
from coach_tui.engagement.profile import AMOUNTS, Profile
from coach_tui.language import Refusal, Words
from coach_tui.language.dates import Sense, read_date
from coach_tui.language.numbers import read_number, write_number

DAYS: Final = ("first_day", "planned_end", "successor_first_day")
NUMBERS: Final = ("days_per_week", "headcount", *AMOUNTS)


def profile_fields(profile: Profile, words: Words) -> tuple[Field, ...]:
    """The questions, with what is known already."""

    def question(name: str) -> Field:
        value = getattr(profile, name)
        if name in DAYS:
            sense: Sense = "near" if name == "first_day" else "ahead"
            return day_field(name, words(f"profile.{name}"), value, sense)
        if isinstance(value, int | float):
            value = write_number(value, words.language)
        return Field(name, words(f"profile.{name}"), value or "")

    return tuple(question(name) for name in ("company", *DAYS, *NUMBERS))


def edit_fields(profile: Profile, words: Words) -> tuple[Field, ...]:
    """The same questions, and from which day a new first day or new days a week hold."""
    since = day_field("since", words("profile.since"), None, "near")
    return (*profile_fields(profile, words), since, Field("why", words("profile.why")))


def read_profile(
    answers: dict[str, str], profile: Profile, words: Words, today: date
) -> dict[str, object] | Refusal:
    """What differs from what is known, by field; or which answer can't be read, and why.

    An emptied answer empties its field, but the name, the first day and the dose must stay.
    """
    before = {field.name: field.value for field in profile_fields(profile, words)}
    changed: dict[str, object] = {}
    for name, text in answers.items():
        if text.strip() == before[name]:
            continue
        read = _read(name, text, words, today)
        if isinstance(read, Refusal):
            return read.of(name)
        changed[name] = read
    return changed


def _read(name: str, text: str, words: Words, today: date) -> object:
    if name == "company":
        return text.strip()
    if not text.strip() and name not in ("first_day", "days_per_week"):
        return None
    if name in DAYS:
        return read_date(text, words.language, today)
    number = read_number(text, words.language)
    return float(number) if isinstance(number, Decimal) else number
