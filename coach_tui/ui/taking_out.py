"""Taking a document out: choose its language and its file, read it first, then write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.language import LANGUAGES, Language, Refusal
from coach_tui.session import slug_of
from coach_tui.store.documents import check_name, file_named, write_document
from coach_tui.store.errors import StoreError

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp

Make = Callable[[Language, dict[str, str]], str]


def take_out(app: CoachApp, title: str, name: str, more: tuple[Field, ...], make: Make) -> None:
    """Ask, preview what `make` gives for the language and the other answers, write on a yes."""
    from coach_tui.ui.dialogs.form import FormDialog
    from coach_tui.ui.dialogs.preview import PreviewDialog

    words, session = app.words, app.session
    if session is None:
        return
    file = Path.cwd() / f"{slug_of(session.profile.company)}-{name}.md"
    languages = tuple((each, words(f"language.{each}")) for each in LANGUAGES)
    fields = (
        Field("language", words("form.export.language"), words.language, "choice", languages),
        *more,
        Field("path", words("form.export.path"), str(file)),
    )

    def preview(answers: dict[str, str]) -> Refusal | None:
        language = next(each for each in LANGUAGES if each == answers["language"])
        text = make(language, answers)
        try:
            path = file_named(answers["path"])
            if path == file and answers.get("format") == "html":
                path = path.with_suffix(".html")  # nobody renamed what was proposed
            check_name(path)  # before it is read through, not after
        except StoreError as error:
            return error.refusal.of("path")

        def answered(yes: bool | None) -> None:
            if yes:
                write(path, text)

        dialog = PreviewDialog(path.name, text, words, yes=words("frame.write"))
        app.call_later(app.push_screen, dialog, answered)
        return None

    def write(path: Path, text: str) -> None:
        try:
            write_document(path, text)
        except StoreError as error:
            app.warn(words(error.reason, **error.values))
        else:
            app.tell("frame.saved-as", path=str(path))

    today = app.now().date()
    app.push_screen(FormDialog(title, "", fields, preview, words, today, "form.preview"))
