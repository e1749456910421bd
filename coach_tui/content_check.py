"""The linter's hands: it reads the files, `playbook.check` says what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach_tui.bundled import catalogue_texts, content, load_catalogue, read_text
from coach_tui.coach.acts import records_of
from coach_tui.coach.done_when import NAMES
from coach_tui.language import LANGUAGES
from coach_tui.playbook.catalogue import parse_catalogue
from coach_tui.playbook.catalogue_specs import SPECS
from coach_tui.playbook.check import (
    Checked,
    FileRead,
    check_catalogues,
    check_documents,
    check_kinds,
    check_playbook,
    in_order,
)
from coach_tui.playbook.check_vocabulary import left_words
from coach_tui.playbook.model import PAGE, STAGES, Problem
from coach_tui.playbook.parse import parse_stage

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_LANGUAGE: Final = re.compile(r"[a-z]{2}\.md")
_DOCUMENTS: Final = frozenset(f"{language}.md" for language in LANGUAGES)


def check_all(folder: Path | None = None) -> Checked:
    """What is wrong in our content, or in someone's own playbook folder, and counts a stage.

    Our content is everything: both languages of the playbook, the catalogues, the templates and
    examples of documents, the help. Someone's own folder is a playbook, in one language or in
    both; a `sources.toml` in it adds to our sources.
    """
    sources = {source.id for source in load_catalogue("sources")[0]}
    if folder is not None:
        return _own(folder, sources)
    playbook = content("playbook")
    texts = list(_stages(playbook, "content/playbook/"))
    checked = check_playbook(texts, NAMES, sources, records_of, both_languages=True)
    steps = _step_ids(texts)
    templates, signs = list(_folders("templates")), list(_folders("examples", "poor."))
    examples = [*_folders("examples"), *signs]
    help_pages = _languages(content("help"), "content/help/", "help")
    kinds = {kind.id: kind for kind in load_catalogue("documents")[0]}
    problems = [
        *checked.problems,
        *_not_read(playbook, "content/playbook/"),
        *check_catalogues(_catalogues(), steps, sources),
        *_without_spec(),
        *check_documents([*templates, *examples, *help_pages, *_folders("library")]),
        *_pages_exist(texts),
        *_left_words([*texts, *help_pages, *_folders("library"), *templates, *examples]),
        *check_kinds(kinds, templates, signs),
    ]
    return Checked(in_order(problems), checked.counts)


def _own(folder: Path, sources: set[str]) -> Checked:
    above = f"{folder}/"
    texts = list(_stages(folder, above))
    problems: list[Problem] = list(_not_read(folder, above))
    if not texts:
        problems.append(Problem(str(folder), 1, "playbook.empty"))
    file = folder / "sources.toml"
    if file.is_file():
        text = read_text(file)
        named, faults = parse_catalogue(text or "", str(file), SPECS["sources"])
        problems += faults
        sources = sources | {source.id for source in named}
    checked = check_playbook(texts, NAMES, sources, records_of, both_languages=False)
    return Checked(in_order([*checked.problems, *problems]), checked.counts)


def _stages(root: Traversable, above: str) -> Iterator[FileRead]:
    for stage in STAGES:
        yield from _languages(root.joinpath(stage), f"{above}{stage}/", stage)


def _languages(folder: Traversable, above: str, name: str, part: str = "") -> Iterator[FileRead]:
    for language in LANGUAGES:
        file = folder.joinpath(f"{part}{language}.md")
        if file.is_file():
            yield FileRead(f"{above}{part}{language}.md", name, read_text(file), language)


def _folders(root: str, part: str = "") -> Iterator[FileRead]:
    """The texts of a folder of documents, one folder a kind; the part of each named `part`."""
    folders = content(root).iterdir() if content(root).is_dir() else ()
    for folder in sorted(folders, key=lambda each: each.name):
        yield from _languages(folder, f"content/{root}/{folder.name}/", folder.name, part)


def _catalogues() -> Iterator[FileRead]:
    for name, spec in SPECS.items():
        for path, text in catalogue_texts(spec.file):
            yield FileRead(f"content/{path}", name, text)


def _not_read(root: Traversable, above: str) -> Iterator[Problem]:
    """Stages nobody will ever see, for their folder or their language says nothing to us."""
    if not root.is_dir():
        return
    for folder in root.iterdir():
        for file in folder.iterdir() if folder.is_dir() else ():
            known = folder.name in STAGES, file.name in _DOCUMENTS
            if _LANGUAGE.fullmatch(file.name) and any(known) and not all(known):
                values = {"stages": ", ".join(STAGES)}
                yield Problem(f"{above}{folder.name}/{file.name}", 1, "playbook.not-read", values)


def _without_spec() -> Iterator[Problem]:
    known = {spec.file for spec in SPECS.values()}
    for path, _ in catalogue_texts("catalogue"):
        if path not in known:
            yield Problem(f"content/{path}", 1, "playbook.no-spec")


def _left_words(texts: list[FileRead]) -> Iterator[Problem]:
    """Words our vocabulary left, in our texts and in the catalogues; nobody else is held to it."""
    for text in texts:
        yield from left_words(text.text or "", text.path, text.language)
    for name, spec in SPECS.items():
        for entry in load_catalogue(name)[0]:
            for language, words in entry.words.items():
                for said in words.values():
                    for part in said if isinstance(said, tuple) else (str(said),):
                        path = f"content/{spec.file}"
                        found = left_words(part, path, language)
                        yield from (problem._replace(line=entry.line) for problem in found)


def _pages_exist(texts: list[FileRead]) -> Iterator[Problem]:
    """Steps that name a page to read there is not."""
    known = {text.name for text in _folders("library")} | SPECS.keys()
    for text in texts:
        stage, _ = parse_stage(text.text or "", text.path)
        for step in stage.steps if stage else ():
            for link in step.links:
                if link.startswith(PAGE) and link.removeprefix(PAGE) not in known:
                    values = {"id": step.id, "link": link}
                    yield Problem(text.path, step.line, "playbook.link", values)


def _step_ids(texts: list[FileRead]) -> set[str]:
    stages = (parse_stage(text.text or "", text.path)[0] for text in texts)
    return {step.id for stage in stages if stage for step in stage.steps}
