"""The mission's frame, asked again: everything the welcome asked, and what dates and costs need."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from coach_tui.asking.answers import day_field, field_for
from coach_tui.asking.field import Field
from coach_tui.coach.typed import read_answers
from coach_tui.engagement.fields import differing, fields_of
from coach_tui.engagement.profile import Profile
from coach_tui.language import Refusal, Words

# Asked elsewhere: at the beginning, on the screens of the framing and the end, by a key.
_ELSEWHERE: Final = {
    "role", "sector", "depth", "archived", "beginning", "exit_scenario", "finished",
}  # fmt: skip
# Nothing can be dated without them: an emptied answer does not empty these.
_KEPT: Final = {"first_day": "refusal.dates.empty", "days_per_week": "refusal.number.empty"}


def profile_fields(profile: Profile, words: Words) -> tuple[Field, ...]:
    """The questions, with what is known already, in the words of this mission's currency."""
    words = words.counting_in(profile.currency)
    asked = (spec for name, spec in fields_of(Profile).items() if name not in _ELSEWHERE)
    fields = (field_for(spec, getattr(profile, spec.name), words) for spec in asked)
    usual = words("profile.planned_end.usual")
    return tuple(
        each._replace(hint=usual) if each.name == "planned_end" else each for each in fields
    )


def edit_fields(profile: Profile, words: Words) -> tuple[Field, ...]:
    """The same questions, and from which day a new first day or new days a week hold."""
    since = day_field("since", words("profile.since"), None, "near")
    return (*profile_fields(profile, words), since, Field("why", words("profile.why")))


def read_profile(
    answers: dict[str, str], profile: Profile, words: Words, today: date
) -> dict[str, Any] | Refusal:
    """What differs from what is known, by field; or which answer can't be read, and why.

    An emptied answer empties its field, but the name, the first day and the dose must stay.
    """
    shown = {field.name: field.value for field in profile_fields(profile, words)}
    touched = {name: text for name, text in answers.items() if text.strip() != shown[name]}
    words = words.counting_in(answers["currency"])
    said = read_answers(fields_of(Profile), touched, words, today)
    if isinstance(said, Refusal):
        return said
    for name, reason in _KEPT.items():
        if name in said and said[name] is None:
            return Refusal(reason).of(name)
    return differing(profile, said)
