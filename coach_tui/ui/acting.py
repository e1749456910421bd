"""Doing what an act asks, in the app: its questions one dialog after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several, Sheet
from coach_tui.language.fold import folded
from coach_tui.ui.dialogs.find import Choice, FindDialog, Picked
from coach_tui.ui.plain import line

if TYPE_CHECKING:
    from coach_tui.ui.dialogs.form import FormDialog
    from coach_tui.ui.navigation import Going


def act(app: Going, asked: Asked) -> None:
    """Ask it: questions, a choice first, several at once, or the place where it is done."""
    if isinstance(asked, Sheet) and asked.page:
        write(app, asked.page)
    elif isinstance(asked, Sheet):
        app.push_screen(dialog_of(app, asked))
    elif isinstance(asked, Several):
        from coach_tui.ui.dialogs.several import SeveralDialog

        app.push_screen(SeveralDialog(asked, app.words))
    elif isinstance(asked, Pick):
        _pick(app, asked)
    elif isinstance(asked, AtScreen):
        app.go_to_record(asked.screen, asked.record, asked.kind)
    else:
        app.tell("act.nothing")


def write(app: Going, document_id: str) -> None:
    """Write this document."""
    from coach_tui.ui.screens.document import DocumentScreen

    if app.shown:
        app.push_screen(DocumentScreen(app, app.shown, document_id, act))


def dialog_of(app: Going, sheet: Sheet, engagement: str = "") -> FormDialog:
    """Its questions; the next ones of the same sitting take their place once they are saved.

    engagement  whose they are, where it is not the one that is open.
    """
    from coach_tui.asking.kept_answers import KeptAnswers
    from coach_tui.ui.dialogs.form import FormDialog  # 13 ms, not before the first frame

    def follow() -> FormDialog | None:
        following = sheet.then() if sheet.then else None
        if isinstance(following, Sheet) and not following.page:
            return dialog_of(app, following, engagement)
        if following:
            app.call_later(act, app, following)
        return None

    kept = KeptAnswers.of(app, sheet, engagement)
    return FormDialog(sheet, app.words, app.now().date(), kept=kept, follow=follow)


def _pick(app: Going, pick: Pick) -> None:
    """Letters narrow the list; where words of one's own are taken, the last line takes them."""

    def search(letters: str) -> list[Choice]:
        sought = folded(letters).split()
        return [
            Choice(f"={value}", line(said))
            for value, said in pick.options
            if all(word in folded(said) for word in sought)
        ]

    def chosen(answer: Picked | None) -> None:
        if answer is None:
            return
        if answer.id:
            act(app, pick.then(answer.id.removeprefix("=")))
        elif pick.free and answer.typed:
            act(app, pick.then(answer.typed))

    free = (lambda typed: line(f"+ {typed}")) if pick.free else None
    title = f"{pick.title} · {pick.about}" if pick.about else pick.title
    hint = pick.free or app.words("act.letters")
    app.push_screen(FindDialog(app.words, title, hint, search, free), chosen)
