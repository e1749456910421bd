"""Every client of this home, each opened by itself: what one file says never meets another's."""

from pathlib import Path
from typing import NamedTuple

from coach_tui.coach.advice.situation import Catalogues
from coach_tui.coach.portfolio import Line, portfolio_line
from coach_tui.language.fold import folded
from coach_tui.listing import each_opened
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
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
    found = [_client(*each, playbook, catalogues, now) for each in each_opened(home)]
    return tuple(sorted(found, key=_place))


def _place(client: Client) -> tuple[bool, str, str]:
    line = client.line
    return bool(line and line.archived), folded(line.company if line else ""), client.path.name


def _client(
    path: Path,
    journal: Journal | StoreError,
    playbook: Playbook,
    catalogues: Catalogues,
    now: Now,
) -> Client:
    if isinstance(journal, StoreError):
        return Client(path, error=journal)
    engagement = Session(journal, "cmo", now).engagement
    line = portfolio_line(playbook, engagement, now().date(), catalogues)
    return Client(path, journal.engagement_id, line)
