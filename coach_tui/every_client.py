"""What a CMO takes out of all her clients at once: one calendar, one sheet of days.

Only those in which somebody acts as CMO on this machine, and that are not put away; each is read by
itself. What is made names them all, so that it is refused in a folder that one of them reads.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from coach_tui.engagement.actor import read_actor
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.reports import is_month
from coach_tui.exports.calendars import one_calendar
from coach_tui.exports.rhythm.invoiced import billed, billed_table
from coach_tui.handed_out import MadeCalendar, calendar_to_hand_out, remember
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.listing import each_opened
from coach_tui.places import Home
from coach_tui.playbook.model import Playbook
from coach_tui.session import Session
from coach_tui.store.errors import StoreError
from coach_tui.wall_clock import Now


class Clients(NamedTuple):
    """The clients of a home; `role_in` gives the actor this machine acts as, empty for none."""

    home: Home
    role_in: Callable[[str], str]
    now: Now

    def sessions(self, *, archived: bool) -> list[Session]:
        """Those in which a CMO acts here; with those put away, or without."""
        return [each for each in self._all() if archived or not each.profile.archived]

    def _all(self) -> Iterator[Session]:
        for _, journal in each_opened(self.home):
            if isinstance(journal, StoreError):
                continue
            session = Session(journal, "cmo", self.now)
            acts = self.role_in(session.id) or profile_of(session.engagement).role or "founder"
            if read_actor(acts).role == "cmo":
                yield session


class OneCalendar(NamedTuple):
    """All calendars as one; `handed` is what there is to remember once it is written."""

    text: str
    handed: Sequence[tuple[Session, MadeCalendar]]


def calendar_of_all(
    clients: Clients, playbook: Playbook, words: Words, zone: str
) -> OneCalendar | Refusal:
    """One calendar of every client's rituals and due dates."""
    handed = []
    for session in clients.sessions(archived=False):
        made = calendar_to_hand_out(clients.home, session, playbook, words, zone, clients.now)
        if isinstance(made, Refusal):
            return made
        handed.append((session, made))
    if not handed:
        return Refusal("refusal.rhythm.no-clients")
    text = one_calendar([made.text for _, made in handed], words("rhythm.all-clients"))
    return OneCalendar(text, handed)


def written(clients: Clients, made: OneCalendar) -> None:
    """Remember the events that were handed out, client by client."""
    for session, each in made.handed:
        remember(clients.home, session, each)


def days_of_all(clients: Clients, words: Words, month: str) -> str | Refusal:
    """One sheet of the days worked for every client, those put away among them."""
    if month and not is_month(month):
        return Refusal("refusal.rhythm.month", {"month": one_line(month, 20)})
    sessions = clients.sessions(archived=True)
    if not sessions:
        return Refusal("refusal.rhythm.no-clients")
    return billed_table(billed([each.engagement for each in sessions], month), words)
