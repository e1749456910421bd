"""The house stays easy to find one's way in: no circles, no long files, one name for one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import coach_tui

PACKAGE = Path(coach_tui.__file__).parent
LONGEST = 300  # lines
# Longer than that, for now; a table of words may be as long as there is to say.
LONGER = {"session.py", "store/disk.py"}


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
    assert {name for name in long if not name.startswith("language/")} - LONGER == set()


# One name, two things, each in its own room and never met with the other; the list gets shorter.
TWICE = frozenset(
    """
    Act Advice Answer Calendar Change Choice Client Command Count Document Dose Draft Due Entry
    Field Finding Flag Found Frame Handout Known Line Meeting Money Month Move NotRead Number
    Part Phase Place Reading Records Row Sheet Text Verdict Week absence_test advise after_exit
    as_typed ask_new asked_of back_up band_of beginning bring_back calendar_of columns
    commands_of day_of day_said decide decoded definition_of detail exit_lines facts fit
    frame_of ids_once in_order json_option keep listed month_of on_one_line open_decision
    percent place_of plain proof_words read read_phases reader_of recorded records_of remember
    remove restore ritual_held row rows said same set_aside show standing summary table tell
    thing_words value_words verdict waiting_row weeks_of write_document
    """.split()  # noqa: SIM905
)
# Commands are found by their name: `add_list` its options, `run_list` the run.
BY_NAME = ("_", "add_", "run_")


def named_twice(known: Mapping[str, ast.Module]) -> dict[str, list[str]]:
    """The public functions and classes that more than one module defines, and which ones do."""
    found = defaultdict(list)
    for module, tree in known.items():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith(
                BY_NAME
            ):
                found[node.name].append(module)
    return {name: places for name, places in found.items() if len(places) > 1}


def test_one_name_means_one_thing() -> None:
    new = {name: places for name, places in named_twice(MODULES).items() if name not in TWICE}
    assert new == {}, "call one of them by what it is"


def test_a_name_given_twice_is_found() -> None:
    sources = {"a": "class Line: ...", "b": "def Line(): ...", "c": "def run_line(): ..."}
    found = named_twice({name: ast.parse(source) for name, source in sources.items()})
    assert found == {"Line": ["a", "b"]}
