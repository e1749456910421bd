"""Erasing one client from this computer, from the app: what goes is shown, its name confirms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.forgetting import clients_named, files_of, forget, shared_in
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.store.errors import StoreError
from coach_tui.ui.choices import Choices
from coach_tui.ui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def ask_to_forget(app: Going) -> None:
    """Show every file that holds anything of the open client; erase them once its name is typed."""
    words = app.words
    try:
        [client] = clients_named(app.home, app.engagement_id)
        found = files_of(app.home, client)
    except ValueError:  # none of this id any more, or one that can't be told from another
        app.warn(Refusal("refusal.backup.no-client", {"wanted": app.engagement_id}))
        return
    except StoreError as error:
        app.warn(error.refusal)
        return
    name = one_line(client.company, 60) or client.files[0].stem

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        if not client.is_named(answers["name"]):
            return Refusal("refusal.backup.not-named", {"company": name}).of("name")
        try:
            forget(app.home, client)
        except StoreError as error:
            return error.refusal
        app.choices = Choices(app.home.settings)
        app.session = None  # at once: nothing may be saved for it any more
        return None

    def answered(erased: bool | None) -> None:
        if erased:
            app.close_engagement()
            app.notify(words("backup.forgotten", company=name), markup=False)

    place = shared_in(app.home, client)
    about = "\n".join((
        words("backup.forget-would", company=name, n=len(found)),
        *(f"  {path}" for path in found),
        words("backup.forget-also"),
        words("backup.forget-not-reached", folder=str(app.home.engagements)),
        *([words("backup.forget-shared", folder=one_line(place))] if place else []),
    ))  # fmt: skip
    title = words("backup.forget-palette", company=name)
    fields = (Field("name", words("backup.forget-type", company=name)),)
    sheet = Sheet(title, about, fields, submit, deed="form.erase")
    app.push_screen(FormDialog(sheet, words, app.now().date()), answered)
