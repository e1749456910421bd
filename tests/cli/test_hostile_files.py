"""A file in which somebody wrote what nobody should: commands answer, and saving still works."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coach_tui.exports.handouts import HANDOUTS
from tests.cli.conftest import Coach
from tests.cli.hostile import cases, put_in
from tests.exports.reading import READER

COMMANDS = (
    "status", "status --json", "today", "today --json", "list", "list --json", "history",
    "history --json", "check", "portfolio", "search é", "export checklist", "export handover",
    "export decision", "export team", "export accesses", "export kpis", "report month", "kpi list",
    "kpi status", "team list", "access list", "rhythm list", "rhythm resume", "rhythm days",
    "transition readiness", "frame cost", "doctor",
)  # fmt: skip

IN_JSON = (
    "status", "today", "list", "history", "check", "portfolio", "kpi list", "kpi status",
    "team list", "access list", "rhythm list", "rhythm days", "rhythm resume", "frame cost",
    "transition readiness",
)  # fmt: skip


@pytest.fixture(autouse=True)
def loud(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours is raised, and not reported in one sentence."""
    monkeypatch.setenv("COACH_DEBUG", "1")


@pytest.mark.parametrize("name", cases())
def test_every_command_answers(dupont: Coach, home: Path, name: str) -> None:
    [file] = (home / "engagements").glob("*.json")
    put_in(file, cases()[name])
    for command in COMMANDS:
        assert dupont(*command.split()).code in (0, 1), command
    assert dupont("step", "access-analytics", "doing").code == 0
    assert "[x]" not in _line(dupont, "access-analytics")
    assert dupont("step", "access-analytics", "done").code == 0
    assert "[x]" in _line(dupont, "access-analytics"), "what is saved now counts"


@pytest.mark.parametrize("name", ["value 6", "value 7"], ids=["NaN", "infinity"])
def test_what_is_printed_as_json_is_json(dupont: Coach, home: Path, name: str) -> None:
    [file] = (home / "engagements").glob("*.json")
    put_in(file, cases()[name])
    for command in IN_JSON:
        ended = dupont(*command.split(), "--json")
        assert ended.code in (0, 1), command
        assert ended.out or ended.code, command
        json.loads(ended.out or "{}", parse_constant=_refuse)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b'"status":"done"', b'"status":"done","status":"todo"'),
        lambda text: json.dumps(json.loads(text), indent=4).encode(),
        lambda text: json.dumps({**json.loads(text), "more": {"1": {"x": [[]] * 9}}}).encode(),
    ],
    ids=["CRLF", "BOM", "a name twice", "laid out anew", "a table more"],
)
def test_a_file_that_another_program_saved(
    dupont: Coach, home: Path, spoil: Callable[[bytes], bytes]
) -> None:
    dupont("step", "access-crm", "done")
    [file] = (home / "engagements").glob("*.json")
    spoilt = spoil(file.read_bytes())
    assert spoilt != file.read_bytes()
    file.write_bytes(spoilt)
    for command in COMMANDS:
        assert dupont(*command.split()).code in (0, 1), command
    assert "[x]" in _line(dupont, "access-crm")
    assert dupont("step", "access-analytics", "done").code == 0
    assert "[x]" in _line(dupont, "access-analytics")
    assert "[x]" in _line(dupont, "access-crm")


def test_markup_in_peoples_words_is_words_in_whatever_renders_the_markdown(coach: Coach) -> None:
    """Escaped where it is written: a reader that lets raw HTML through finds none of theirs."""
    evil = "<script>alert(1)</script>"
    for command in (
        ("new", f"Acme {evil}", "--start", "2026-01-05", "--days-per-week", "2"),
        ("access", "add", evil), ("kpi", "add", evil, "--unit", "count", "--kind", "increase"),
        ("team", "add", evil), ("team", "rate", evil, "da-reporting", "2"),
        ("frame", "fit", "--headcount", "60"),
        ("step", "access-crm", "blocked", "--by", evil, "--note", evil),
    ):  # fmt: skip
        ended = coach(*command)
        assert ended.code == 0, (command, ended.err)
    for name, handout in HANDOUTS.items():
        written = coach("export", name, *(["--yes", "--names"] if handout.asks else [])).out
        if handout.formats[0] == "md":
            assert "<script" not in READER.render(written), name
            assert "script&gt;alert(1)" in READER.render(written), name
        if "html" in handout.formats:
            assert "<script" not in coach("export", name, "--format", "html").out, name


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def _line(coach: Coach, step: str) -> str:
    document = coach("export", "checklist", "--depth", "full").out
    [line] = [line for line in document.splitlines() if f"step: {step} " in line]
    return line
