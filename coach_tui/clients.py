"""Every client of this home, each opened by itself: what one file says never meets another's."""

from pathlib import Path
from typing import NamedTuple

from coach_tui.coach.advice.situation import Catalogues
from coach_tui.coach.portfolio import Line, portfolio_line
from coach_tui.engagement_files import open_session
from coach_tui.listing import Summary, list_engagements
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.store.errors import StoreError
from coach_tui.wall_clock import Now


class Client(NamedTuple):
    """One file: its line, or what is wrong with it."""

    path: Path
    id: str = ""
    line: Line | None = None
    error: StoreError | None = None


def clients_of(
    home: Home, playbook: Playbook, catalogues: Catalogues, now: Now
) -> tuple[Client, ...]:
    """The clients of this home by name, those put away last, damaged files among them."""
    found = [_client(each, home, playbook, catalogues, now) for each in list_engagements(home)]
    return tuple(sorted(found, key=lambda each: bool(each.line and each.line.archived)))


def _client(
    summary: Summary, home: Home, playbook: Playbook, catalogues: Catalogues, now: Now
) -> Client:
    if summary.error:
        return Client(summary.path, error=summary.error)
    try:
        session = open_session(summary.path, home, "cmo", now)
        session.recall()
    except StoreError as error:
        return Client(summary.path, error=error)
    line = portfolio_line(playbook, session.engagement, now().date(), catalogues)
    return Client(summary.path, summary.id, line)
