"""Every word the app says is written in both languages, and well set in each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import coach_tui
from coach_tui.language import LANGUAGES, Words, subject_of
from coach_tui.playbook.check_prose import typography
from tests.architecture.test_shape import modules

PACKAGE = Path(coach_tui.__file__).parent
SAYING = {"words", "Refusal", "Refused", "refuse", "Problem", "_Fault", "Notice", "say_words"}
KEY = re.compile(r"[a-z][a-z_]*(?:\.[a-z0-9_-]+)+")
# A sign on its own, the other language's name, or a program's own blanks: not prose.
NOT_PROSE = {
    "cli.doctor.wrong": "names the sign ! that marks a line",
    "refusal.kpi.in-percent": "names the sign %",
    "welcome.about": "says how to change language in the other language",
}
ARGPARSE = re.compile(r"%(?:\([a-z]+\))?s")


def subjects(language: str) -> dict[str, dict[str, str | dict[str, str]]]:
    folder = PACKAGE / "language" / language
    names = sorted(file.stem for file in folder.glob("*.py") if file.stem != "__init__")
    return {name: import_module(f"coach_tui.language.{language}.{name}").WORDS for name in names}


FRENCH, ENGLISH = subjects("fr"), subjects("en")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def texts(entry: str | dict[str, str]) -> list[str]:
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def test_the_same_subjects_in_both_languages() -> None:
    assert FRENCH.keys() == ENGLISH.keys()


@pytest.mark.parametrize("subject", sorted(FRENCH.keys() & ENGLISH.keys()))
def test_the_same_keys_blanks_and_plurals_in_both_languages(subject: str) -> None:
    french, english = FRENCH[subject], ENGLISH[subject]
    assert french.keys() == english.keys()
    for key in french:
        assert subject_of(key) == subject, f"{key} would never be found"
        for entry in (french[key], english[key]):
            assert isinstance(entry, str) or entry.keys() == {"one", "other"}, key
            assert all(map(str.strip, texts(entry))), key
        asked = {
            language: set().union(*map(blanks, texts(entry)))
            for language, entry in (("fr", french[key]), ("en", english[key]))
        }
        plural = isinstance(french[key], dict) or isinstance(english[key], dict)
        assert asked["fr"] - {"n"} == asked["en"] - {"n"}, key
        assert plural or asked["fr"] == asked["en"], key


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [("fr", *each) for each in FRENCH.items()] + [("en", *each) for each in ENGLISH.items()],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_are_well_set(
    language: str, subject: str, words: dict[str, str | dict[str, str]]
) -> None:
    told = [
        (key, problem.reason, problem.values["text"])
        for key, entry in words.items()
        if key not in NOT_PROSE
        for text in texts(entry)
        for problem in typography(ARGPARSE.sub("{x}", text), key, language)
    ]
    assert told == []


def said_keys() -> Iterator[tuple[str, str]]:
    """Each key handed to something that says words, as a pattern: blanks of f-strings are any."""
    for module, tree in modules().items():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _name(call.func) in SAYING:
                for argument in call.args:
                    if (pattern := _pattern(argument)) is not None:
                        yield pattern, f"{module}:{call.lineno}"


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _pattern(argument: ast.expr) -> str | None:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return re.escape(argument.value) if KEY.fullmatch(argument.value) else None
    if isinstance(argument, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[A-Za-z0-9_.:-]+"
            for part in argument.values
        ]
        found = "".join(parts)
        return found if re.match(r"(?:refusal\\\.)?[a-z]+\\\.", found) else None
    return None


def test_every_key_the_program_says_is_written() -> None:
    written = {key for words in ENGLISH.values() for key in words}
    lines = "\n".join(written)  # no pattern goes over the end of a key
    said = list(said_keys())
    known = {
        pattern: re.search(f"^{pattern}$", lines, re.MULTILINE)
        for pattern in {pattern for pattern, _ in said} - {re.escape(key) for key in written}
    }
    missing = [f"{where}: {pattern}" for pattern, where in said if not known.get(pattern, True)]
    assert missing == []
    assert len(said) > 100, "otherwise the search itself is broken"


def test_the_search_for_keys_can_fail() -> None:
    call = ast.parse("words('step.never-written')").body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert _pattern(call.value.args[0]) == r"step\.never\-written"
    assert Words("en")("step.never-written") == "step.never-written"


def test_both_languages_are_the_ones_we_speak() -> None:
    assert set(LANGUAGES) == {"fr", "en"}
