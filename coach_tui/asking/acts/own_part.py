"""A member's own word: what she learned, and what blocks her, which the CMO promises to lift."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Asked, deciding
from coach_tui.engagement.change import Decision
from coach_tui.engagement.gesture import together
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.rhythm.meetings import OWN_WORD, log_meeting
from coach_tui.engagement.team.people import people_of
from coach_tui.language import Refusal

WITHIN: Final = timedelta(7)  # days in which what blocks somebody is to be lifted


def open_own_word(opening: Opening) -> Asked:
    """Two questions, of which one may stay empty."""
    person = people_of(opening.engagement).get(opening.id_of("person"))
    if person is None:
        return None
    words, today, name = opening.words, opening.shown.today, person.name

    def decide(answers: Mapping[str, str]) -> Decision:
        said: list[Decision] = []
        if answers["learned"].strip():
            fields = {"kind": OWN_WORD, "who": name, "learned": answers["learned"].strip()}
            said.append(log_meeting(opening.desk.new_id(), fields, today))
        if answers["blocked"].strip():
            what = words("act.own-word.lift", what=answers["blocked"].strip())
            made = promise(opening.desk.new_id(), what, today, to=name, due=today + WITHIN)
            said.append(made.of("blocked") if isinstance(made, Refusal) else made)
        return together(*said) if said else Refusal("refusal.act.own-word").of("learned")

    fields = (
        Field("learned", words("act.own-word.learned")),
        Field("blocked", words("act.own-word.blocked"), hint=words("act.own-word.to-cmo")),
    )
    title, about = words("act.own-word"), words("act.own-word.about")
    return deciding(opening.desk, title, about, fields, decide, person.id)
