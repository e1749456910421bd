"""Our own content holds to every rule, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Markdown

from coach_tui.bundled import content, load_catalogue, load_playbook, read_text, stage_files
from coach_tui.content_check import check_all
from coach_tui.language import LANGUAGES, Words
from coach_tui.playbook.catalogue_specs import SPECS
from coach_tui.playbook.check_markdown import DRAWN
from coach_tui.playbook.model import STAGES
from tests.playbook.linted import stage


def test_the_linter_has_nothing_to_say_and_both_languages_count_the_same() -> None:
    checked = check_all()
    words = Words("en")
    told = [
        f"{each.path}:{each.line}: {words(each.reason, **each.values)}" for each in checked.problems
    ]
    assert told == []
    counts = {
        language: [count[:1] + count[2:] for count in checked.counts if count.language == language]
        for language in LANGUAGES
    }
    assert counts["fr"] == counts["en"]
    assert [count[0] for count in counts["fr"]] == list(STAGES)
    assert sum(count[1] for count in counts["fr"]) == 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_ours_is_complete(language: str) -> None:
    playbook, problems = load_playbook(language)
    assert problems == ()
    for step in playbook.steps:
        assert step.due, step.id
        assert step.effort, step.id
        assert step.sources, step.id
        assert step.links, step.id
        assert step.confirmer != step.owner, step.id
        if step.essential:
            assert "guide" in step.sources, step.id
    for each in playbook.stages:
        assert 2 <= len(each.entry) <= 5, each.id
        assert 4 <= len(each.exit) <= 8, each.id
        assert all(
            criterion.id.startswith(f"{each.id}-") for criterion in (*each.entry, *each.exit)
        )


@pytest.mark.parametrize("name", SPECS)
def test_every_catalogue_is_read_whole(name: str) -> None:
    entries, problems = load_catalogue(name)
    assert entries
    assert problems == ()


def test_a_catalogue_we_do_not_have_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        load_catalogue("recipes")


def test_nothing_written_speaks_with_an_exclamation_mark() -> None:
    pages = [file for _, _, file in stage_files()]
    templates = [file for folder in content("templates").iterdir() for file in folder.iterdir()]
    assert len(pages) > 10
    assert len(templates) > 10
    for file in pages:
        assert "!" not in re.sub(r"<!--.*?-->|`[^`]*`", "", read_text(file) or "")
    for file in templates:
        assert "!" not in (read_text(file) or "")


def test_what_the_linter_lets_pass_is_what_the_pane_can_draw() -> None:
    spans = {"strong_open", "em_open", "s_open", "link_open"}
    headings = {"heading_open": {f"h{level}" for level in range(1, 7)}}
    for name in DRAWN:
        if name.endswith("_open") and name not in spans:
            drawn = headings.get(
                name,
                {name}
                if name != "list_item_open"
                else {
                    "list_item_ordered_open",
                    "list_item_unordered_open",
                },
            )
            assert drawn <= set(Markdown.BLOCKS), name


def test_a_catalogue_nobody_knows_how_to_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {name: spec for name, spec in SPECS.items() if name != "signals"}
    monkeypatch.setattr("coach_tui.content_check.SPECS", known)
    assert [(each.path, each.reason) for each in check_all().problems] == [
        ("content/catalogue/signals.toml", "playbook.no-spec")
    ]


def write(folder: Path, path: str, text: str | bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def told(folder: Path) -> list[tuple[str, str]]:
    return [
        (problem.path.removeprefix(f"{folder}/"), problem.reason.removeprefix("playbook."))
        for problem in check_all(folder).problems
    ]


OWN = stage("fr")


def test_someones_own_playbook_in_one_language(tmp_path: Path) -> None:
    write(tmp_path, "framing/fr.md", OWN)
    assert told(tmp_path) == []
    assert [count[:3] for count in check_all(tmp_path).counts] == [("framing", "fr", 2)]


def test_someones_own_sources_are_known(tmp_path: Path) -> None:
    write(tmp_path, "framing/fr.md", OWN.replace("source: guide", "source: my-book"))
    assert told(tmp_path) == [("framing/fr.md", "source")]
    source = '[[source]]\nid = "my-book"\nyear = 2024\nsite = ""\n'
    words = '[source.fr]\nname = "Mon livre"\n[source.en]\nname = "My book"\n'
    write(tmp_path, "sources.toml", source + words)
    assert told(tmp_path) == []


def test_what_would_never_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, "framing/fr.md", OWN)
    write(tmp_path, "onbording/fr.md", OWN)
    write(tmp_path, "framing/de.md", OWN)
    write(tmp_path, "framing/README.md", "Ours.")
    write(tmp_path, "notes/memo.md", "Ours too.")
    assert told(tmp_path) == [("framing/de.md", "not-read"), ("onbording/fr.md", "not-read")]


def test_a_broken_file_leaves_the_others_alone(tmp_path: Path) -> None:
    write(tmp_path, "framing/fr.md", OWN)
    write(tmp_path, "kpis/fr.md", b"\xff\xfe\x00binary")
    write(tmp_path, "rhythm/fr.md", "x" * 1_000_000)
    assert told(tmp_path) == [("kpis/fr.md", "unreadable"), ("rhythm/fr.md", "too-large")]
    playbook, problems = load_playbook("fr", tmp_path)
    assert [each.id for each in playbook.stages] == ["framing"]
    assert len(problems) == 2


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    assert [reason for _, reason in told(tmp_path)] == ["empty"]
    assert [reason for _, reason in told(tmp_path / "not-there")] == ["empty"]
