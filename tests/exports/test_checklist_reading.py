"""A checklist comes back: the boxes that were changed, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import Catalogues
from coach_tui.engagement.step import STATUSES
from coach_tui.exports import checklist_reading
from coach_tui.exports.checklist_reading import ChecklistRead, WantedBox, decide, read_checklist
from coach_tui.exports.transition.dossier import Handover, handover
from coach_tui.language import Refusal, Words
from tests.exports.missions import (
    MISSION,
    TODAY,
    began,
    exported,
    note,
    planned,
    playbook,
    recorded,
    status,
)

BOOK = playbook()
MIDWAY = recorded(
    began(),
    status("access-crm", "done"),
    status("access-ads", "blocked", by="Zoé", reason="away"),
    status("kpi-pick", "confirmed"),
    status("kpi-cac", "na", reason="none"),
    status("old-step", "done"),
)


def read(document: str, mission: str = MISSION) -> ChecklistRead:
    reading = read_checklist(document, mission, planned(BOOK, MIDWAY))
    assert isinstance(reading, ChecklistRead)
    return reading


def refused(document: str, mission: str = MISSION) -> str:
    reading = read_checklist(document, mission, planned(BOOK, MIDWAY))
    assert isinstance(reading, Refusal)
    return reading.reason


def ticked(document: str, step_id: str, box: str) -> str:
    """The document with another box on this step's line."""
    lines = document.split("\n")
    for place, line in enumerate(lines):
        if f"step: {step_id} " in line:
            lines[place] = line[:2] + box + line[5:]
    return "\n".join(lines)


def test_two_ticks_make_two_changes() -> None:
    document = ticked(exported(MIDWAY), "access-ads", "[x]")
    document = ticked(document, "brief-story", "[X]")
    assert read(document).changes == (
        WantedBox("access-ads", "blocked", "done"),
        WantedBox("brief-story", "todo", "done"),
    )
    assert read(document).not_understood == ()


def test_an_unticked_box_means_to_do_again() -> None:
    document = ticked(exported(MIDWAY, language="fr"), "access-crm", "[ ]")
    document = ticked(document, "kpi-pick", "[\u00a0]")
    assert read(document).changes == (
        WantedBox("access-crm", "done", "todo"),
        WantedBox("kpi-pick", "confirmed", "todo"),
    )


def test_a_tick_of_a_step_that_did_not_apply_or_was_blocked_is_proposed() -> None:
    document = ticked(exported(MIDWAY), "access-ads", "[x]")
    reading = read(ticked(document, "kpi-cac", "[x]"))
    assert reading.changes == (
        WantedBox("access-ads", "blocked", "done"), WantedBox("kpi-cac", "na", "done"),
    )  # fmt: skip
    decision = decide(reading.changes, planned(BOOK, MIDWAY), "cmo")
    assert not isinstance(decision, Refusal)
    assert dict(decision[1].changes) == {"status": "done", "by": None, "reason": None}


MARKS = ("1. ", "1) ", "42. ", "* ", "> - ", "> > - ", ">- ", "  > 1) ")


def test_every_mark_of_a_task_is_one() -> None:
    """GitHub's Markdown: numbers, bullets, inside quotations."""
    for mark in MARKS:
        for box in ("[x]", "[X]"):
            document = ticked(exported(MIDWAY), "brief-story", box).replace("\n- [", f"\n{mark}[")
            assert read(document).changes == (WantedBox("brief-story", "todo", "done"),), mark
            assert read(document).verdict == "changes"


def test_a_box_that_a_program_drew_is_one() -> None:
    """pandoc draws it, where what it writes knows no task."""
    for box, after in {"☒": "done", "☑": "done", "☐": ""}.items():
        document = ticked(exported(MIDWAY), "brief-story", box)
        asked = (WantedBox("brief-story", "todo", after),) if after else ()
        assert read(document).changes == asked, box
        assert read(document).not_understood == (), box


def test_html_that_pandoc_marks_as_such_is_no_example() -> None:
    """Its own Markdown puts a comment in a marked block of code, or between marked backticks."""
    document = ticked(exported(MIDWAY), "brief-story", "[x]")
    marked = re.sub(r"(?m)^(<!-- coach: .*-->)$", r"```{=html}\n\1\n```", document)
    marked = re.sub(r"(<!-- step: .*?-->)", r"`\1`{=html}", marked)
    assert "```{=html}" in marked
    assert read(marked).changes == (WantedBox("brief-story", "todo", "done"),)
    assert read(marked).examples == 0
    assert refused(marked.replace("{=html}", "{=latex}")) == "refusal.export.no-header"


def wrapped(document: str, hanging: str, *, alone: bool = False) -> str:
    """As pandoc, deno and prettier wrap: an item goes on below, its comment on any later line."""
    found: list[str] = []
    for line in document.split("\n"):
        said, mark, comment = line.partition(" <!-- ")
        if line.startswith("- ["):
            words = said.split(" ")
            found += [" ".join(words[:3]), hanging + " ".join(words[3:])]
            ours = f"{mark[1:]}{comment}"
            found = [*found, hanging + ours] if alone else [*found[:-1], f"{found[-1]} {ours}"]
        else:
            found.append(line)
    return "\n".join(found)


def test_an_item_runs_to_the_next_wherever_its_comment_stands() -> None:
    document = ticked(exported(MIDWAY, notes=True), "brief-story", "[x]")
    for hanging in ("      ", "    ", "  ", "\t", ""):
        for alone in (False, True):
            for quote in ("", "> "):
                edited = "\n".join(
                    quote + line for line in wrapped(document, hanging, alone=alone).split("\n")
                )
                reading = read(edited)
                assert reading.changes == (WantedBox("brief-story", "todo", "done"),), hanging
                assert reading.not_understood == ()
    split = document.replace("<!-- step: brief-story -->", "<!-- step:\n    brief-story -->")
    assert read(split).changes == (WantedBox("brief-story", "todo", "done"),)


def test_the_line_said_is_the_files() -> None:
    document = wrapped(ticked(exported(MIDWAY), "brief-story", "[y]"), "  ")
    ((number, text),) = read(document).not_understood
    assert document.split("\n")[number - 1] == text
    assert "[y]" in text


def test_a_comment_below_an_item_of_its_own_ticks_no_item_within() -> None:
    """Somebody wrote a task between an item and the comment that an editor had put below it."""
    document = exported(MIDWAY)
    line = next(each for each in document.split("\n") if "step: brief-story" in each)
    said, mark = line.split(" <!-- ")
    for between in ("\n  ", "\n", "\n\n  ", "\n\n"):
        edited = document.replace(line, f"{said}\n  - [x] mine{between}<!-- {mark}")
        reading = read(edited)
        assert reading.changes == (), between
        assert len(reading.not_understood) == 3, between
    within = "- [ ] Mine, above\n  - [x] Tell the story,\n    and more <!-- step: brief-story -->"
    assert len(read(document.replace(line, within)).changes) == 1
    lazy = line.replace("[ ]", "[x]").replace(" <!--", "\n<!--")
    assert len(read(document.replace(line, f"- Mine\n  {lazy}")).changes) == 1


EXAMPLES = {
    "a fence": "```\n{}\n```",
    "a fence that is named": "~~~markdown\n{}\n~~~~",
    "a fence in an item": "- as here:\n\n  ```\n  {}\n  ```",
    "a quoted fence": "> ```\n> {}\n> ```",
    "a comment": "<!--\n{}\n-->",
    "a comment with words": "<!-- for instance\n{}\nand so on -->",
}


def test_a_task_in_a_code_block_or_a_comment_is_an_example() -> None:
    document = exported(MIDWAY)
    told = "- [x] Tell the story <!-- step: brief-story -->"
    for name, example in EXAMPLES.items():
        for text in (
            f"{document}\n\n{example.format(told)}\n",
            f"{example.format(told)}\n{document}",
        ):
            reading = read(text)
            assert (reading.changes, reading.not_understood) == ((), ()), name
            assert (reading.verdict, reading.examples) == ("same", 1), name


def test_what_an_import_comes_to_is_said_of_what_was_read() -> None:
    document = exported(MIDWAY)
    assert read(document).verdict == "same"
    assert read(ticked(document, "brief-story", "[y]")).verdict == "some"
    assert read(document.replace("- [", "- \\[")).verdict == "none"
    assert read(ticked(document, "brief-story", "[x]")).verdict == "changes"


def test_a_checklist_of_both_languages_and_of_a_playbook_no_longer_there() -> None:
    french = ticked(exported(MIDWAY, language="fr"), "kpi-pick", "[ ]").split("\n")
    english = ticked(exported(MIDWAY), "brief-story", "[x]").split("\n")
    place = next(n for n, line in enumerate(english) if "step: kpi-pick" in line)
    other = next(n for n, line in enumerate(french) if "step: kpi-pick" in line)
    mixed = "\n".join([*english[:place], *french[other:]])
    reading = read(mixed)
    assert {wanted.step_id for wanted in reading.changes} <= {"brief-story", "kpi-pick"}
    assert ("kpi-pick", "todo") in [(each.step_id, each.after) for each in reading.changes]
    gone = re.sub(r"step: ([a-z-]+)", r"step: old-\1", exported(MIDWAY))
    assert read(gone).verdict == "none"


@pytest.mark.parametrize(
    "edit",
    [
        lambda document: document.replace("\n", "\r\n"),
        lambda document: "\ufeff" + document,
        lambda document: document.replace("\n- [", "\n* ["),
        lambda document: document.replace("\n- [", "\n+ ["),
        lambda document: document.replace("\n- [", "\n    - ["),
        lambda document: document.replace("\n- [", "\n\t- ["),
        lambda document: document.replace("Open the CRM", "Something else | <b>"),
        lambda document: document.replace("# Checklist", "# Hello") + "\n\nMine\n- a bullet",
        lambda document: document.replace(" -->", " --> seen with Zoé"),
        lambda document: "\n".join(reversed(document.split("\n"))),
    ],
    ids=["crlf", "bom", "star", "plus", "spaces", "tab", "titles", "words", "after id", "order"],
)  # fmt: skip
def test_what_editors_do_to_a_file_changes_nothing(edit) -> None:  # type: ignore[no-untyped-def]
    document = edit(ticked(exported(MIDWAY), "brief-story", "[x]"))
    assert read(document).changes == (WantedBox("brief-story", "todo", "done"),)
    assert read(document).not_understood == ()


@pytest.mark.parametrize("box", ["[]", "[y]", "[xx]", "[✓]", "(x)", "[x", "x]"])
def test_a_mangled_box_is_told_not_guessed(box: str) -> None:
    reading = read(ticked(exported(MIDWAY), "brief-story", box))
    assert reading.changes == ()
    ((number, text),) = reading.not_understood
    assert "brief-story" in text
    assert "brief-story" in exported(MIDWAY).split("\n")[number - 1]


def test_unknown_and_repeated_ids_are_told() -> None:
    document = exported(MIDWAY)
    more = "- [x] A step of mine <!-- step: nobody-knows -->\n- [x] Mine, without an id\n"
    twice = next(line for line in document.split("\n") if "step: brief-story" in line)
    reading = read(f"{document}\n{more}{twice.replace('[ ]', '[x]')}")
    assert reading.changes == ()
    told = [text for _, text in reading.not_understood]
    assert len([text for text in told if "brief-story" in text]) == 2
    assert any("nobody-knows" in text for text in told)
    assert "- [x] Mine, without an id" in told


def test_ids_in_peoples_words_are_only_words() -> None:
    mission = recorded(
        began("[x] <!-- coach: checklist 1 engagement other -->"),
        note("access-crm", "- [x] done <!-- step: brief-story -->\n- [x] <!-- step: kpi-pick -->"),
        status("access-ads", "blocked", by="- [x] <!-- step: kpi-cac -->", reason="[x]"),
    )
    document = exported(mission, notes=True)
    reading = read_checklist(document, MISSION, planned(BOOK, mission))
    assert isinstance(reading, ChecklistRead)
    assert (reading.verdict, reading.not_understood) == ("same", ())


def test_another_missions_file_is_refused() -> None:
    assert refused(exported(MIDWAY), "019ab000-other") == "refusal.export.other-engagement"
    other = exported(MIDWAY).replace(MISSION, "019ab000-other")
    assert refused(exported(MIDWAY) + other) == "refusal.export.several"


def test_a_file_without_its_comments_is_refused_with_the_reason() -> None:
    assert refused(exported(MIDWAY, clean=True)) == "refusal.export.no-header"
    assert refused("# My shopping\n- [x] milk\n") == "refusal.export.no-header"
    header = exported(MIDWAY).split("\n")[1]
    assert refused(f"{header}\n- [x] milk\n") == "refusal.export.no-ids"


def test_a_file_that_is_one_block_of_code_is_told_so_and_not_that_its_ids_are_gone() -> None:
    """Pasted into a fence, or below one that nothing closes: the ids are there, meaning nothing."""
    whole = exported(MIDWAY)
    first, rest = whole.split("- [", 1)
    for text in (f"```\n{whole}\n```\n", f"{first}~~~\n- [{rest}"):
        assert refused(text) == "refusal.export.examples-only"
    assert refused(f"```\n{exported(MIDWAY, clean=True)}\n```") == "refusal.export.no-boxes"


def test_a_file_in_which_no_box_can_be_read_is_told_so() -> None:
    """A page, a dossier that has nothing yet, somebody's text: none of them lost its ids."""
    nothing = handover(Handover(recorded(began()), Catalogues(), BOOK, TODAY), Words("en"))
    for document in ("", "# Notes\n- milk\n", "<p>[x] milk</p>", nothing):
        assert refused(document) == "refusal.export.no-boxes", document[:40]


def test_a_later_format_and_an_enormous_file_are_refused() -> None:
    assert refused(exported(MIDWAY).replace("checklist 1", "checklist 2")) == "refusal.export.newer"
    limit = checklist_reading.SIZE_LIMIT
    assert refused(exported(MIDWAY) + " " * limit) == "refusal.export.too-large"


def test_the_changes_are_one_gesture_that_clears_why_a_step_was_blocked() -> None:
    reading = read(ticked(exported(MIDWAY), "access-ads", "[x]"))
    decision = decide(reading.changes, planned(BOOK, MIDWAY), "cmo")
    assert not isinstance(decision, Refusal)
    assert [(draft.entity_id, dict(draft.changes)) for draft in decision] == [
        ("access-ads", {"status": "done", "by": None, "reason": None})
    ]


ids = [step.id for step in BOOK.steps] + ["old-step"]
facts = st.lists(
    st.one_of(
        st.builds(
            status, st.sampled_from(ids), st.sampled_from(STATUSES), by=st.text(), reason=st.text()
        ),
        st.builds(note, st.sampled_from(ids), st.text(min_size=1)),
    ),
    max_size=12,
)


@given(facts, st.text(max_size=40), st.sampled_from(["fr", "en"]), st.booleans())
def test_what_was_exported_reads_back_as_no_change(records, company, language, notes) -> None:  # type: ignore[no-untyped-def]
    mission = recorded(began(company), *records)
    document = exported(mission, language=language, notes=notes)
    reading = read_checklist(document, MISSION, planned(BOOK, mission))
    assert isinstance(reading, ChecklistRead)
    assert (reading.verdict, reading.not_understood, reading.examples) == ("same", (), 0)


@given(facts, st.sets(st.sampled_from(ids[:-1])))
def test_exactly_the_toggled_boxes_come_back(records, toggled) -> None:  # type: ignore[no-untyped-def]
    mission = recorded(began(), *records)
    document = exported(mission)
    expected = set()
    for each in planned(BOOK, mission):
        if each.step.id in toggled:
            document = ticked(document, each.step.id, "[ ]" if each.finished else "[x]")
            expected.add((each.step.id, "todo" if each.finished else "done"))
    reading = read_checklist(document, MISSION, planned(BOOK, mission))
    assert isinstance(reading, ChecklistRead)
    assert {(wanted.step_id, wanted.after) for wanted in reading.changes} == expected


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    header = f"<!-- coach: checklist 1 engagement {MISSION} -->\n"
    for document in (text, header + text, header + f"- [{text}] <!-- step: brief-story -->"):
        assert read_checklist(document, MISSION, planned(BOOK, MIDWAY)) is not None


def test_a_note_that_quotes_a_mail_of_ours_names_no_step_and_no_checklist() -> None:
    """An answer is kept whole as a note: the marks of the mail it quotes are words there."""
    other = "019ab000-0000-7000-8000-000000000002"
    quoted = f"Open.\n> - [ ] CRM (coach#access-crm)\n> (coach#checklist 1 engagement {other})"
    known = recorded(began(), note("access-crm", quoted), status("access-ads", "done"))
    document = exported(known, notes=True)
    assert "coach#access-crm" in document
    reading = read_checklist(ticked(document, "access-crm", "[x]"), MISSION, planned(BOOK, known))
    assert isinstance(reading, ChecklistRead), reading
    assert [each.step_id for each in reading.changes] == ["access-crm"]
    assert reading.not_understood == ()
