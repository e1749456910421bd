"""`coach today`: what can be acted on now."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from coach_tui.cli import FINE
from coach_tui.cli.call import Call
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.rows import step_json, step_row, waiting_row, width_of_ids
from coach_tui.coach.plan import Planned, in_stage, mine, plan, shown
from coach_tui.coach.today import Today, today_of
from coach_tui.engagement.profile import ROLES
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook


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
        show_json(_json(call, role, now, listed if call.options.all else None))
    elif call.options.all:
        _show_all(playbook, listed, call.words, call.today)
    else:
        _show_now(now, call.words, call.today)
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


def _show_now(now: Today, words: Words, today: date) -> None:
    width = width_of_ids(now.now + now.next)
    for planned in now.now:  # a step already done is here for one reason: to be confirmed
        show((waiting_row if planned.finished else step_row)(planned, words, width, today))
    if not now.now:
        say(words("cli.today.nothing"))
    if now.next:
        show(words("cli.today.next"))  # without it, a pipe would take what comes next for now
        for planned in now.next:
            show(step_row(planned, words, width, today))
    if now.earlier:
        say(words("today.earlier", n=now.earlier))


def _json(
    call: Call, role: str, now: Today, everything: tuple[Planned, ...] | None
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "today": call.today.isoformat(),
        "role": role,
        "now": [step_json(planned) for planned in now.now],
        "next": [step_json(planned) for planned in now.next],
        "earlier": now.earlier,
    }
    if everything is not None:
        told["all"] = [step_json(planned) for planned in everything]
    return told
