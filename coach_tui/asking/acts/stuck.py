"""What was passed over again and again: do it, drop it, or leave it be for a month."""

from __future__ import annotations

from coach_tui.asking.acts.opening import Opening, Opens
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Asked, Pick, Sheet
from coach_tui.coach.acts import read_act
from coach_tui.engagement.advice import put_off
from coach_tui.engagement.step import set_status
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line


def open_stuck(opening: Opening, opens: Opens) -> Asked:
    """Which of them; then what becomes of it. `opens` is the way in to what doing a step asks."""
    words = opening.words
    steps = {
        each: step
        for each in opening.about
        if (step := opening.shown.playbook.step(each.partition(":")[2]))
    }

    def then(answer: str) -> Asked:
        step = steps.get(answer)
        if step is None:
            return _leave(opening)
        does = opening._replace(act=read_act(step.act.does), about=(step.id,))

        def chosen(what: str) -> Asked:
            return opens(does) if what == "do" else _drop(does, step.id)

        options = (("do", words("act.stuck.do")), ("drop", words("act.stuck.drop")))
        return Pick(one_line(step.title), "", options, chosen)

    listed = tuple((each, one_line(step.title)) for each, step in steps.items())
    return Pick(words("act.stuck"), "", (*listed, ("", words("act.stuck.leave"))), then)


def _drop(opening: Opening, step_id: str) -> Sheet:
    planned = opening.shown.step(step_id)

    def submit(answers: dict[str, str]) -> Refusal | None:
        if planned is None:
            return None
        return opening.desk.try_to_save(
            set_status(step_id, "na", current=planned.record, actor=opening.shown.role,
                       reason=answers["reason"])
        )  # fmt: skip

    field = Field("reason", opening.words("form.na.reason"))
    return Sheet(opening.words("form.na"), opening.said, (field,), submit)


def _leave(opening: Opening) -> Sheet:
    def submit(answers: dict[str, str]) -> Refusal | None:
        stuck = f"stuck:{opening.shown.role}"
        return opening.desk.try_to_save(
            put_off(stuck, opening.shown.today, None, answers["reason"])
        )

    field = Field("reason", opening.words("now.later.reason"))
    return Sheet(opening.words("act.stuck.leave"), "", (field,), submit)
