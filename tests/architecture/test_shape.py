"""The house stays easy to find one's way in: no circles, no long files, one name for one thing."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import coach_tui

PACKAGE = Path(coach_tui.__file__).parent
LONGEST = 300  # lines


def modules() -> dict[str, ast.Module]:
    """Every module by its name, as it is written."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(file.read_text("utf-8"))
    return found


MODULES = modules()


def imports(name: str, known: Mapping[str, ast.Module]) -> set[str]:
    """The modules this one names, at its head, inside a function or for its types only."""
    found = set()
    for node in ast.walk(known[name]):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                inside = f"{node.module}.{each.name}"
                found.add(inside if inside in known else node.module)
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found & known.keys() - {name}


def circle(known: Mapping[str, ast.Module]) -> list[str]:
    """Modules that need one another, in turn; none where each can be read after what it needs."""
    try:
        TopologicalSorter({name: imports(name, known) for name in known}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_needs_what_needs_it_not_even_for_its_types() -> None:
    assert circle(MODULES) == []


def test_a_circle_is_found() -> None:
    sources = {
        "a": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from b import B",
        "b": "def late():\n    import a",
    }
    found = circle({name: ast.parse(source) for name, source in sources.items()})
    assert sorted(set(found)) == ["a", "b"]


def test_no_file_is_long_but_the_tables_of_words() -> None:
    long = {
        str(file.relative_to(PACKAGE))
        for file in PACKAGE.rglob("*.py")
        if len(file.read_text("utf-8").splitlines()) > LONGEST
    }
    assert {name for name in long if not name.startswith("language/")} == set()


def test_no_two_classes_have_one_name() -> None:
    named: dict[str, list[str]] = {}
    for module, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(module)
    assert {name: found for name, found in named.items() if len(found) > 1} == {}
