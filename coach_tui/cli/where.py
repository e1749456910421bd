"""`coach where`: the files and folders of this user."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.failure import report_path
from coach_tui.cli.output import show, show_json
from coach_tui.language import Words


def add_where(parser: ArgumentParser, words: Words) -> None:
    """Its only option."""
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.where.json")


def run_where(call: Call) -> int:
    """One place a line."""
    last = call.choices().get("engagement")
    places: dict[str, Path | None] = {
        "engagements": call.home.engagements,
        "current": Path(last) if last else None,
        "state": call.home.state,
        "settings": call.home.settings,
        "report": report_path(call.home),
        "playbook": call.playbook_folder(),
    }
    if call.options.json:
        show_json({name: str(place) if place else None for name, place in places.items()})
        return FINE
    said = {name: call.words(f"cli.where.{name}") for name in places}
    width = max(map(len, said.values()))
    for name, place in places.items():
        if place:
            show(f"{said[name]:<{width}}  {place}")
    return FINE
