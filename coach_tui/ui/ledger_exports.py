"""Handing over the ledger and the KPIs from the app: which shape, which language, which file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.bundled import load_catalogue
from coach_tui.coach.access.overview import if_it_ended_today, ledger
from coach_tui.coach.kpi.overview import by_id, follow_up, worked_out
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.exports.access.register import Ledger, access_document, access_table
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.exports.kpi.sheet import Sheet, kpi_sheet
from coach_tui.language import LANGUAGES, Refusal, Words
from coach_tui.session import slug_of
from coach_tui.store.documents import file_named, write_document
from coach_tui.store.errors import StoreError
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp

Make = Callable[[Shown, str, Words], str]


def export_accesses(app: CoachApp) -> None:
    """The ledger, with its revocation list."""
    _export(app, "accesses", _accesses)


def export_kpis(app: CoachApp) -> None:
    """The KPI sheet, or its readings."""
    _export(app, "kpis", _kpis)


def _export(app: CoachApp, name: str, make: Make) -> None:
    from coach_tui.ui.dialogs.form import FormDialog

    words, shown = app.words, app.shown
    if shown is None:
        return
    file = Path.cwd() / f"{slug_of(shown.profile.company)}-{name}"
    languages = tuple((each, words(f"language.{each}")) for each in LANGUAGES)
    fields = (
        Field("shape", words("ledger.shape"), "md", "choice",
              (("md", "Markdown"), ("csv", words("ledger.table")))),
        Field("language", words("form.export.language"), words.language, "choice", languages),
        Field("path", words("ledger.path"), str(file)),
    )  # fmt: skip

    def write(answers: dict[str, str]) -> Refusal | None:
        language = next(each for each in LANGUAGES if each == answers["language"])
        try:
            path = file_named(answers["path"])
            if not path.suffix and not path.is_dir():
                path = path.with_name(f"{path.name}.{answers['shape']}")
            write_document(path, make(shown, answers["shape"], words.speaking(language)))
        except StoreError as error:
            return error.refusal.of("path")
        app.tell("app.exported", file=str(path))
        return None

    title = words(f"ledger.export-{name}")
    app.push_screen(FormDialog(title, "", fields, write, words, shown.today, "form.write"))


def _accesses(shown: Shown, shape: str, words: Words) -> str:
    lines = ledger(shown.engagement, shown.today)
    if shape == "csv":
        return access_table(lines, words)
    ended = if_it_ended_today(shown.engagement)
    return access_document(Ledger(shown.profile.company, shown.today, lines, ended), words)


def _kpis(shown: Shown, shape: str, words: Words) -> str:
    entries = by_id(load_catalogue("kpis")[0])
    followed = follow_up(shown.engagement, entries, words, shown.today)
    if shape == "csv":
        return readings_table(followed, entries, words)
    sheet = Sheet(
        shown.profile.company,
        shown.today,
        followed,
        worked_out(shown.engagement, entries, words, shown.today),
        entries,
        rules_of(shown.engagement),
    )
    return kpi_sheet(sheet, words)
