"""An answer in somebody's own words: kept whole as a note, and what it settles is declared done."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.gesture import together
from coach_tui.engagement.step import FINISHED, StepRecord, add_note, set_status
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

LINE: Final = 200  # characters of the answer that show a step done; the note keeps all of it


class Answer(NamedTuple):
    """What somebody answered: who, on which day, in which words. `settles`: it is done by it."""

    who: str
    day: date
    text: str
    settles: bool = True


def take_answer(
    answer: Answer,
    steps: Mapping[str, StepRecord],
    note_ids: Sequence[str],
    today: date,
    actor: str,
) -> Decision:
    """Keep this answer about these steps, in one gesture.

    steps     where each step it is about stands; one that is finished stays so.
    note_ids  fresh ids, one for each of them.
    """
    who = one_line(answer.who).strip()
    if not who:
        return Refusal("refusal.answer.no-who").of("who")
    if not answer.text.strip():
        return Refusal("refusal.answer.empty").of("text")
    if not steps:
        return Refusal("refusal.answer.no-step").of("step")
    if answer.day > today:
        return Refusal("refusal.record.future", {"day": answer.day}).of("day")
    text = f"{who} · {answer.day.isoformat()}\n{answer.text.strip()}"
    said = [
        add_note(note_id, step_id, text) for step_id, note_id in zip(steps, note_ids, strict=True)
    ]
    settled = [
        decision
        for step_id, record in steps.items()
        if answer.settles and record.status not in FINISHED
        for decision in _settled(step_id, record, answer._replace(who=who), today, actor)
    ]
    return together(*said, *settled)


def _settled(
    step_id: str, record: StepRecord, answer: Answer, today: date, actor: str
) -> tuple[Decision, Decision]:
    first = next(line for line in map(one_line, answer.text.splitlines()) if line)
    what = one_line(f"{answer.who} · {first}", LINE)
    return (
        set_status(step_id, "done", current=record, actor=actor),
        show_elsewhere(step_id, {"what": what, "day": answer.day}, today),
    )
