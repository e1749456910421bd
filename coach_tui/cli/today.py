"""`coach today`: the week's moves of one role, the first first; or every step there is."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from coach_tui.asking.beginning import SUCCESSOR
from coach_tui.asking.week import WeekView
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.rows import name_of, step_json, step_row, width_of_ids
from coach_tui.cli.table import row as table_row
from coach_tui.cli.week import view_for
from coach_tui.coach.moves.dated import dated
from coach_tui.coach.moves.move import NEVER, Agenda, Move, agenda, week_of
from coach_tui.coach.plan import Planned, in_stage, mine, plan
from coach_tui.engagement.profile import ROLES
from coach_tui.exports.move_words import MoveReader, also_words, move_row
from coach_tui.exports.people import lead_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import near_date
from coach_tui.playbook.model import Playbook

NEXT = 3  # moves to come that are named
MOST = 24 * 60  # minutes a week


def add_today(parser: ArgumentParser, words: Words) -> None:
    """Whose week, and how long it is."""
    parser.add_argument("--role", choices=ROLES, help=words("cli.today.role"))
    parser.add_argument("--minutes", metavar="N", help=words("cli.today.minutes"))
    parser.add_argument("--mine", action="store_true", help=words("cli.today.mine"))
    parser.add_argument("--all", action="store_true", help=words("cli.today.all"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.today.json")


def run_today(call: Call) -> int:
    """What this role does first, what fits beside it, whom it waits for; or all steps, by stage."""
    session, playbook = call.session(), call.playbook()
    role = call.options.role or session.role
    view = view_for(call, session, role)
    week = view.agenda
    if minutes := _minutes(call):
        given = week_of(role)._replace(minutes=minutes)
        week = agenda(view.moves, role, given, call.today)
    steps: tuple[Planned, ...] | None = None
    if call.options.all:
        about = (playbook, session.engagement, call.today)
        everything = tuple(dated(each, *about, role) for each in plan(*about))
        steps = mine(everything, role) if call.options.mine else everything
    if call.options.json:
        show_json(_json(call, role, week, steps))
    elif steps is not None:
        _show_all(playbook, steps, call.words, call.today)
    else:
        _show_week(week, view, call.today)
    takes_over = session.profile.beginning == SUCCESSOR  # who does has a first day of their own
    if not call.options.json and session.profile.first_day is None and not takes_over:
        say(call.words("cli.today.undated"))
    return FINE


def _minutes(call: Call) -> int:
    """How many minutes the week has, where it is said; else 0."""
    said = call.options.minutes
    if said is None:
        return 0
    if not (said.isascii() and said.isdigit() and 0 < int(said) <= MOST):
        raise Refused("refusal.cli.minutes", text=one_line(said, 40), most=MOST)
    return int(said)


def _show_all(playbook: Playbook, listed: tuple[Planned, ...], words: Words, today: date) -> None:
    width = width_of_ids(listed)
    for stage in playbook.stages:
        if steps := in_stage(listed, stage.id):
            show(f"{one_line(stage.title)} ({stage.id})")
            for planned in steps:
                show(step_row(planned, words, width, today))


def _show_week(week: Agenda, view: WeekView, today: date) -> None:
    reader, words = view.reader, view.reader.words
    listed = (*week.shown, *week.later[:NEXT])
    width = max((len(name_of(move)) for move in listed), default=0)
    for move in week.shown:
        show(_move_row(move, reader, width, today))
    if not week.now:
        say(words("cli.today.nothing"))
    for role, held in week.waiting.items():
        days = [move.due for move in held if move.due and move.due >= today]
        key = "move.waiting-next" if days else "move.waiting"
        day = near_date(min(days), words.language, today) if days else ""
        who = lead_words(role, view.leads, words, "move.the")
        show(words(key, who=who, n=len(held), day=day))
    if said := also_words(week, words):
        show(said)
    if week.later:
        show(words("cli.today.next"))  # without it, a pipe would take what comes next for now
        for move in sorted(week.later[:NEXT], key=lambda move: move.due or NEVER):
            show(_move_row(move, reader, width, today))


def _move_row(move: Move, reader: MoveReader, width: int, today: date) -> str:
    words, due = reader.words, move.due
    return table_row(
        move_row(move, reader, name_of(move).ljust(width), today),
        words,
        name=reader.title(move),
        due=near_date(due, words.language, today) if due else "",
        takes=words("move.minutes", n=move.minutes),
        why=reader.reason(move),
        id=name_of(move),
    )


def _json(
    call: Call, role: str, week: Agenda, everything: tuple[Planned, ...] | None
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "today": call.today.isoformat(),
        "role": role,
        "now": [_move_json(move) for move in week.shown],
        "waiting": {
            each: [_move_json(move) for move in held] for each, held in week.waiting.items()
        },
        "next": [_move_json(move) for move in week.later[:NEXT]],
        "later": len(week.later),
        "also": dict(week.also),
        "minutes": week.minutes,
    }
    if everything is not None:
        told["all"] = [step_json(planned) for planned in everything]
    return told


def _move_json(move: Move) -> dict[str, Any]:
    return {
        "id": name_of(move),
        "kind": move.kind,
        "owner": move.role,
        "act": move.act,
        "about": list(move.about),
        "minutes": move.minutes,
        "due": move.due.isoformat() if move.due else None,
        "late": move.late,
        "red": move.red,
        "asked": move.asked.isoformat() if move.asked else None,
        "why": list(move.why),
    }
