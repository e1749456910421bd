"""`coach document …`: a text checked out and back in, in one's own editor, read and sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach_tui.asking import document as documents
from tests.cli.conftest import Coach


def source(coach: Coach, file: Path, document: str = "scope") -> str:
    text = coach("document", "show", document, "--source", "--lang", "en").out
    file.write_text(text, encoding="utf-8")
    return text


def test_a_text_goes_out_and_back_and_knows_what_it_was_written_from(
    dupont: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "scope.md"
    first = source(dupont, file)
    assert "{inside}" in first
    assert "<!-- coach: " in first
    file.write_text(first.replace("{inside}", "Ads."), encoding="utf-8")
    assert dupont("document", "set", "scope", f"{file}", "--author", "Ann").code == 0
    assert "<!--" not in dupont("document", "show", "scope").out
    again = dupont("document", "set", "scope", f"{file}", "--lang", "en")
    assert (again.code, "--over" in again.err) == (1, True)
    # Two take the same version; both of their lines are kept, and the second is told so.
    base = source(dupont, file)
    file.write_text(base.replace("Ads.", "Ads and mail."), encoding="utf-8")
    assert dupont("document", "set", "scope", f"{file}", "--author", "Ann").code == 0
    other = tmp_path / "other.md"
    other.write_text(base.replace("{finished}", "A team that runs."), encoding="utf-8")
    said = dupont("document", "set", "scope", f"{other}", "--author", "Zoé", "--lang", "en")
    assert (said.code, "written meanwhile" in said.err) == (0, True)
    kept = dupont("document", "show", "scope").out
    assert "Ads and mail." in kept
    assert "A team that runs." in kept
    # The same line twice: nothing is kept, and both are shown.
    other.write_text(base.replace("Ads.", "No ads."), encoding="utf-8")
    crossed = dupont("document", "set", "scope", f"{other}", "--author", "Zoé", "--lang", "en")
    assert crossed.code == 1
    assert "< **In**: No ads." in crossed.err
    assert "> **In**: Ads and mail." in crossed.err
    assert dupont("document", "show", "scope").out == kept
    assert "Ads." in dupont("document", "show", "scope", "--earlier", "2").out
    assert dupont("document", "show", "scope", "--earlier", "9").code == 1


def test_another_clients_text_is_refused(coach: Coach, dupont: Coach, tmp_path: Path) -> None:
    file = tmp_path / "scope.md"
    text = source(dupont, file)
    assert coach("new", "Zenith", "--start", "2026-11-02", "--days-per-week", "2").code == 0
    refused = coach("document", "set", "scope", f"{file}", "-e", "Zenith", "--lang", "en")
    assert (refused.code, "another client’s (Dupont" in refused.err) == (1, True), "by its name"
    file.write_text(text.replace("coach: ", "coach: 0"), encoding="utf-8")
    refused = coach("document", "set", "scope", f"{file}", "-e", "Zenith", "--lang", "en")
    assert (refused.code, "does not know" in refused.err) == (1, True), (
        "and no id where it has none"
    )
    unmarked = text.partition("<!--")[0]
    file.write_text(unmarked, encoding="utf-8")
    refused = coach("document", "set", "scope", f"{file}", "-e", "Zenith", "--lang", "en")
    assert (refused.code, "another client" in refused.err) == (1, True)
    other = dupont("document", "show", "diagnosis", "--source", "-e", "Dupont").out
    file.write_text(other, encoding="utf-8")
    refused = dupont("document", "set", "scope", f"{file}", "-e", "Dupont", "--lang", "en")
    told = "the text of Diagnosis, not of Scope and responsibilities"
    assert (refused.code, told in refused.err) == (1, True)


def test_a_check_falls_with_the_words_and_the_difference_is_shown(
    dupont: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "own.md"
    file.write_text("# Ours\n\nOne thing to know.\n", encoding="utf-8")
    assert dupont("document", "set", "other/charter", f"{file}", "--author", "Ann").code == 0
    assert dupont("document", "verify", "other/charter", "--by", "Tom").code == 0
    file.write_text("# Ours\n\nOne thing to know.\n\nTwo.\n", encoding="utf-8")
    said = dupont(
        "document", "set", "other/charter", f"{file}", "--author", "Ann", "--over", "--lang", "en"
    )
    assert "changed since Tom checked it" in said.err
    listed = dupont("document", "list", "--lang", "fr").out
    assert "changé depuis la relecture de Tom" in listed
    assert "texte en anglais" in listed
    assert dupont("document", "diff", "other/charter").out.split() == ["+", "Two.", "+"]


def test_what_is_left_to_answer_is_said_beside_what_is_written(
    dupont: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "scope.md"
    source = dupont("document", "show", "scope", "--source", "--lang", "fr").out
    file.write_text(source.replace("{mandate}", "Trois marchés."), encoding="utf-8")
    kept = dupont("document", "set", "scope", f"{file}", "--author", "Ann", "--lang", "fr")
    assert "écrit, 6 réponses à donner" in kept.err
    assert "écrit, 6 réponses à donner" in dupont("document", "list", "--lang", "fr").out
    listed = {each["id"]: each for each in dupont("document", "list", "--all", "--json").json}
    assert listed["scope"]["left_to_answer"] == 6
    assert listed["positioning"]["left_to_answer"] is None, "nothing is written"


def test_the_page_of_a_step_is_called_as_the_step(dupont: Coach) -> None:
    for language, name in (("fr", "Décider, côté CMO, d’accepter"), ("en", "Decide, as the CMO")):
        begun = dupont("document", "show", "other/cmo-fit", "--lang", language).out
        assert name in begun.split("\n")[0]
        own = dupont("document", "show", "other/no-step", "--lang", language).out
        assert "no step" in own.split("\n")[0]


def test_what_leaves_is_whole_and_what_is_missing_is_said_apart(dupont: Coach) -> None:
    made = dupont("document", "export", "scope", "--lang", "en")
    assert (made.code, "{" in made.out) == (0, False)
    assert "still to be written" in made.err
    page = dupont("document", "export", "scope", "--format", "html", "--lang", "fr").out
    assert page.startswith("<!doctype html>")
    assert '<html lang="fr">' in page
    unfinished = dupont("document", "verify", "scope", "--by", "Tom", "--lang", "en")
    assert unfinished.code == 1


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("pass", "came back at once"),
        ("import sys; sys.exit(3)", "ended with 3"),
        ("import sys; open(sys.argv[1], 'w').close()", "came back empty"),
        ("import sys; open(sys.argv[1], 'wb').write(b'\\xff\\xfe\\xfa')", "no text"),
    ],
)
def test_an_editor_that_gives_nothing(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, told: str
) -> None:
    command = tmp_path / "editor.py"
    command.write_text(script, encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {command}")
    made = dupont("document", "edit", "scope", "--author", "Ann", "--lang", "en")
    assert made.code == 1
    assert told in made.err
    assert dupont("document", "list", "--json").json == []


def test_what_is_written_in_an_editor_is_kept(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    command = tmp_path / "editor.py"
    command.write_text(
        "import os, sys\n"
        "file = sys.argv[1]\n"
        "assert os.name == 'nt' or os.stat(file).st_mode & 0o077 == 0\n"
        "text = open(file, encoding='utf-8').read()\n"
        "open(file, 'w', encoding='utf-8').write(text.replace('{inside}', 'Ads.'))\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {command}")
    made = dupont("document", "edit", "scope", "--author", "Ann", "--lang", "en")
    assert (made.code, made.out) == (0, "")
    assert "Ads." in dupont("document", "show", "scope").out
    monkeypatch.delenv("EDITOR")
    monkeypatch.delenv("VISUAL", raising=False)
    refused = dupont("document", "edit", "scope", "--lang", "en")
    assert (refused.code, "$VISUAL" in refused.err) == (1, True)


def test_of_what_is_written_elsewhere_the_blank_is_said_to_be_one(dupont: Coach) -> None:
    assert dupont("document", "link", "strategy", "https://example.com/s").code == 0
    for language, told in (("en", "written elsewhere"), ("fr", "écrit ailleurs")):
        shown = dupont("--lang", language, "document", "show", "strategy")
        assert told in shown.err
        assert "https://example.com/s" in shown.err
    assert "elsewhere" not in dupont("document", "show", "strategy", "--template").err


def test_every_face_of_a_document_is_read(dupont: Coach) -> None:
    assert "Sitavel" in dupont("document", "show", "scope", "--example", "--lang", "en").out
    assert dupont("document", "show", "scope", "--poor", "--lang", "fr").out.count("\n") == 5
    assert dupont("document", "show", "other/mine", "--example").code == 1
    assert "{inside}" in dupont("document", "show", "scope", "--template").out
    missing = dupont("document", "list", "--missing", "--json").json
    assert {each["state"] for each in missing} == {"missing"}
    assert len(dupont("document", "list", "--nine", "--json").json) == 9
    for link in ("javascript:alert(1)", "the drive", "", "https://"):
        assert dupont("document", "link", "scope", link, "--author", "Ann").code == 1, link
    assert dupont("document", "link", "scope", "https://a.example/x", "--author", "Ann").code == 0


def test_two_versions_that_met_at_a_sync_are_said_and_settled(
    dupont: Coach, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, path = tmp_path / "scope.md", next((home / "engagements").glob("*.json"))
    file.write_text(source(dupont, file).replace("{inside}", "Ads."), encoding="utf-8")
    assert dupont("document", "set", "scope", f"{file}", "--author", "Ann").code == 0
    before, base = path.read_bytes(), source(dupont, file)
    file.write_text(base.replace("Ads.", "Ads and mail."), encoding="utf-8")
    assert dupont("document", "set", "scope", f"{file}", "--author", "Ann").code == 0
    other = tmp_path / "other"
    (other / "engagements").mkdir(parents=True)
    (other / "engagements" / path.name).write_bytes(before)
    file.write_text(base.replace("{finished}", "A team that runs."), encoding="utf-8")
    written = dupont("document", "set", "scope", f"{file}", "--author", "Zoé", "--home", f"{other}")
    assert written.code == 0
    beside = path.with_stem(f"{path.stem} (conflicted copy)")
    beside.write_bytes((other / "engagements" / path.name).read_bytes())
    assert "two versions" in dupont("document", "list", "--lang", "en").out
    for command in ("show", "export"):
        assert "another version" in dupont("document", command, "scope", "--lang", "en").err
    assert "two versions" in dupont("export", "handover", "--all", "--lang", "en").out
    refused = dupont("document", "set", "scope", f"{file}", "--lang", "en")
    assert (refused.code, "two versions" in refused.err) == (1, True)
    monkeypatch.setenv("VISUAL", "true")  # an editor that changes nothing: both are in it already
    assert dupont("document", "edit", "scope", "--author", "Ann").code == 0
    kept = dupont("document", "show", "scope", "--lang", "en")
    assert "Ads and mail." in kept.out
    assert "A team that runs." in kept.out
    assert "another version" not in kept.err
    assert "two versions" not in dupont("document", "list", "--lang", "en").out


def test_what_a_report_still_lacks_is_listed_apart_from_it(dupont: Coach) -> None:
    told = dupont("report", "month", "--month", "2026-12", "--lang", "en")
    assert told.code == 0
    assert "{" not in told.out
    assert "Why, in one sentence" not in told.out
    assert "Left out, for it is still to be written: Why, in one sentence" in told.err


def test_a_document_is_personal_from_its_first_word_or_not_at_all(
    dupont: Coach, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.md"
    file.write_text("# Mine\n\nWhat I fear.\n", encoding="utf-8")
    said = ("--author", "Ann", "--lang", "en")
    assert dupont("document", "set", "other/own", f"{file}", "--personal", *said).code == 0
    assert "other/own" not in dupont("document", "list", "--all").out
    assert dupont("document", "export", "other/own", "--lang", "en").code == 1
    assert "What I fear" not in dupont("export", "handover", "--all").out
    assert "What I fear" in dupont("document", "show", "other/own").out
    assert dupont("document", "set", "other/own", f"{file}", "--shared", "--over", *said).code == 0
    assert "other/own" in dupont("document", "list").out
    late = dupont("document", "set", "other/own", f"{file}", "--personal", "--over", *said)
    assert (late.code, "can’t become personal" in late.err) == (1, True)
    report = dupont("document", "set", "monthly-report/2026-12", f"{file}", "--personal", *said)
    assert (report.code, "belong to the engagement" in report.err) == (1, True)


def test_a_template_that_gained_headings_offers_them_at_the_end_and_changes_nothing(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nor does it offer again what its author took out."""
    monkeypatch.setenv("VISUAL", "true")  # an editor that changes nothing
    file = tmp_path / "scope.md"
    text = source(dupont, file).replace("{inside}", "Ads.")
    before = {
        "en": documents.template_of("scope", "en"),
        "fr": documents.template_of("scope", "fr"),
    }
    file.write_text(text, encoding="utf-8")
    assert (
        dupont("document", "set", "scope", f"{file}", "--author", "Ann", "--lang", "en").code == 0
    )
    assert "gained" not in dupont("document", "edit", "scope", "--lang", "en").err
    file.write_text(source(dupont, file).replace("## The end", "**The end**"), encoding="utf-8")
    assert (
        dupont("document", "set", "scope", f"{file}", "--author", "Ann", "--lang", "en").code == 0
    )
    assert "gained" not in dupont("document", "edit", "scope", "--lang", "en").err, "taken out"
    gained = {"en": "## Who pays\n\n{cmo}, {days}\n", "fr": "## Qui paie\n\n{cmo}\n"}
    monkeypatch.setattr(
        documents, "template_of", lambda kind, language: f"{before[language]}\n{gained[language]}"
    )
    kept = dupont("document", "show", "scope", "--source").out
    told = dupont("document", "edit", "scope", "--lang", "fr")
    assert "depuis dans son modèle\u00a0: Who pays." in told.err, "in the language of its text"
    assert dupont("document", "show", "scope", "--source").out == kept
    assert dupont("document", "edit", "scope", "--headings", "--author", "Ann").code == 0
    now = dupont("document", "show", "scope", "--source").out
    assert now.partition("<!--")[0].rstrip().startswith(kept.partition("<!--")[0].rstrip())
    assert "\n## Who pays\n" in now
    assert "gained" not in dupont("document", "edit", "scope", "--lang", "en").err
