"""A stage is read from plain lines: what is there is kept, what can't be read is told.

The cases a person can read are in stages.txt.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.playbook.model import Due, Problem, Stage, Step
from coach_tui.playbook.parse import SIZE_LIMIT, parse_stage

PIECES = (
    *("# Rhythm", "<!-- stage: rhythm -->", "## Meetings", "<!-- section: meetings -->"),
    *("### Meet", "### Meet #", "#", "###", "#### Small", "Words of prose.", "- a line", "> Why?"),
    *("- Held <!-- exit: held -->", "- He <!-- entry: he -->", "* Held <!-- exit: star -->"),
    *("<!-- step: meet | owner: cmo -->", "<!-- step: greet | owner: team | due: D+5 -->"),
    *("<!-- step: bad id | owner: cmo -->", "<!-- step: meet | due: never", "<!--", "-->", "```"),
    *(
        "~~~",
        "[a](#meet)",
        "  ### Indented",
        "Title\n=====",
        "\tcode",
        "",
        " ",
        "\x1b[2J",
        "\ufeff",
    ),
    *("\u2028### x", "\r", "### a <!-- b -->", "text <!-- begins", "    <!-- far -->"),
)
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=30)
documents = lines.map("\n".join)


class Case(NamedTuple):
    name: str
    document: str
    understood: str
    told: str


def cases() -> list[Case]:
    text = (Path(__file__).parent / "stages.txt").read_text(encoding="utf-8")
    found = []
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        document, _, rest = rest.partition("\n---- understood")
        understood, _, told = rest.partition("\n---- told")
        document = document.replace("␍", "\r").replace("␛", "\x1b")
        found.append(Case(name, document, understood.strip(), told.strip()))
    return found


def said_due(due: Due) -> str:
    if due.anchor == "after":
        return f"after {due.step}+{due.number}"
    sign = "+" if due.anchor in "DT" and due.number > 0 else ""
    return f"{due.anchor}{sign}{due.number}"


def said_step(step: Step) -> str:
    parts = [
        f"step {step.id}: {step.title}",
        ", ".join(filter(None, (step.owner, step.confirmer))),
        said_due(step.due) if step.due else "",
        f"{step.effort} min" if step.effort else "",
        "essential" if step.essential else "",
        step.done_when,
        " ".join(step.sources),
        f"leads to {' '.join(step.links)}" if step.links else "",
    ]
    return " · ".join(filter(None, parts))


def said(stage: Stage | None) -> str:
    if stage is None:
        return ""
    told = [f"stage {stage.id}: {stage.title}"]
    told += [f"entry {each.id}: {each.text}" for each in stage.entry]
    told += [f"exit {each.id}: {each.text}" for each in stage.exit]
    for section in stage.sections:
        told += [f"section {section.id}: {section.title}"] if section.id else []
        told += [said_step(step) for step in section.steps]
    return "\n".join(told)


def said_problem(problem: Problem) -> str:
    values = problem.values
    about = values.get("title") or values.get("key") or values.get("id", "")
    about = f"{values['key']}: {values['value']}" if "value" in values else about
    about = "" if problem.reason.endswith("no-owner") else about
    return f"{problem.line} {problem.reason.removeprefix('playbook.')} {about}".strip()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_understood_and_what_is_told(case: Case) -> None:
    stage, problems = parse_stage(case.document, "rhythm/en.md", "en")
    assert said(stage) == case.understood
    assert "\n".join(map(said_problem, problems)) == case.told
    assert all(problem.path == "rhythm/en.md" for problem in problems)


def test_a_step_keeps_its_prose_and_not_its_comment() -> None:
    case = cases()[0]
    stage, _ = parse_stage(case.document, "rhythm/en.md", "en")
    assert stage is not None
    assert stage.steps[0].body == "**Done when** it was held. See [the report](#report)."
    assert "<!--" not in stage.opening
    assert "- A first day\n" in stage.opening


@given(documents)
def test_no_text_is_too_broken_to_be_read(text: str) -> None:
    stage, problems = parse_stage(text, "somewhere.md")
    assert stage is not None or problems
    assert all(1 <= problem.line <= text.count("\n") + 2 for problem in problems)


@given(st.text())
def test_nor_is_any_other(text: str) -> None:
    parse_stage(text, "somewhere.md")
    parse_stage(f"# T\n<!-- stage: rhythm -->\n### S\n<!-- {text} -->", "somewhere.md")


@pytest.mark.parametrize(
    "hostile",
    [
        "<!--",
        "a <!--",
        "- x <!-- entry: ",
        "### a\n<!-- step: a | owner: cmo",
        "](#",
        "#",
        " ",
        "`" * 3,
        "| ",
    ],
)
def test_a_long_file_of_one_thing_is_read_at_once(hostile: str) -> None:
    """A pattern that searches again from every place would take hours here, not seconds."""
    text = "# T\n<!-- stage: rhythm -->\n" + hostile * (SIZE_LIMIT // len(hostile) - 60)
    stage, _ = parse_stage(text + " " * 9 + "x", "long.md")
    assert stage is not None


def test_a_megabyte_is_refused_with_the_limit() -> None:
    stage, problems = parse_stage("x" * 1_000_000, "large.md")
    assert stage is None
    assert [(problem.reason, problem.values) for problem in problems] == [
        ("playbook.too-large", {"limit": SIZE_LIMIT})
    ]
