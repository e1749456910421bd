"""What doing a step is: every act that is its own proof shows its step done, once recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach_tui.bundled import load_playbook
from coach_tui.coach.acts import read_act, records_of
from coach_tui.coach.done_when import proof_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.context import tell
from coach_tui.engagement.documents.save import send_document, verify_document, write_document
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.meetings import WANTED, log_meeting
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import set_transition
from coach_tui.playbook.model import Step
from tests.engagement.recording import after, taken

DAY = date(2026, 3, 2)
PLAYBOOK = load_playbook("en")[0]
PROFILE: dict[str, Callable[[Engagement], Decision]] = {
    "planned_end": lambda e: amend(e, {"planned_end": DAY}),
    "exit_scenario": lambda e: amend(e, {"exit_scenario": "autonomous"}),
    "execution_days": lambda e: tell({"execution_days": 6.0}),
    "certificate_on": lambda e: tell({"certificate_on": DAY}),
    "time_split": lambda e: tell({"strategy": 50.0, "managing": 30.0, "hands_on": 20.0}),
    "availability": lambda e: tell({"slots": "Tuesday", "reply_time": "a day"}),
    "relay": lambda e: set_transition(e, {"relay": "Léa"}),
}


def done(step: Step) -> Engagement:
    """An engagement in which this step's act was answered, and nothing else."""
    act, engagement = read_act(step.act.does), Engagement()

    def record(decision: Decision) -> None:
        nonlocal engagement
        engagement = after(engagement, decision)

    match act.kind:
        case "profile":
            record(PROFILE[act.what](engagement))
        case "meeting":
            for number in range(WANTED.get(act.what, 1)):
                fields = {"kind": act.what, "who": "Zoé", "learned": "They buy in May."}
                record(log_meeting(f"m{number}", fields, DAY))
        case "proof":
            record(show_elsewhere(step.id, {"what": "The board is open."}, DAY))
        case "decision":
            about = (f"step:{step.id}",)
            record(taken("d", "Go on", DAY, why="It works.", about=about))
        case "document":
            record(write_document(engagement, act.what, "Ann", DAY, text="Ours."))
            record(verify_document(engagement, act.what, "Tom", DAY, DAY))
            record(send_document(engagement, act.what, DAY, DAY))
    return engagement


def test_an_act_that_is_its_own_proof_shows_its_step_done() -> None:
    proving = [
        step
        for step in PLAYBOOK.steps
        if not step.done_when and (records := records_of(step.act.does)) and records.proves
    ]
    assert len(proving) > 50
    for step in proving:
        assert proof_of(step, Engagement()) == "", step.id
        assert proof_of(step, done(step)), f"{step.id}: {step.act.does}"


def test_a_document_is_checked_by_somebody_who_wrote_none_of_it() -> None:
    step = PLAYBOOK.step("brief-company")
    assert step
    assert step.act.does == "document:company-brief:verified"
    engagement = after(Engagement(), write_document(Engagement(), "company-brief", "Ann", DAY,
                                                    link="https://x.example/brief"))  # fmt: skip
    assert proof_of(step, engagement) == ""
    refusal = verify_document(engagement, "company-brief", "ANN", DAY, DAY)
    assert refusal.reason == "refusal.record.own-document"  # type: ignore[union-attr]


def test_an_act_nobody_knows_has_no_record() -> None:
    for wrong in ("hearsay", "document:x", "document:other/", "document:scope:signed", "profile:x",
                  "meeting", "proof:x", "access:pigeon", "decision:x"):  # fmt: skip
        assert records_of(wrong) is None, wrong
