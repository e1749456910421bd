"""The `[[entry]]` tables of a TOML text, each with its line; what is not TOML costs only itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Problem

_AT_LINE: Final = re.compile(r"\(at line (\d+)")


def tables_in(
    text: str, path: str, name: str, problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Every `[[name]]` table with its line. A file that is not TOML is read table by table."""
    starts = _starts(text, name)
    document = _toml(text, path, 0, [])
    if document is not None:
        yield from _listed(document, path, name, starts, problems)
        return
    lines = text.split("\n")
    for start, end in zip([1, *starts], [*starts, len(lines) + 1], strict=True):
        part = _toml("\n".join(lines[start - 1 : end - 1]), path, start - 1, problems)
        if part:
            yield from _listed(part, path, name, [start], problems)


def _listed(
    document: Mapping[str, Any], path: str, name: str, starts: list[int], problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for other in document:
        if other != name:
            values = {"found": one_line(other, 40), "table": name}
            problems.append(Problem(path, starts[0] if starts else 1, "playbook.table", values))
    tables = document.get(name, [])
    tables = tables if isinstance(tables, list) else [tables]
    lines = starts if len(starts) == len(tables) else [1] * len(tables)
    for line, table in zip(lines, tables, strict=True):
        if isinstance(table, dict):
            yield line, table
        else:
            problems.append(Problem(path, line, "playbook.no-entries", {"table": name}))


def _toml(text: str, path: str, above: int, problems: list[Problem]) -> dict[str, Any] | None:
    """The document in `text`, whose first line is line `above + 1` of the file."""
    import tomllib  # noqa: PLC0415 (12 ms, and a command that shows progress needs no catalogue)

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 figures is a ValueError too
        lines = text.split("\n")
        match = _AT_LINE.search(str(error))
        line = int(match[1]) if match else len(lines) if "end of document" in str(error) else 1
        written = one_line(lines[min(line, len(lines)) - 1], 60)
        problems.append(Problem(path, above + line, "playbook.toml", {"text": written}))
        return None


def _starts(text: str, name: str) -> list[int]:
    header = re.compile(rf"[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]")
    return [number for number, line in enumerate(text.split("\n"), 1) if header.match(line)]
