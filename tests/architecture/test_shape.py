"""The house stays easy to find one's way in: no circles, no long files, one name for one thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import coach_tui

PACKAGE = Path(coach_tui.__file__).parent
LONGEST = 300  # lines


@cache
def modules() -> dict[str, ast.Module]:
    """Every module by its name, as it is written."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(file.read_text("utf-8"))
    return found


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
    assert circle(modules()) == []


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
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(module)
    assert {name: found for name, found in named.items() if len(found) > 1} == {}


def rooms() -> dict[Path, str]:
    """Every package by its folder, with what it says of itself."""
    files = sorted(PACKAGE.rglob("__init__.py"))
    return {
        file.parent: ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "" for file in files
    }


def test_every_room_says_what_is_where() -> None:
    """A folder inside a layer names each of its modules, so that none is to be looked for."""
    silent = [f"{room.relative_to(PACKAGE)}" for room, said in rooms().items() if not said.strip()]
    assert silent == []
    layers = {PACKAGE / each for each in ("cli", "coach", "engagement", "exports", "ui")}
    unnamed = [
        f"{module.relative_to(PACKAGE)}"
        for room, said in rooms().items()
        if room.parent in layers
        for module in sorted(room.glob("*.py"))
        if module.stem != "__init__" and not re.search(rf"\b{module.stem}\b", said)
    ]
    assert unnamed == [], "name it in the docstring of its folder's __init__.py"


def test_where_a_screen_folds_is_said_in_one_place() -> None:
    """The width or height of a window is compared with no figure but a name in `ui/widths`."""
    sizes = re.compile(r"BREAKPOINTS = \[|\bsize\.(?:width|height) *[<>]=? *[1-9]")
    found = [
        f"{file.relative_to(PACKAGE)}: {line.strip()}"
        for file in sorted((PACKAGE / "ui").rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if sizes.search(line)
    ]
    assert found == []


def test_every_formula_named_as_a_source_is_in_the_repository() -> None:
    """`FORMULAS.md, "Taper"` names a part of that page, and each part is some module's source."""
    page = PACKAGE.joinpath("FORMULAS.md").read_text("utf-8")
    parts = set(re.findall(r"^## (.+)$", page, re.MULTILINE))
    sources = [file.read_text("utf-8") for file in PACKAGE.rglob("*.py")]
    named = {each for text in sources for each in re.findall(r'FORMULAS\.md, "([^"]+)"', text)}
    bare = [text for text in sources if re.search(r'FORMULAS\.md(?!, ")|DOMAIN\.md', text)]
    assert (parts, bare) == (named, [])
