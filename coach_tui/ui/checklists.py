"""Exporting a checklist and reading one back, from the app."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.bundled import load_playbook
from coach_tui.coach.plan import retired, shown
from coach_tui.engagement.step import steps_of
from coach_tui.exports.checklist import Handout, checklist
from coach_tui.exports.checklist_reading import Reading, decide, read_checklist
from coach_tui.exports.step_marks import MARKS
from coach_tui.language import LANGUAGES, Refusal
from coach_tui.session import slug_of
from coach_tui.store.documents import file_named, read_document, write_document
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import Field, FormDialog
from coach_tui.ui.dialogs.preview import PreviewDialog

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


def export_checklist(app: Going) -> None:
    """Ask which steps, in which language, to which file; then write it."""
    words, session = app.words, app.session
    stage = app.place.stage_of(app.playbook)
    if session is None or stage is None:
        return
    yes_no = (("no", words("form.no")), ("yes", words("form.yes")))
    which = (
        ("stage", f"{words('form.export.this-stage')} · {stage.title}"),
        ("all", words("form.export.all")),
    )
    file = free_name(Path.cwd() / f"{slug_of(session.profile.company)}-{stage.id}.md")
    fields = (
        Field("which", words("form.export.which"), "stage", "choice", which),
        Field(
            "language",
            words("form.export.language"),
            words.language,
            "choice",
            tuple((each, words(f"language.{each}")) for each in LANGUAGES),
        ),
        Field("clean", words("form.export.clean"), "no", "choice", yes_no),
        Field("path", words("form.export.path"), str(file)),
    )

    def write(answers: dict[str, str]) -> Refusal | None:
        try:
            path = file_named(answers["path"])
            write_document(path, checklist_text(app, answers))
        except StoreError as error:
            return error.refusal.of("path")
        app.tell("app.exported", file=str(path))
        return None

    title, today = words("form.export"), app.now().date()
    app.push_screen(FormDialog(title, "", fields, write, words, today, "form.write"))


def free_name(file: Path) -> Path:
    """This name, or the first of `name-2`, `name-3` … that no file has."""
    numbered = (file.with_stem(f"{file.stem}-{number}") for number in range(2, 100))
    return next((each for each in (file, *numbered) if not each.exists()), file)


def checklist_text(app: Going, answers: dict[str, str]) -> str:
    """The checklist asked for, in the language asked for."""
    session, now = app.session, app.shown
    stage = app.place.stage_of(app.playbook)
    if session is None or now is None or stage is None:
        return ""
    language = next(each for each in LANGUAGES if each == answers["language"])
    playbook, _ = load_playbook(language, app.playbook_folder)
    everything = answers["which"] == "all"
    stages = (
        playbook.stages if everything else [each for each in playbook.stages if each.id == stage.id]
    )
    records = steps_of(now.engagement)
    gone = retired(playbook, now.engagement) if everything else ()
    handout = Handout(
        company=now.profile.company,
        engagement_id=session.id,
        today=now.today,
        stages=stages,
        planned=shown(app.planned_with(playbook), now.profile.depth),
        retired={step_id: records[step_id] for step_id in gone},
        clean=answers["clean"] == "yes",
    )
    return checklist(handout, now.words.speaking(language))


def import_checklist(app: Going) -> None:
    """Ask for a file, show exactly what it would change, and change it only then."""
    words = app.words

    def read(answers: dict[str, str]) -> Refusal | None:
        now, session = app.shown, app.session
        if now is None or session is None:
            return Refusal("app.no-engagement")
        try:
            path = file_named(answers["path"])
            text = read_document(path)
        except StoreError as error:
            return error.refusal.of("path")
        reading = read_checklist(text, session.id, now.planned)
        if isinstance(reading, Refusal):
            return reading.of("path")
        app.call_later(_preview, app, path, reading)
        return None

    fields = (Field("path", words("form.import.path"), str(Path.cwd()) + "/"),)
    title, today = words("form.import"), app.now().date()
    app.push_screen(FormDialog(title, "", fields, read, words, today, "form.read"))


def _preview(app: Going, path: Path, reading: Reading) -> None:
    words = app.words

    def answered(yes: bool | None) -> None:
        if not yes or app.shown is None:
            return
        decision = decide(reading.changes, app.shown.planned, app.actor)
        if refusal := app.try_to_save(decision):
            app.warn(refusal)
        else:
            app.tell("app.imported", n=len(reading.changes))

    yes = words("app.import-apply", n=len(reading.changes)) if reading.changes else ""
    text = _preview_text(app, reading)
    app.push_screen(PreviewDialog(path.name, text, words, yes=yes), answered)


def _preview_text(app: Going, reading: Reading) -> str:
    words = app.words
    verdict, missed = reading.verdict, len(reading.not_understood)
    lines = [words(f"cli.import.{verdict}", n=missed, read=reading.read), ""]
    if verdict == "changes":
        lines = [words("app.import-changes", n=len(reading.changes)), ""]
    for wanted in reading.changes:
        title = _title(app, wanted.step_id)
        lines.append(f"{MARKS[wanted.before]} → {MARKS[wanted.after]}  {title}")
    if reading.not_understood:
        lines += ["", words("app.import-not-understood", n=len(reading.not_understood))]
        lines += [f"{number}: {text}" for number, text in reading.not_understood]
    if reading.examples:
        lines += ["", words("cli.import.examples", n=reading.examples)]
    if reading.shown_by_facts:
        lines += ["", words("app.import-by-facts", n=len(reading.shown_by_facts))]
        lines += [f"{number}: {_title(app, step_id)}" for number, step_id in reading.shown_by_facts]
    return "\n".join(lines)


def _title(app: Going, step_id: str) -> str:
    step = app.playbook.step(step_id)
    return step.title if step else step_id
