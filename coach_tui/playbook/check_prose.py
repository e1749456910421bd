"""How prose is written: the marks of each language, the length of a step and of its title.

Limits are our rule of thumb: one screen a step, a title on one line of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from coach_tui.playbook.model import Problem, Step

WORDS_MIN: Final = 60
WORDS_MAX: Final = 160
TITLE_MAX: Final = 60  # characters
ENTRY_WORDS_MAX: Final = 40
_NOT_PROSE: Final = re.compile(
    r"<!--[^>\n]{0,500}-->|`[^`\n]*`|\]\([^)\s]{0,500}\)|https?://\S+|\{[a-z_]+\}|[*_]+"
)
_TABLE_RULE: Final = re.compile(r"[\s|:-]+")
_FRENCH: Final = (
    ("playbook.straight-quote", re.compile(r"[\"']")),
    (
        "playbook.french-space",
        re.compile(
            # A mark that begins its line is a sign ("! late"), not the end of a sentence.
            r"(?<=.)(?<![\u00a0\u202f(!?])[;?!]|(?<![\u00a0\u202f])»|«(?:[^\u00a0\u202f]|$)"
            r"|(?<![\u00a0\u202f]):(?=\s|$)|\d ?(?:%|[KM]?€)"
        ),
    ),
)
_ENGLISH: Final = (
    ("playbook.straight-quote", re.compile(r"[\"']")),
    (
        "playbook.english-space",
        re.compile(r"(?<=[\w”’)\]}])[ \u00a0\u202f](?:[,;:?!%)]|\.(?=\s|$))"),
    ),
)
_AROUND: Final = 18  # characters shown on each side of a fault


def typography(text: str, path: str, language: str) -> Iterator[Problem]:
    """Where this Markdown breaks the language's marks. Code, links, blanks, comments are skipped.

    French: a no-break space (U+00A0 or U+202F) before : ; ? ! % € » and after «, and ’ for an
    apostrophe. English: curly quotes, and no space before a mark.
    """
    rules = {"fr": _FRENCH, "en": _ENGLISH}.get(language, ())
    for number, line in enumerate(_prose(text).split("\n"), 1):
        if _TABLE_RULE.fullmatch(line):
            continue
        for reason, rule in rules:
            if match := rule.search(line):
                values = {"text": _excerpt(line, match.start())}
                yield Problem(path, number, reason, values)


def count_words(body: str) -> int:
    """The words of a step as a reader counts them: no comment, no link's target, no lone mark."""
    return sum(any(map(str.isalnum, word)) for word in _prose(body).split())


def lengths(step: Step, path: str) -> Iterator[Problem]:
    """Whether the step fits on a screen, and its title on a line."""
    count = count_words(step.body)
    if not WORDS_MIN <= count <= WORDS_MAX:
        values = {"id": step.id, "n": count, "low": WORDS_MIN, "high": WORDS_MAX}
        yield Problem(path, step.line, "playbook.length", values)
    if len(step.title) > TITLE_MAX:
        values = {"id": step.id, "n": len(step.title), "high": TITLE_MAX}
        yield Problem(path, step.line, "playbook.title-length", values)


def _prose(text: str) -> str:
    """`text` without what is not prose, on the same lines."""
    return _NOT_PROSE.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    found = match.group()
    if found.startswith("]("):
        return "]"
    return "" if found[0] in "*_<" else "x"


def _excerpt(line: str, place: int) -> str:
    cut = line[max(0, place - _AROUND) : place + _AROUND].strip()
    return cut.replace("\u00a0", " ").replace("\u202f", " ")
