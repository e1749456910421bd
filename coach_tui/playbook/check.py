"""The linter behind `coach playbook check`: everything that can be said of the texts themselves.

Pure: whoever calls it reads the files. The facts a `done-when` may name and the acts a `does` may
name come as parameters, for the playbook does not know the coach.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from coach_tui.language import LANGUAGES
from coach_tui.playbook import check_acts as acts
from coach_tui.playbook import check_catalogues as catalogues
from coach_tui.playbook import check_kinds as kinds
from coach_tui.playbook import check_links as links
from coach_tui.playbook import check_markdown as markdown
from coach_tui.playbook.check_pairs import same_stage
from coach_tui.playbook.check_prose import lengths, typography
from coach_tui.playbook.check_templates import same_document
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import STAGES, Problem, Stage
from coach_tui.playbook.parse import parse_stage


class FileRead(NamedTuple):
    """A file as it was read; `text` is None where it is not UTF-8 text.

    name      what it is: a stage's folder, a catalogue, a template.
    language  "" where both are in the same file.
    """

    path: str
    name: str
    text: str | None
    language: str = ""


class Count(NamedTuple):
    """What a stage holds in one language."""

    stage: str
    language: str
    steps: int
    essential: int


class Checked(NamedTuple):
    """The problems in the order of files and lines, and the counts in the order of stages."""

    problems: tuple[Problem, ...]
    counts: tuple[Count, ...]


def check_playbook(
    texts: Sequence[FileRead],
    facts: Collection[str],
    sources: Collection[str],
    records_of: Callable[[str], acts.LeftOnRecord | None],
    *,
    both_languages: bool,
) -> Checked:
    """All that is wrong in these stage documents. `records_of` tells what an act records.

    Someone's own playbook may be in one language (`both_languages` False): then only the stages
    it has in both are compared.
    """
    problems: list[Problem] = []
    stages: dict[tuple[str, str], Stage] = {}
    for text in texts:
        stage = _stage(text, problems)
        if stage:
            stages[stage.id, text.language] = stage
    # A stage that is not in the reader's language is shown in the other one: its steps exist too.
    ids = {step.id for stage in stages.values() for step in stage.steps}
    for stage in stages.values():
        problems += links.names_exist(stage, ids, facts, sources)
        problems += links.essentials(stage)
        problems += acts.acts_exist(stage, records_of)
    for language in LANGUAGES:
        told = [stage for stage in stages.values() if stage.language == language]
        problems += [*links.ids_once(told), *links.cycles(told), *acts.prerequisites(told)]
    for name in STAGES:
        problems += _pair(name, stages, texts, both_languages)
    counts = (
        Count(name, language, len(stage.steps), sum(step.essential for step in stage.steps))
        for name in STAGES
        for language in LANGUAGES
        if (stage := stages.get((name, language)))
    )
    return Checked(in_order(problems), tuple(counts))


def check_catalogues(
    texts: Iterable[FileRead], steps: Collection[str], sources: Collection[str]
) -> tuple[Problem, ...]:
    """All that is wrong in these catalogues."""
    problems: list[Problem] = []
    found: dict[str, list[tuple[str, Entry]]] = {}
    for text in texts:
        if text.text is None:
            problems.append(Problem(text.path, 1, "playbook.unreadable"))
            continue
        entries, faults = catalogues.check_catalogue(
            text.name, text.text, text.path, steps, sources
        )
        problems += faults
        found.setdefault(text.name, []).extend((text.path, entry) for entry in entries)
    problems += [fault for pairs in found.values() for fault in catalogues.ids_once(pairs)]
    sections = [section for _, section in found.get("dossier-sections", ())]
    problems += kinds.kinds_name_what_exists(found.get("documents", ()), sections, steps)
    return in_order(problems)


def check_kinds(
    known: Mapping[str, Entry], templates: Iterable[FileRead], signs: Iterable[FileRead]
) -> tuple[Problem, ...]:
    """Blanks of templates that their kind does not know; signs of a poor text that are not five."""
    problems: list[Problem] = []
    for text in templates:
        problems += kinds.undeclared(text.text or "", text.path, known.get(text.name))
    for text in signs:
        problems += kinds.five_signs(text.text or "", text.path)
    return in_order(problems)


def check_documents(texts: Sequence[FileRead]) -> tuple[Problem, ...]:
    """All that is wrong in these texts: templates, examples, help, each in one file a language."""
    problems: list[Problem] = []
    spoken: dict[str, dict[str, FileRead]] = {}
    for text in texts:
        told_twice = text.path.removesuffix(f"{text.language}.md")
        spoken.setdefault(told_twice, {})[text.language] = text
        if text.text is None:
            problems.append(Problem(text.path, 1, "playbook.unreadable"))
        else:
            problems += typography(text.text, text.path, text.language)
    for pair in spoken.values():
        problems += _told_twice(pair)
    return in_order(problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, then by line, each said once."""
    told: dict[tuple[str, int, str, str], Problem] = {}
    for problem in problems:
        told.setdefault((*problem[:3], str(problem.values)), problem)
    return tuple(sorted(told.values(), key=lambda problem: problem[:2]))


def _stage(text: FileRead, problems: list[Problem]) -> Stage | None:
    """The stage of this file, under its folder's name, once its own faults are told."""
    if text.text is None:
        problems.append(Problem(text.path, 1, "playbook.unreadable"))
        return None
    stage, faults = parse_stage(text.text, text.path, text.language)
    problems += faults
    if stage is None:
        return None
    if stage.id != text.name:
        values = {"id": stage.id, "folder": text.name}
        problems.append(Problem(text.path, 2, "playbook.stage-id", values))
    problems += typography(text.text, text.path, text.language)
    problems += markdown.same_headings(text.text, text.path)
    problems += markdown.plain(stage, text.text)
    for step in stage.steps:
        problems += lengths(step, text.path)
    return stage._replace(id=text.name)


def _pair(
    name: str,
    stages: Mapping[tuple[str, str], Stage],
    texts: Sequence[FileRead],
    both_languages: bool,
) -> Iterable[Problem]:
    one, other = (stages.get((name, language)) for language in LANGUAGES)
    if one and other:
        return same_stage(one, other)
    there = {text.language for text in texts if text.name == name}
    missing = [language for language in LANGUAGES if language not in there]
    if not both_languages or not missing:
        return ()
    return [
        Problem(f"{name}/{language}.md", 1, "playbook.alone", {"language": language})
        for language in missing
    ]


def _told_twice(pair: Mapping[str, FileRead]) -> Iterable[Problem]:
    one, other = (pair.get(language) for language in LANGUAGES)
    if one is None or other is None:
        missing = "fr" if one is None else "en"
        return [
            Problem(text.path, 1, "playbook.alone", {"language": missing}) for text in pair.values()
        ]
    if one.text is None or other.text is None:
        return ()
    return same_document(one.text, other.text, other.path)
