"""Who works here, from the app: the role and the name that every change says from now on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.actor import hand_of, named, read_actor
from coach_tui.engagement.profile import ROLES
from coach_tui.language import Refusal
from coach_tui.ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def ask_who(app: Going) -> None:
    """Ask for both; nothing recorded changes."""
    words, known = app.words, read_actor(hand_of(app.actor))

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        actor = named(answers["role"], answers["person"])
        if isinstance(actor, Refusal):
            return actor
        app.sign_as(actor)
        return None

    roles = tuple((role, words(f"role.{role}")) for role in ROLES)
    fields = (
        Field("person", words("welcome.person"), known.name, hint=words("welcome.optional")),
        Field("role", words("profile.role"), known.role, "choice", roles),
    )
    sheet = Sheet(words("palette.who"), words("palette.who.about"), fields, submit)
    app.push_screen(FormDialog(sheet, words, app.now().date()))
