"""Read-only files that travel with the app: content/ (the words), styles/ (the looks), shell/.

In a checkout they are top-level folders beside the package; the build puts them inside the wheel
as coach_tui/_content, coach_tui/_styles and coach_tui/_shell. Only this file knows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach_tui.language import LANGUAGES, Language
from coach_tui.playbook.model import STAGES, Playbook, Problem, Stage
from coach_tui.read_before import ReadBefore

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from coach_tui.playbook.entry import Entry


_CATALOGUE_FILES: dict[str, list[str]] = {}  # those of the catalogues that were read, by name


class BundleMissing(RuntimeError):
    """A folder of the app is missing: the installation is broken."""


def content(*parts: str) -> Traversable:
    """A file or folder under content/."""
    return _root("content").joinpath(*parts)


def read_content(*parts: str) -> str:
    """The text of a file under content/."""
    return content(*parts).read_text(encoding="utf-8")


def read_styles(*parts: str) -> str:
    """The text of a file under styles/."""
    return _root("styles").joinpath(*parts).read_text(encoding="utf-8")


def read_shell(*parts: str) -> str:
    """The text of a file under shell/."""
    return _root("shell").joinpath(*parts).read_text(encoding="utf-8")


@cache
def program_mark() -> str:
    """What tells this program and its words from any other: its version, its newest file."""
    from coach_tui import __version__

    package = Path(__file__).parent
    newest = count = 0
    for root in (package, Path(str(content()))):
        for folder, folders, names in os.walk(root):
            folders[:] = [each for each in folders if each != "__pycache__"]
            for name in names:
                newest = max(newest, os.stat(os.path.join(folder, name)).st_mtime_ns)  # noqa: PTH116, PTH118
                count += 1
    return f"{__version__} {count} {newest}"


def load_playbook(
    language: Language, folder: Path | None = None
) -> tuple[Playbook, tuple[Problem, ...]]:
    """The playbook in this language, from content/ or from someone's own folder.

    A stage missing in this language is taken in the other one; what could not be read is told.
    """
    root: Traversable = folder or content("playbook")
    before = None if folder else _before(f"playbook-{language}")
    if before and (known := before.recall()):
        from coach_tui.playbook.plain import stages_from

        return Playbook(stages_from(known)), ()
    if before:
        before.begin(Path(str(root), each, f"{language}.md") for each in STAGES)
    stages: list[Stage] = []
    problems: list[Problem] = []
    for stage_id in STAGES:
        for spoken in (language, *(each for each in LANGUAGES if each != language)):
            stage, found = _stage(root, stage_id, spoken)
            problems += found
            if stage:
                stages.append(stage)
                break
    whole = not problems and [each.language for each in stages] == [language] * len(STAGES)
    if before and whole:
        from coach_tui.playbook.plain import as_plain

        before.keep(as_plain(tuple(stages)))
    return Playbook(stages), tuple(problems)


def stage_files(folder: Path | None = None) -> Iterator[tuple[str, Language, Traversable]]:
    """Every stage document there is, with its stage and its language."""
    root: Traversable = folder or content("playbook")
    for stage_id in STAGES:
        for language in LANGUAGES:
            file = root.joinpath(stage_id, f"{language}.md")
            if file.is_file():
                yield stage_id, language, file


@cache
def load_catalogue(name: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a catalogue of ours ("accesses", "kpis", "advice", "glossary", "sources" …).

    Those that can be read, in their order; what could not be read is told. KeyError for a name
    that is not in `catalogue_specs.SPECS`.
    """
    from coach_tui.playbook.plain import as_plain, entries_from

    before = _before(f"catalogue-{name}")
    if before and (known := before.recall()):
        _CATALOGUE_FILES[name] = before.files
        return entries_from(known), ()
    from coach_tui.playbook.catalogue import parse_catalogue
    from coach_tui.playbook.catalogue_specs import SPECS

    spec = SPECS[name]
    if before:
        before.begin(_all_in(content(*spec.file.split("/"))))
        _CATALOGUE_FILES[name] = before.files
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for path, text in catalogue_texts(spec.file):
        if text is None:
            problems.append(Problem(path, 1, "playbook.unreadable"))
            continue
        found, faults = parse_catalogue(text, path, spec)
        problems += faults
        for entry in found:
            if entry.id in entries:
                values = {"id": entry.id}
                problems.append(Problem(path, entry.line, "playbook.entry-twice", values))
            entries.setdefault(entry.id, entry)
    if before and not problems:
        before.keep(as_plain(tuple(entries.values())))
    return tuple(entries.values()), tuple(problems)


def catalogue_files() -> list[str]:
    """Every file behind the catalogues that were asked for until now."""
    return sorted({file for files in _CATALOGUE_FILES.values() for file in files})


class Catalogues(Mapping[str, Any]):
    """Our catalogues by name, each read when it is first asked for: reading one takes a while."""

    def __getitem__(self, name: str) -> tuple[Entry, ...]:
        return load_catalogue(name)[0]

    def __iter__(self) -> Iterator[str]:
        from coach_tui.playbook.catalogue_specs import SPECS

        return iter(SPECS)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def catalogue_texts(file: str) -> Iterator[tuple[str, str | None]]:
    """The path and text of this file of content/, or of each `.toml` file of this folder."""
    place = content(*file.split("/"))
    if not place.is_dir():
        yield file, read_text(place)
        return
    for each in sorted(place.iterdir(), key=lambda each: each.name):
        if each.name.endswith(".toml"):
            yield f"{file}/{each.name}", read_text(each)


def read_text(file: Traversable) -> str | None:
    """The file's text, or None where it is not UTF-8 text that can be read."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _stage(
    root: Traversable, stage_id: str, language: Language
) -> tuple[Stage | None, list[Problem]]:

    from coach_tui.playbook.parse import parse_stage

    file = root.joinpath(stage_id, f"{language}.md")
    if not file.is_file():
        return None, []
    path = f"{stage_id}/{language}.md"
    text = read_text(file)
    if text is None:
        return None, [Problem(path, 1, "playbook.unreadable")]
    stage, problems = parse_stage(text, path, language)
    if stage and stage.id != stage_id:
        values = {"id": stage.id, "folder": stage_id}
        return stage._replace(id=stage_id), [
            *problems,
            Problem(path, 2, "playbook.stage-id", values),
        ]
    return stage, problems


def _before(name: str) -> ReadBefore | None:
    """What was read of content/ before; in a zip nothing is kept."""
    place = content()
    return ReadBefore(place, name) if isinstance(place, Path) else None


def _all_in(place: Traversable) -> Iterator[Path]:
    """The file; or the folder, which shows what comes and goes in it, and its files."""
    path = Path(str(place))
    yield path
    if place.is_dir():
        yield from sorted(path.iterdir())


@cache
def _root(name: str) -> Traversable:
    package = Path(__file__).resolve().parent
    checkout = package.parent
    # The checkout first: whoever edits a live file must see it at once.
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    if (packed := package / f"_{name}").is_dir():
        return packed
    from importlib.resources import files  # only a zip application gets here; it costs 20 ms

    if (zipped := files("coach_tui").joinpath(f"_{name}")).is_dir():
        return zipped
    raise BundleMissing(f"coach-tui: the folder {name!r} is missing from this installation")
