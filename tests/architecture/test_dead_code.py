"""Nothing is written for nobody: what neither the app nor a command reaches is not kept.

A function, a class or a constant of a module is reached where its own module reads its name
outside it, where another imports it, or where the name stands as an attribute or as a word of a
text (`"ui.app:CoachApp"`, `getattr(record, "due")`). That a test calls it is not enough.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

from tests.architecture.test_shape import modules

# Commands are found by their name in `cli/parser.py`: `add_set` its options, `run_set` the run.
BY_NAME = ("add_", "run_")
# Reached by nobody inside, and kept: by whom, or what for.
KEPT = {
    "bundled.stage_files": "the tests of the content read every stage's file by it",
}


def defined(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """What a module defines at its head, by name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((each.id, node) for each in targets if isinstance(each, ast.Name))


def named_elsewhere(known: Mapping[str, ast.Module]) -> tuple[set[tuple[str, str]], set[str]]:
    """What is imported, as (module, name); and what stands as an attribute or in a text."""
    imported: set[tuple[str, str]] = set()
    said: set[str] = set()
    for tree in known.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported |= {(node.module, each.name) for each in node.names}
            elif isinstance(node, ast.Attribute):
                said.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                said |= {*node.value.replace(":", " ").split()} if len(node.value) < 200 else set()
    return imported, said


def reads(tree: ast.AST) -> Counter[str]:
    """How often each name is read in this."""
    return Counter(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    )


def unreached(known: Mapping[str, ast.Module]) -> list[str]:
    """`module.name` of everything nobody reaches."""
    imported, said = named_elsewhere(known)
    found = []
    for module, tree in known.items():
        everywhere = reads(tree)
        for name, definition in defined(tree):
            read = everywhere[name] > reads(definition)[name]
            if not (read or name in said or (module, name) in imported or name.startswith("__")):
                found.append(f"{module}.{name}".removeprefix("coach_tui."))
    return found


def test_nothing_is_written_for_nobody() -> None:
    found = [
        each
        for each in unreached(modules())
        if not each.startswith("language.")
        and not (each.startswith("cli.") and each.rpartition(".")[2].startswith(BY_NAME))
    ]
    unlisted = [each for each in found if each not in KEPT]
    assert unlisted == [], "delete it, or say in KEPT who reaches it"
    assert [each for each in KEPT if each not in found] == [], "it is reached: out of KEPT"


def test_the_search_finds_what_only_calls_itself() -> None:
    sources = {"a": "def used(): ...\ndef alone(n): return alone(n)\nLIMIT = 3", "b": "import a"}
    sources["c"] = "from a import used"
    found = unreached({name: ast.parse(source) for name, source in sources.items()})
    assert found == ["a.alone", "a.LIMIT"]
