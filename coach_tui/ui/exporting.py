"""Taking a document out: what to say of it, its language and its file; read, then written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import load_playbook
from coach_tui.exports.handouts import HANDOUTS, READ, Handout, Option
from coach_tui.handed_out import HandingOut
from coach_tui.language import LANGUAGES, Language, Refusal
from coach_tui.places import local_zone
from coach_tui.session import Session, slug_of
from coach_tui.store.documents import free_name, write_document
from coach_tui.store.errors import StoreError
from coach_tui.ui.taking_out import file_for, show_then_write

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def export(app: Going, name: str, known: Mapping[str, str]) -> None:
    """Ask what can be said of this document, starting from what is known; then take it out."""
    from coach_tui.ui.dialogs.form import FormDialog

    words, session, handout = app.words, app.session, HANDOUTS[name]
    if session is None:
        return
    file = _proposed(session.profile.company, handout, known)
    fields = _fields(app, handout, known, file)

    def submit(answers: dict[str, str]) -> Refusal | None:
        return _take_out(app, session, handout, answers, file)

    deed = "form.preview" if handout.formats[0] in READ else "form.write"
    key = f"handout.about.{name}"
    about = "" if (said := words(key)) == key else said
    sheet = Sheet(words(f"handout.title.{name}"), about, fields, submit, deed=deed)
    app.push_screen(FormDialog(sheet, words, app.now().date()))


def handing_out(app: Going, session: Session, language: Language) -> HandingOut:
    """The documents of this engagement, in this language."""
    playbook, _ = load_playbook(language, app.playbook_folder)
    return HandingOut(app.home, session, playbook, app.words.speaking(language), app.now)


def _take_out(
    app: Going, session: Session, handout: Handout, answers: dict[str, str], proposed: Path
) -> Refusal | None:
    """Make the document; show what people read before it is written, and write the rest."""
    language = next(each for each in LANGUAGES if each == answers["language"])
    making = handing_out(app, session, language)
    made = making.make(handout.name, answers)
    if isinstance(made, Refusal):
        return made
    shape = answers.get("format", handout.formats[0])
    try:
        path = file_for(app.home, answers["path"], shape, proposed)
        if shape not in READ:
            write_document(path, made.text)
            making.written()
    except StoreError as error:
        return error.refusal.of("path")
    if shape in READ:
        look = making.to_look_at(made)
        app.call_later(show_then_write, app, path, made.text, look, making.written)
    else:
        app.tell("app.exported", file=str(path))
    return None


def _proposed(company: str, handout: Handout, known: Mapping[str, str]) -> Path:
    about = known.get("stage") or handout.name
    return free_name(Path.cwd() / f"{slug_of(company)}-{about}.{handout.formats[0]}")


def _fields(
    app: Going, handout: Handout, known: Mapping[str, str], file: Path
) -> tuple[Field, ...]:
    words = app.words
    languages = tuple((each, words(f"language.{each}")) for each in LANGUAGES)
    formats = tuple((each, words(f"handout.format.{each}")) for each in handout.formats)
    asked = [_field(app, option, known.get(option.name, "")) for option in handout.options]
    if len(formats) > 1:
        label, usual = words("handout.ask.format"), handout.formats[0]
        asked.insert(0, Field("format", label, usual, "choice", formats))
    return (
        *asked,
        Field("language", words("handout.ask.language"), words.language, "choice", languages),
        Field("path", words("handout.ask.path"), str(file)),
    )


def _field(app: Going, option: Option, value: str) -> Field:
    words, label = app.words, app.words(f"handout.ask.{option.name}")
    if option.kind == "line":
        return Field(option.name, label, local_zone(os.environ) if option.name == "zone" else value)
    if option.kind == "stages":
        stages = ((stage.id, stage.title) for stage in app.playbook.stages)
        every = ("", words("handout.stage.all"))
        return Field(option.name, label, value, "choice", (every, *stages))
    if option.kind == "choice":
        named = tuple((each, words(f"handout.{option.name}.{each}")) for each in option.values)
        usual = app.session.profile.depth if app.session else option.values[0]
        return Field(option.name, label, value or usual, "choice", named)
    yes_no = tuple((each, words(f"form.{each}")) for each in ("no", "yes"))
    return Field(option.name, label, value or "no", "choice", yes_no)
