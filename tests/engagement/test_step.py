"""Where a step stands: what is asked to say so, who may confirm, what is kept of it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.actor import role_of
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.step import (
    NOTE_LIMIT,
    STATUSES,
    UNTOUCHED,
    StepRecord,
    add_note,
    notes_of,
    set_status,
    steps_of,
)
from coach_tui.language import Refusal, Words
from tests.engagement.writers import Writer

DONE_BY_CMO = StepRecord("done", actor="cmo/Ann")


def reason(decision: Decision) -> str:
    assert isinstance(decision, Refusal), decision
    for language in ("fr", "en"):
        said = Words(language).refusal(decision)
        assert said != decision.reason
        assert "{" not in said
    return decision.reason.removeprefix("refusal.")


def setting(status: str, current: StepRecord = UNTOUCHED, **words: str) -> Decision:
    return set_status("crm", status, current=current, actor=words.pop("actor", "cmo"), **words)


def test_a_step_goes_from_to_do_to_confirmed() -> None:
    cmo, founder = Writer("cmo"), Writer("founder")
    cmo.record(setting("doing"))
    cmo.record(setting("done"))
    founder.take(cmo.changes)
    now = steps_of(founder.engagement)["crm"]
    assert (now.status, now.actor) == ("done", "cmo")
    founder.record(setting("confirmed", now, actor="founder", confirmer="founder"))
    assert steps_of(founder.engagement)["crm"].status == "confirmed"


@pytest.mark.parametrize(
    ("status", "words", "why"),
    [
        ("blocked", {}, "step.blocked-needs"),
        ("blocked", {"by": "Zoé"}, "step.blocked-needs"),
        ("blocked", {"reason": "away"}, "step.blocked-needs"),
        ("blocked", {"by": " ", "reason": "\n"}, "step.blocked-needs"),
        ("na", {}, "step.na-needs"),
        ("na", {"reason": "  "}, "step.na-needs"),
        ("finished", {}, "step.status"),
        ("na", {"reason": "x" * (NOTE_LIMIT + 1)}, "step.long"),
        ("blocked", {"by": "Zoé", "reason": "password: hunter22!"}, "secret.password"),
        ("na", {"reason": "AKIAIOSFODNN7EXAMPLE"}, "secret.key"),
    ],
)
def test_what_a_status_needs(status: str, words: dict[str, str], why: str) -> None:
    assert reason(setting(status, **words)) == why


@pytest.mark.parametrize(
    ("current", "actor", "confirmer", "why"),
    [
        (UNTOUCHED, "founder", None, "step.confirm-not-done"),
        (StepRecord("doing", actor="cmo"), "founder", None, "step.confirm-not-done"),
        (StepRecord("na", actor="cmo"), "founder", None, "step.confirm-not-done"),
        (StepRecord("confirmed", actor="founder"), "founder", None, "step.already-confirmed"),
        (DONE_BY_CMO, "cmo", None, "step.confirm-own"),
        (DONE_BY_CMO, "cmo/Bob", None, "step.confirm-own"),
        (DONE_BY_CMO, "team", "founder", "step.confirmer"),
        (DONE_BY_CMO, "founder", None, ""),
        (DONE_BY_CMO, "founder/Eve", "founder", ""),
    ],
)
def test_who_may_confirm(current: StepRecord, actor: str, confirmer: str | None, why: str) -> None:
    decision = set_status("crm", "confirmed", current=current, actor=actor, confirmer=confirmer)
    assert (reason(decision) if why else isinstance(decision, Refusal) or "") == why


def test_words_go_with_their_status_and_leave_with_it() -> None:
    cmo = Writer("cmo")
    cmo.record(setting("blocked", by=" Zoé ", reason=" on leave "))
    record = steps_of(cmo.engagement)["crm"]
    assert (record.status, record.by, record.reason) == ("blocked", "Zoé", "on leave")
    cmo.record(setting("doing"))
    record = steps_of(cmo.engagement)["crm"]
    assert (record.status, record.by, record.reason) == ("doing", "", "")


def test_taking_back_a_block_brings_back_what_it_replaced() -> None:
    cmo = Writer("cmo")
    cmo.record(setting("na", reason="no CRM here"))
    cmo.record(setting("blocked", by="Zoé", reason="on leave"))
    cmo.undo()
    record = steps_of(cmo.engagement)["crm"]
    assert (record.status, record.by, record.reason) == ("na", "", "no CRM here")


HOSTILE = [
    "| `code` [x] <script>alert(1)</script> [/x]",
    "line\nbreak\r\nand *stars* # heading",
    "=cmd()|' /C calc'!A0",
    "{n} %s {by!r}",
    "שלום – 日本 – 👩‍💻",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_notes_are_kept_as_written(text: str) -> None:
    cmo = Writer("cmo/Ann")
    [change] = cmo.record(add_note("n1", "crm", text))
    assert change.changes["text"] == text
    [note] = steps_of(cmo.engagement)["crm"].notes
    assert note.text == text.replace("\r", "")
    assert (note.actor, note.private) == ("cmo/Ann", False)


@given(st.text())
def test_any_note_is_kept_or_refused_with_a_reason(text: str) -> None:
    decision = add_note("n1", "crm", text)
    if isinstance(decision, Refusal):
        assert reason(decision)
    else:
        assert decision[0].changes["text"] == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "step.empty-note"),
        (" \n\t", "step.empty-note"),
        ("x" * (NOTE_LIMIT + 1), "step.long"),
        ("mot de passe : Soleil2026!", "secret.password"),
    ],
)
def test_notes_that_are_refused(text: str, why: str) -> None:
    assert reason(add_note("n1", "crm", text)) == why


def test_notes_come_in_the_order_they_were_written_and_a_deleted_one_is_gone() -> None:
    cmo = Writer("cmo")
    for number, text in enumerate(["first", "second", "third"]):
        cmo.record(add_note(f"n{number}", "crm", text, private=number == 2))
    cmo.record([Draft("note", "n1", {"_deleted": True})])
    notes = notes_of(cmo.engagement)["crm"]
    assert [(note.text, note.private) for note in notes] == [("first", False), ("third", True)]


def test_a_status_of_a_later_version_is_shown_as_not_started() -> None:
    cmo = Writer("cmo")
    cmo.record([Draft("step", "crm", {"status": "delegated", "by": "robot"})])
    cmo.record([Draft("step", "ads", {"reason": "words without a status"})])
    cmo.record([Draft("note", "n", {"step": 3, "text": None})])
    assert steps_of(cmo.engagement)["crm"] == UNTOUCHED
    assert steps_of(cmo.engagement)["ads"] == UNTOUCHED
    assert set(steps_of(cmo.engagement)) == {"crm", "ads"}


def test_a_step_no_playbook_has_any_more_keeps_what_was_said_of_it() -> None:
    cmo = Writer("cmo")
    cmo.record(set_status("retired-step", "done", current=UNTOUCHED, actor="cmo"))
    cmo.record(add_note("n", "only-a-note", "words"))
    assert steps_of(cmo.engagement)["retired-step"].status == "done"
    assert steps_of(cmo.engagement)["only-a-note"].status == "todo"


def test_two_people_who_say_different_things_agree_once_they_meet() -> None:
    for first, second in itertools.permutations(STATUSES[:4], 2):
        ann, bob = Writer("founder"), Writer("cmo", ahead=9)
        ann.record(setting(first, by="x", reason="y"))
        bob.record(setting(second, by="x", reason="y"))
        ann.meet(bob)
        ours, theirs = steps_of(ann.engagement)["crm"], steps_of(bob.engagement)["crm"]
        assert ours == theirs
        assert (ours.by == "x") is (ours.status == "blocked"), "status and words are of one gesture"


def test_the_role_of_an_actor() -> None:
    assert [role_of(actor) for actor in ("cmo", "cmo/Ann", "team/A/B", "")] == [
        "cmo", "cmo", "team", "",
    ]  # fmt: skip
