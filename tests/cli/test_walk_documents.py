"""A document in the walk: its blanks asked one by one, where it is, or one's own editor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach_tui.asking.acts.blanks import asked_aloud
from coach_tui.asking.acts.papers import linking_sheet
from coach_tui.asking.document import Paper, paper_at, usual_id
from coach_tui.asking.sheet import Aloud, Sheet
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import Unanswered
from coach_tui.engagement.documents.kinds import KINDS
from coach_tui.language import LANGUAGES, Language
from coach_tui.places import home
from tests.asking.desk import TODAY, MemoryDesk

END = "."


def walked(language: Language, kind: str, actor: str = "cmo") -> tuple[MemoryDesk, Sheet]:
    """The questions of this document, for a CMO of a new engagement."""
    desk = MemoryDesk(language, role="cmo")
    held = paper(desk, kind)._replace(actor=actor)
    return desk, asked_aloud(desk, held, linking_sheet(desk, held))


def paper(desk: MemoryDesk, kind: str) -> Paper:
    return paper_at(desk.shown, usual_id(kind, desk.engagement, TODAY))


def aloud(sheet: Sheet) -> Aloud:
    assert sheet.aloud
    return sheet.aloud()


def put(desk: MemoryDesk, sheet: Sheet, lines: Iterable[str], at: Path | None = None) -> None:
    typed = iter(lines)

    def read() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    interview = Interview(desk.words, TODAY, read)
    if at:
        where = home(str(at), {})
        interview.keeping = SimpleNamespace(  # type: ignore[assignment]
            home=where, engagement_id="", now=lambda: datetime(2026, 3, 16, 9)
        )
    interview.put(sheet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_that_only_its_author_can_fill_is_a_question(language: Language) -> None:
    for kind in KINDS:
        desk, sheet = walked(language, kind)
        before = paper(desk, kind)
        asked = {each.blank for each in before.left}
        if not asked:
            assert sheet.aloud is None, kind
            continue
        *fields, _author = aloud(sheet).questions.fields
        assert {each.name for each in fields} == asked >= {*before.kind.ask}, kind
        assert asked <= {*before.kind.ask, *before.kind.once}, kind
        headings = [each.label for each in fields]
        assert not [each for each in headings if "{" in each or not each.strip()], kind
        lines = [line for each in fields
                 for line in ([f"Said of {each.name}", END] if each.kind == "text"
                              else [f"Said of {each.name}"])]  # fmt: skip
        put(desk, sheet, [*lines, "Ann"])
        after = paper(desk, kind)
        assert after.document.state == "written", kind
        assert not after.document.standing(after.kind.ask), kind
        assert all(f"Said of {each}" in after.document.text for each in asked), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_left_for_later_is_named_and_nothing_at_all_is_refused(language: Language) -> None:
    desk, sheet = walked(language, "positioning")
    first, *others, _author = aloud(sheet).questions.fields
    put(desk, sheet, ["Know what is late.", "On every site.", END, *("" for _ in others), "Ann"])
    assert "Know what is late.\nOn every site." in paper(desk, "positioning").document.text
    assert any(others[0].label in told and str(len(others)) in told for told in desk.told)
    again = asked_aloud(desk, paper(desk, "positioning"), sheet)
    assert [each.name for each in aloud(again).questions.fields[:-1]] == [e.name for e in others]
    desk, sheet = walked(language, "positioning")
    with pytest.raises(Unanswered):
        put(desk, sheet, ["" for _ in aloud(sheet).questions.fields])
    assert not desk.gestures
    assert first.label


def test_l_says_where_it_is_instead() -> None:
    desk, sheet = walked("en", "positioning")
    put(desk, sheet, ["l", "", "https://notion.example/p", "Ann", ""])
    known = paper(desk, "positioning").document
    assert (known.link, known.authors, known.text) == ("https://notion.example/p", ("Ann",), "")


def test_e_opens_ones_own_editor_with_what_was_answered_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\ncp "$1" "$1.seen"\necho "Added by hand." >> "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    desk, sheet = walked("en", "positioning", "cmo/Ann")
    put(desk, sheet, ["Know what is late.", END, "E"], at=tmp_path / "home")
    text = paper(desk, "positioning").document.text
    assert "Know what is late." in text
    assert text.endswith("Added by hand.\n")


def test_an_editor_that_is_not_there_or_fails_is_said_and_the_questions_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, said in (("", "VISUAL"), ("false", "false"), ("true", "--wait")):
        monkeypatch.setenv("VISUAL", command)
        monkeypatch.delenv("EDITOR", raising=False)
        desk, sheet = walked("en", "positioning")
        put(desk, sheet, ["e", "A line.", END, *[""] * 7, "Ann"], at=tmp_path / "home")
        assert said in capsys.readouterr().out, command
        assert "A line." in paper(desk, "positioning").document.text, command
