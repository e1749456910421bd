"""`coach today`: what can be acted on now."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from typing import Any

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.rows import step_json, step_row, waiting_row, width_of_ids
from coach_tui.coach.plan import Planned, in_stage, mine, plan, shown
from coach_tui.coach.today import Today, today_of
from coach_tui.engagement.profile import ROLES
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import ended_on
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import near_date
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session


def add_today(parser: ArgumentParser, words: Words) -> None:
    """Whose steps, and how many of them."""
    parser.add_argument("--role", choices=ROLES, help=words("cli.today.role"))
    parser.add_argument("--mine", action="store_true", help=words("cli.today.mine"))
    parser.add_argument("--all", action="store_true", help=words("cli.today.all"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.today.json")


def run_today(call: Call) -> int:
    """Late first, mine first, then by date; or every step there is, by stage."""
    session, playbook = call.session(), call.playbook()
    role = call.options.role or session.role
    only_mine = call.options.mine
    everything = plan(playbook, session.engagement, call.today)
    now = today_of(shown(everything, session.profile.depth), role, call.today, only_mine=only_mine)
    listed = mine(everything, role) if only_mine else everything
    if call.options.json:
        show_json(_json(call, session.engagement, role, now, listed if call.options.all else None))
    elif call.options.all:
        _show_all(playbook, listed, call.words, call.today)
    else:
        _show_now(now, call.words, call.today, _after_exit(call, session))
    if not call.options.json and session.profile.first_day is None:
        say(call.words("cli.today.undated"))
    return FINE


def _show_all(playbook: Playbook, listed: tuple[Planned, ...], words: Words, today: date) -> None:
    width = width_of_ids(listed)
    for stage in playbook.stages:
        if steps := in_stage(listed, stage.id):
            show(f"{one_line(stage.title)} ({stage.id})")
            for planned in steps:
                show(step_row(planned, words, width, today))


def _after_exit(call: Call, session: Session) -> list[str]:
    """Once the mission has ended: its checks and the accesses left, one line each."""
    if not ended_on(session.engagement, call.today):
        return []
    from coach_tui.bundled import Catalogues
    from coach_tui.coach.also_due import after_exit_due, due_name

    words, found = call.words, after_exit_due(session.engagement, call.today)
    return [
        f"[ ] {'!' if due.late else ' '}{near_date(due.day, words.language, call.today):<9} "
        f"{one_line(due_name(due, Catalogues(), words.language))} · "
        f"{words(f'advice.due.{due.kind}')}"
        for due in found
        if due.day
    ]


def _show_now(now: Today, words: Words, today: date, after_exit: Sequence[str] = ()) -> None:
    width = width_of_ids(now.now + now.next)
    for planned in now.now:  # a step already done is here for one reason: to be confirmed
        show((waiting_row if planned.finished else step_row)(planned, words, width, today))
    for said in after_exit:
        show(said)
    if not (now.now or after_exit):
        say(words("cli.today.nothing"))
    if now.next:
        show(words("cli.today.next"))  # without it, a pipe would take what comes next for now
        for planned in now.next:
            show(step_row(planned, words, width, today))
    if now.earlier:
        say(words("today.earlier", n=now.earlier))


def _json(
    call: Call,
    engagement: Engagement,
    role: str,
    now: Today,
    everything: tuple[Planned, ...] | None,
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "today": call.today.isoformat(),
        "role": role,
        "now": [step_json(planned) for planned in now.now],
        "next": [step_json(planned) for planned in now.next],
        "earlier": now.earlier,
        "after_exit": _after_exit_json(engagement, call.today),
    }
    if everything is not None:
        told["all"] = [step_json(planned) for planned in everything]
    return told


def _after_exit_json(engagement: Engagement, today: date) -> list[dict[str, Any]]:
    if not ended_on(engagement, today):
        return []
    from coach_tui.coach.also_due import after_exit_due

    return [
        {"kind": due.kind, "id": due.id, "name": due.name or None, "late": due.late,
         "due": due.day.isoformat() if due.day else None}
        for due in after_exit_due(engagement, today)
    ]  # fmt: skip
