"""Every client of this home, each opened by itself: what one file says never meets another's.

What works a line out is loaded once one has to be: a portfolio that is kept needs none of it.
"""

import gc
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coach_tui.bundled import Catalogues, program_mark
from coach_tui.coach.glance import Glance, SaidAct
from coach_tui.language import Words
from coach_tui.language.fold import folded
from coach_tui.listing import each_opened, files_in, opened
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.kept_lines import KeptLines
from coach_tui.wall_clock import Now

if TYPE_CHECKING:
    from coach_tui.coach.advice.situation import Catalogues as AnyCatalogues
    from coach_tui.coach.portfolio import ClientLine

TOGETHER: Final = 8  # engagements in memory at once, at most


class Client(NamedTuple):
    """One file: its line, or what is wrong with it."""

    path: Path
    id: str = ""
    line: "ClientLine | None" = None
    error: StoreError | None = None


class ClientSeen(NamedTuple):
    """One file at a glance, or what is wrong with it."""

    path: Path
    id: str = ""
    line: Glance | None = None
    error: StoreError | None = None


def clients_of(
    home: Home, playbook: Playbook, catalogues: "AnyCatalogues", now: Now
) -> tuple[Client, ...]:
    """The clients of this home by name, those put away last, damaged files among them."""
    found = [_client(*each, playbook, catalogues, now) for each in each_opened(home)]
    return tuple(sorted(found, key=_place))


def clients_seen(
    home: Home, playbook: Playbook, words: Words, now: Now, *, keeps: bool
) -> tuple[ClientSeen, ...]:
    """The same at a glance: each line worked out once a change and a day, then kept.

    keeps  not where the playbook is somebody's own: its files are not looked at.
    """
    today = now().date()
    kept = KeptLines(home.state, f"{program_mark()} {words.language} {today} {time.tzname}")
    met: set[str] = set()
    found, read = [], 0
    for path in files_in(home):
        named = kept.engagement_in(path) if keeps else ""
        if named in met:
            continue
        known = kept.get(path, named) if named else None
        if known and (line := _read(known)):
            met.add(named)
            found.append(ClientSeen(path, named, line))
            continue
        marks = kept.marks(path, named) if named else []
        journal = opened(path, home, met)
        if journal is None:
            continue
        client = _client(path, journal, playbook, Catalogues(), now)
        read += 1
        if not read % TOGETHER:
            gc.collect()  # commands do without the cyclic collector, and an engagement has cycles
        seen = ClientSeen(path, client.id, _glance(client.line, words), client.error)
        found.append(seen)
        sound = isinstance(journal, Journal) and not journal.notices
        if named == client.id and seen.line and sound and marks == kept.marks(path, named):
            kept.put(named, marks, _written(seen.line))
    return tuple(sorted(found, key=_place))


def _glance(line: "ClientLine | None", words: Words) -> Glance | None:
    if line is None:
        return None
    from coach_tui.coach.portfolio import glance
    from coach_tui.exports.move_words import MoveReader, act_words

    reader = MoveReader(words, line.situation)
    return glance(line, lambda act: act_words(act, reader))


def _written(line: Glance) -> dict[str, Any]:
    acts = [{**act._asdict(), "due": _iso(act.due)} for act in line.acts]
    return {**line._asdict(), "acts": acts, "next_meeting": _iso(line.next_meeting)}


def _read(kept: Mapping[str, Any]) -> Glance | None:
    """The line that was written so; None where it was not by this program."""
    try:
        acts = (SaidAct(**{**act, "due": _day(act["due"])}) for act in kept["acts"])
        made = {"acts": (*acts,), "advice": (*kept["advice"],)}
        return Glance(**{**kept, **made, "next_meeting": _day(kept["next_meeting"])})
    except (KeyError, TypeError, ValueError):
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _place(client: Client | ClientSeen) -> tuple[bool, str, str]:
    line = client.line
    return bool(line and line.archived), folded(line.company if line else ""), client.path.name


def _client(
    path: Path,
    journal: Journal | StoreError,
    playbook: Playbook,
    catalogues: "AnyCatalogues",
    now: Now,
) -> Client:
    if isinstance(journal, StoreError):
        return Client(path, error=journal)
    from coach_tui.coach.portfolio import portfolio_line
    from coach_tui.session import Session

    engagement = Session(journal, "cmo", now).engagement
    line = portfolio_line(playbook, engagement, now().date(), catalogues)
    return Client(path, journal.engagement_id, line)
