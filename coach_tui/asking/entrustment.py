"""How much someone is watched next time, as questions: decided, or taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from coach_tui.asking.called import named
from coach_tui.asking.form import Form, form_from
from coach_tui.coach.named import called
from coach_tui.coach.team.entrusted import evidence_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.entrustment import (
    Entrustment,
    entrust,
    last_entrusted,
    withdraw,
)
from coach_tui.view_state import Shown

ASKED: Final = ("level", "evidence", "by", "formal", "since", "until", "limits")
REVIEW: Final = timedelta(days=180)  # how long one holds, unless said otherwise (ours)


def entrust_form(shown: Shown, new_id: str, person: str, skill: str) -> Form:
    """A decision, starting from what the last one allowed and what was seen since."""
    engagement, today = shown.engagement, shown.today
    last = last_entrusted(engagement, person, skill, today)
    offered = Entrustment(
        new_id, person=person, skill=skill, level=last.level if last else "1",
        evidence=evidence_of(engagement, person, skill, today), since=today, until=today + REVIEW,
    )  # fmt: skip
    return form_from(
        shown.words("entrustment"), offered, ASKED, shown.words, today,
        lambda said: _decided(engagement, offered, said, shown), new=True,
    )  # fmt: skip


def entrust_about(shown: Shown, person: str, skill: str) -> str:
    """Whom and what it is about."""
    names = named(shown)
    said = {"person": names.people.get(person, ""), "skill": called(skill, "", names.skills)}
    return shown.words("entrustment.about", **said)


def withdraw_form(shown: Shown, known: Entrustment) -> Form:
    """Taken back, and why."""

    def decide(said: Mapping[str, Any]) -> Decision:
        return withdraw(shown.engagement, known.id, str(said.get("why") or ""), shown.today)

    return form_from(
        shown.words("entrustment.withdraw"), known, ("why",), shown.words, shown.today, decide,
    )  # fmt: skip


def _decided(
    engagement: Engagement, offered: Entrustment, said: Mapping[str, Any], shown: Shown
) -> Decision:
    fields = {name: value for name, value in offered._asdict().items() if name != "id" and value}
    return entrust(engagement, offered.id, {**fields, **said}, shown.today)
