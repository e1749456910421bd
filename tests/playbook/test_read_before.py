"""What was read of content/ is kept beside it, while all that it came from is as it was."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach_tui import bundled, read_before
from coach_tui.playbook import catalogue as reading
from coach_tui.playbook import parse
from coach_tui.playbook.catalogue_specs import SPECS

LONG_AGO = 1_000_000_000


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of ours, written a while ago, in which what was read may be kept."""
    usual, copy = bundled._root, tmp_path / "content"
    ours = Path(str(usual("content")))
    shutil.copytree(ours, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(bundled, "_root", lambda name: copy if name == "content" else usual(name))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(read_before, "_SETTLED", -LONG_AGO * 10**9)  # all that there is has settled
    bundled.load_catalogue.cache_clear()
    yield copy
    bundled.load_catalogue.cache_clear()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path of every text that is read through, as it is."""
    seen: list[str] = []
    stage, entries = parse.parse_stage, reading.parse_catalogue

    def parse_stage(text: str, path: str, language: str = "") -> object:
        seen.append(path)
        return stage(text, path, language)

    def parse_catalogue(text: str, path: str, spec: reading.Spec) -> object:
        seen.append(path)
        return entries(text, path, spec)

    monkeypatch.setattr(parse, "parse_stage", parse_stage)
    monkeypatch.setattr(reading, "parse_catalogue", parse_catalogue)
    return seen


def everything() -> list[object]:
    """All stages and entries, with the types of what is in them."""
    bundled.load_catalogue.cache_clear()
    found = [bundled.load_playbook(language)[0].stages for language in bundled.LANGUAGES]
    return [*found, *(bundled.load_catalogue(name) for name in SPECS)]


def shape(value: object) -> object:
    """The types all the way in: equal tuples may be of two classes."""
    if isinstance(value, tuple):
        return type(value), [shape(each) for each in value]
    items = getattr(value, "items", None)
    return type(value), {name: shape(each) for name, each in items()} if items else None


def test_what_was_kept_is_what_was_read(content: Path, read: list[str]) -> None:
    first = everything()
    assert read
    read.clear()
    again = everything()
    assert read == []
    assert again == first
    assert shape(tuple(again)) == shape(tuple(first))


def test_a_changed_document_is_read_again(content: Path, read: list[str]) -> None:
    bundled.load_playbook("fr")
    read.clear()
    file = content / "playbook" / "kpis" / "fr.md"
    text = file.read_text("utf-8")
    title = text.partition("\n")[0]
    file.write_text(text.replace(title, f"{title[:-1]}X"), "utf-8")  # no byte more, no byte less
    stages = bundled.load_playbook("fr")[0].stages
    assert "kpis/fr.md" in read
    assert stages[2].title == f"{title[:-1]}X".removeprefix("# ")


def test_the_other_language_is_left_as_it_was(content: Path, read: list[str]) -> None:
    french = bundled.load_playbook("fr")[0].stages
    assert bundled.load_playbook("en")[0].stages[0].title != french[0].title


def test_a_stage_taken_away_and_put_back(content: Path, read: list[str]) -> None:
    bundled.load_playbook("en")
    file = content / "playbook" / "kpis" / "en.md"
    away = file.rename(content / "away.md")
    assert bundled.load_playbook("en")[0].stages[2].language == "fr"
    away.rename(file)
    assert bundled.load_playbook("en")[0].stages[2].language == "en"


def test_a_file_that_comes_or_goes_in_a_folder_of_entries(content: Path, read: list[str]) -> None:
    before = {entry.id for entry in everything() and bundled.load_catalogue("advice")[0]}
    away = (content / "advice" / "kpis.toml").rename(content / "away.toml")
    bundled.load_catalogue.cache_clear()
    fewer = {entry.id for entry in bundled.load_catalogue("advice")[0]}
    assert fewer < before
    away.rename(content / "advice" / "kpis.toml")
    bundled.load_catalogue.cache_clear()
    assert {entry.id for entry in bundled.load_catalogue("advice")[0]} == before


def test_what_reads_it_is_another(
    content: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled.load_catalogue("kpis")
    read.clear()
    looked = read_before.look_at

    def look_at(path: str) -> read_before.Look:
        look = looked(path)
        return (*look[:3], LONG_AGO, *look[4:]) if path.endswith("metadata.py") else look

    monkeypatch.setattr(read_before, "look_at", look_at)
    bundled.load_catalogue.cache_clear()
    bundled.load_catalogue("kpis")
    assert read == ["catalogue/kpis.toml"]


def test_damaged_or_of_another_folder_it_is_read_again(content: Path, read: list[str]) -> None:
    whole = bundled.load_catalogue("kpis")
    [kept] = (content / "__pycache__").iterdir()
    good = kept.read_bytes()
    damaged = [b"", good[:3], good[:-1], good[:40] + b"?" + good[41:], b"\0" * len(good)]
    for text in damaged:
        kept.write_bytes(text)
        read.clear()
        bundled.load_catalogue.cache_clear()
        assert bundled.load_catalogue("kpis") == whole
        assert read == ["catalogue/kpis.toml"], text[:40]
    moved = content.rename(content.with_name("moved"))
    shutil.copytree(moved, content)
    (content / "catalogue" / "kpis.toml").write_text("[[entry]]\n", "utf-8")
    read.clear()
    bundled.load_catalogue.cache_clear()
    assert bundled.load_catalogue("kpis") != whole


def test_what_has_a_problem_is_not_kept(content: Path, read: list[str]) -> None:
    file = content / "catalogue" / "kpis.toml"
    file.write_text(file.read_text("utf-8") + '\n[[entry]]\nid = "half"\n', "utf-8")
    for _ in range(2):
        bundled.load_catalogue.cache_clear()
        assert bundled.load_catalogue("kpis")[1]
    assert not (content / "__pycache__").exists()


def test_nothing_is_kept_of_a_file_just_changed_or_where_python_keeps_nothing(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_before, "_SETTLED", LONG_AGO * 10**9)
    everything()
    assert not (content / "__pycache__").exists()
    monkeypatch.setattr(read_before, "_SETTLED", -LONG_AGO * 10**9)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    everything()
    assert not (content / "__pycache__").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders' rights are not in their mode here")
def test_where_nothing_can_be_written_it_is_read_each_time(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "__pycache__").write_text("in the way")  # root writes into any folder
    assert bundled.load_catalogue("kpis")[0]
