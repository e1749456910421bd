"""`coach portfolio`: every client on one line, this week's acts across them, and the overload."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.gone import lost_lines
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.clients import ClientSeen, clients_seen
from coach_tui.coach.glance import Glance, overloaded, sold_days
from coach_tui.exports.client_words import client_words, columns
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.numbers import write_number
from coach_tui.listing import Summary


def add_portfolio(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.portfolio.json")


def run_portfolio(call: Call) -> int:
    """One line a client; a damaged file says what is wrong and the others work."""
    keeps = call.playbook_folder() is None
    clients = clients_seen(call.home, call.playbook(), call.words, call.now, keeps=keeps)
    if call.options.json:
        show_json(_json(clients, call.words))
    else:
        _show(clients, call)
    return FINE


def _row(line: Glance, words: Words) -> str:
    stage, late, advised, autonomy, days, following = columns(line, words)
    return table_row(
        client_words(line, words),
        words,
        name=line.company or "?",
        stage=stage,
        late=late.removeprefix("! "),
        advice=advised,
        autonomy=autonomy,
        worked=days,
        next=following,
    )


def _show(clients: Sequence[ClientSeen], call: Call) -> None:
    words = call.words
    summaries = [Summary(each.path, each.id, error=each.error) for each in clients]
    lost = lost_lines(call.home, summaries, words)
    for told in lost:
        say(f"! {told}")
    if not clients:
        if not lost:
            say(words("cli.list.empty", folder=str(call.home.engagements)))
        return
    lines = [client.line for client in clients if client.line]
    for client in clients:
        if client.error:
            say(f"! {client.path.name}: {words.refusal(client.error.refusal)}")
        if client.line:
            show(_row(client.line, words))
    working = [line for line in lines if not line.archived]
    if any(line.acts for line in working):
        show(f"\n{words('portfolio.week')}")
    for line in working:
        for act in line.acts:
            aligned = f"  {one_line(line.company, 30)} · {act.said}"
            told = " ".join(act.said.removeprefix("!").split())
            show(table_row(aligned, words, name=told, company=line.company))
    if overloaded(lines):
        days = write_number(sold_days(lines), words.language)
        say(words("portfolio.overload", days=days))


def _json(clients: Sequence[ClientSeen], words: Words) -> dict[str, Any]:
    lines = [client.line for client in clients if client.line]
    return {
        "clients": [_client_json(client, words) for client in clients],
        "days_per_week": sold_days(lines),
        "overloaded": overloaded(lines),
    }


def _client_json(client: ClientSeen, words: Words) -> dict[str, Any]:
    told: dict[str, Any] = {"file": str(client.path), "id": client.id or None, "error": None}
    if client.error:
        message = words.refusal(client.error.refusal)
        return {**told, "error": {"reason": client.error.reason, "message": message}}
    return {**told, **_line_json(client.line)} if client.line else told


def _line_json(line: Glance) -> dict[str, Any]:
    return {
        "company": line.company,
        "stage": line.stage,
        "late": line.late,
        "advice": list(line.advice),
        "autonomy": line.autonomy,
        "burn": line.burn,
        "next_meeting": line.next_meeting.isoformat() if line.next_meeting else None,
        "days_per_week": line.days_per_week,
        "acts": [
            {"id": act.id, "due": act.due.isoformat() if act.due else None, "late": act.late}
            for act in line.acts
        ],
        "archived": line.archived,
    }
