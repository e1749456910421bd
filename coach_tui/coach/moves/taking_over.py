"""“I am taking over”: the successor's own first thirty days, made from what is recorded.

Accesses that only the CMO holds, loops nobody took, contacts not met, texts not checked by her:
one move each, spread over the days. Where nothing is recorded of a kind, she lists it first.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain
from typing import Final

from coach_tui.coach.moves.looked_at import WEEK, Round
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.kinds import NINE, SECTION
from coach_tui.engagement.documents.record import written_documents
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import loops_of

ROLE: Final = "successor"
DAYS: Final = 30

Thing = tuple[str, str, str, int]  # its kind, its id (empty: none is listed yet), its act, minutes


def taking_over(r: Round) -> Iterator[Move]:
    """What she does in her first days, each thing once; only she is shown it."""
    if ROLE not in r.here:
        return
    known = r.profile.successor_first_day or (r.opened if r.profile.beginning == ROLE else None)
    first = known or r.today
    things = list(chain(_accesses(r), _loops(r), _contacts(r), _texts(r)))
    for place, (kind, identity, act, minutes) in enumerate(things, start=1):
        due = first + timedelta(DAYS * place // len(things))
        about = (f"{kind}:{identity}",) if identity else ()
        listed = identity or not known  # a list is begun on her first day, once it is known
        start = max(due - WEEK, first) if listed else first
        yield Move(
            f"take-{kind}:{identity}", "take", ROLE, act, about, minutes, 30,
            due, late=due + WEEK < r.today, start=start,
        )  # fmt: skip


def _accesses(r: Round) -> Iterator[Thing]:
    lines = accesses_of(r.engagement)
    if not lines:
        yield "access", "", "access", 8
    for line in lines.values():
        if line.open and not line.company_owned:
            yield "access", line.id, "access:ownership", 3


def _loops(r: Round) -> Iterator[Thing]:
    loops = loops_of(r.engagement)
    if not loops.all:
        yield "loop", "", "loops", 4
    for loop in loops.open:
        if not loop.taken:
            yield "loop", loop.id, "loops", 2


def _contacts(r: Round) -> Iterator[Thing]:
    contacts = contacts_of(r.engagement)
    if not contacts:
        yield "contact", "", "contacts", 4
    for contact in contacts:
        if not contact.introduced:
            yield "contact", contact.id, "contacts", 2


def _texts(r: Round) -> Iterator[Thing]:
    for document in written_documents(r.engagement).values():
        wanted = document.id in NINE or document.id.startswith(SECTION)
        if wanted and document.written and document.authors and not document.verified:
            yield "document", document.id, f"document:{document.id}:verified", 5
