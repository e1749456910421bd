"""How fields are annotated is part of how soon the first screen is there."""

from __future__ import annotations

import ast
from pathlib import Path

import coach_tui

MODULES = sorted(Path(coach_tui.__file__).parent.rglob("*.py"))


def test_a_module_of_named_tuples_does_not_postpone_its_annotations():
    # typing compiles each postponed annotation of a field anew, at every start.
    found = [module for module in MODULES if defines_named_tuples(module.read_text("utf-8"))]
    assert found
    for module in found:
        assert "from __future__ import annotations" not in module.read_text("utf-8"), (
            f"{module}: quote the names that are not there yet instead"
        )


def defines_named_tuples(source: str) -> bool:
    """Whether a class of this module is a NamedTuple."""
    return any(
        isinstance(base, ast.Name) and base.id == "NamedTuple"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    )
