"""`coach context`: shown and agreed to before it leaves, noted once it has left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Coach

NOTED = "Context for an assistant"


@pytest.fixture
def named(dupont: Coach) -> Coach:
    assert dupont("team", "add", "Julie Morel").code == 0
    assert dupont("access", "add", "HubSpot", "--granter", "Julie Morel").code == 0
    return dupont


def history(coach: Coach) -> str:
    return coach("history", "--lang", "en").out


def test_without_a_terminal_it_leaves_only_where_that_is_said(named: Coach, tmp_path: Path) -> None:
    for language, remedy in (("en", "--yes"), ("fr", "--yes")):
        refused = named("context", "--lang", language, stdin=b"yes\n")
        assert (refused.code, refused.out) == (1, "")
        assert remedy in refused.err
        assert "Julie" not in refused.err
    file = tmp_path / "out.md"
    assert named("context", str(file)).code == 1
    assert not file.exists()
    assert NOTED not in history(named)


def test_said_yes_it_leaves_masked_in_either_form_and_is_noted(
    named: Coach, tmp_path: Path
) -> None:
    text = named("context", "--yes", "--lang", "en")
    assert text.code == 0, text.err
    assert "Julie" not in text.out
    assert "Dupont" not in text.out
    assert "person 1 (team)" in text.out
    file = tmp_path / "out.json"
    assert named("context", str(file), "--json", "--yes", "--lang", "fr").code == 0
    data = json.loads(file.read_text(encoding="utf-8"))
    assert any("personne 1 (équipe)" in line["text"] for line in data["lines"])
    assert "Julie" not in file.read_text(encoding="utf-8")
    assert named("context", "--format", "json", "--yes", "--lang", "en", "--names").code == 0
    told = history(named).splitlines()
    assert sum(NOTED in line for line in told) == 3
    assert "people named" in told[0]


def test_a_file_that_is_there_is_not_written_over_and_nothing_is_noted(
    named: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "out.md"
    file.write_text("mine")
    assert named("context", str(file), "--yes").code == 1
    assert file.read_text() == "mine"
    assert NOTED not in history(named)
    assert named("context", str(file), "--yes", "--force").code == 0
    assert NOTED in history(named)


def test_names_nobody_recorded_are_shown_and_can_be_masked(named: Coach) -> None:
    assert named("rhythm", "decide", "We wait for Mathieu Garrec", "--open").code == 0
    ended = named("context", "--yes", "--lang", "en")
    assert "Mathieu Garrec" in ended.err
    assert "Garrec" in ended.out
    ended = named("context", "--yes", "--lang", "en", "--mask", "Mathieu Garrec")
    assert "Garrec" not in ended.out + ended.err
