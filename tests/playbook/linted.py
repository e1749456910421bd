"""A small playbook without a fault, to break one rule at a time."""

from __future__ import annotations

from collections.abc import Sequence

from coach_tui.coach.acts import records_of
from coach_tui.playbook.check import Checked, FileRead, check_playbook

FACTS = frozenset({"access:listed"})
SOURCES = frozenset({"guide", "rule"})
LISTS = "does: access | takes: 5min | source: guide"
PROVES = "does: proof | takes: 2min | source: rule"
PROSE = {"fr": " ".join(["mot"] * 70), "en": " ".join(["word"] * 70)}
LABELS = {
    "fr": ("Cadrage", "Avant", "Décider", "Choisir", "Voir aussi"),
    "en": ("Framing", "Before", "Decide", "Choose", "See also"),
}


def stage(language: str, name: str = "framing") -> str:
    """A stage with one section and two steps; every id begins with the stage's name."""
    title, section, first, second, see = LABELS[language]
    return f"""# {title}
<!-- stage: {name} -->

- {title} <!-- entry: {name}-ready -->
- {section} <!-- exit: {name}-done -->

## {section}
<!-- section: before -->

### {first}
<!-- step: {name}-decide | owner: founder | due: D-5 | done-when: access:listed | {LISTS} -->
{PROSE[language]}

**{see}** [{second}](#{name}-choose)

### {second}
<!-- step: {name}-choose | owner: cmo | due: after:{name}-decide+3 | essential | {PROVES} -->
{PROSE[language]}
"""


def text(content: str | None, language: str, name: str = "framing") -> FileRead:
    return FileRead(f"{name}/{language}.md", name, content, language)


def both(french: str, english: str) -> list[FileRead]:
    return [text(french, "fr"), text(english, "en")]


def check(texts: Sequence[FileRead], *, both_languages: bool = True) -> Checked:
    """The verdict on the framing stage; the five others are not asked for."""
    checked = check_playbook(texts, FACTS, SOURCES, records_of, both_languages=both_languages)
    asked = [problem for problem in checked.problems if problem.path.startswith("framing/")]
    return checked._replace(problems=tuple(asked))


def reasons(checked: Checked) -> list[str]:
    return [problem.reason.removeprefix("playbook.") for problem in checked.problems]
