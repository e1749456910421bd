"""A text taken out of the app: named, read, then written; never over another file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.language import Refusal
from coach_tui.places import Home, is_within
from coach_tui.session import slug_of
from coach_tui.store.documents import check_name, file_named, free_name, write_document
from coach_tui.store.errors import StoreError
from coach_tui.store.looking import is_folder

if TYPE_CHECKING:
    from coach_tui.ui.session_app import Work


class ReadyToGo(NamedTuple):
    """A text ready to go: what it is called, what its file is, its text in each format, and what
    was left out of it."""

    title: str
    named: str
    formats: tuple[str, ...]
    made: Callable[[str], str]
    said_apart: str = ""


def take_out(app: "Work", leaving: ReadyToGo) -> None:
    """Ask in which format and to which file; show it, then write it."""
    from coach_tui.ui.dialogs.form import FormDialog

    words, formats = app.words, leaving.formats
    name = f"{slug_of(leaving.named)}.{formats[0]}"
    proposed = free_name(Path.cwd() / name)
    fields = [Field("path", words("handout.ask.path"), str(proposed))]
    if len(formats) > 1:
        named = tuple((each, words(f"handout.format.{each}")) for each in formats)
        label = words("handout.ask.format")
        fields.insert(0, Field("format", label, formats[0], "choice", named))

    def submit(answers: dict[str, str]) -> Refusal | None:
        shape = answers.get("format", formats[0])
        try:
            path = file_for(app.home, answers["path"], shape, proposed)
        except StoreError as error:
            return error.refusal.of("path")
        app.call_later(show_then_write, app, path, leaving.made(shape), leaving.said_apart)
        return None

    sheet = Sheet(leaving.title, "", tuple(fields), submit, deed="form.preview")
    app.push_screen(FormDialog(sheet, words, app.now().date()))


def file_for(home: Home, said: str, shape: str, proposed: Path) -> Path:
    """The file these words name; one that nobody renamed, or a folder's, ends as its format does.

    Raises StoreError where nothing can be written there, or it is among our own files.
    """
    path = file_named(said)
    if path == proposed or not (path.suffix or is_folder(path)):
        path = free_name(path.with_suffix(f".{shape}"))
    if is_within(path, home):
        raise StoreError(path, "refusal.export.ours")
    check_name(path)  # before it is read through, not after
    return path


def show_then_write(
    app: "Work",
    path: Path,
    text: str,
    said_apart: str = "",
    written: Callable[[], Refusal | None] = lambda: None,
) -> None:
    """Show this text, then write it once that is agreed to; `written` notes that it was."""
    from coach_tui.ui.dialogs.preview import PreviewDialog

    def answered(yes: bool | None) -> None:
        if not yes:
            return
        try:
            write_document(path, text)
        except StoreError as error:
            app.warn(error.refusal)
            return
        if refusal := written():
            app.warn(refusal)
        else:
            app.tell("app.exported", file=str(path))

    shown = f"{said_apart}\n\n{text}" if said_apart else text
    app.push_screen(
        PreviewDialog(path.name, shown, app.words, app.words("handout.write")), answered
    )
