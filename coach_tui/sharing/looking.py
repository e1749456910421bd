"""How an engagement's place is found to be, looked at without taking anything in or writing."""

from collections.abc import Sequence
from typing import NamedTuple

from coach_tui.engagement.change import from_record
from coach_tui.engagement.withheld import part
from coach_tui.places import Home
from coach_tui.session import Session
from coach_tui.sharing.doors import key_of, reaching
from coach_tui.sharing.exchange import first_things_first
from coach_tui.sharing.key import Unopened
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.server.calls import PATIENT_S
from coach_tui.sharing.where import place_at
from coach_tui.store import layout
from coach_tui.store.membership import Membership
from coach_tui.store.notice import Notice
from coach_tui.store.private_files import Beside


class Look(NamedTuple):
    """What lies in a place, and what does not yet.

    ledger    what is known of it, what was just read in it with it.
    unread    how many pushes are there that were not taken in yet, and open.
    arriving  how many have not arrived whole.
    unsent    how many changes may leave and are in no push.
    amiss     what can't be opened, and why.
    """

    ledger: PlaceLedger
    unread: int
    arriving: int
    unsent: int
    amiss: Sequence[Notice]


def look_at(
    home: Home, session: Session, membership: Membership, seconds: float = PATIENT_S
) -> Look:
    """What a machine that takes part finds there. Raises StoreError where it is not reached."""
    key = key_of(session.id, membership)
    ledger = LedgerFile(Beside(home.state).ledger(session.id), key.generation).read()
    place, amiss = place_at(membership.place, session.id, seconds), list[Notice]()
    lines, unread, arriving, met = list[bytes](), 0, 0, set[str]()
    with reaching(membership.place):
        for there in sorted(place.names(key.generation), key=first_things_first):
            name = there.name
            if name.text in met or not ledger.wants(name):
                continue
            met.add(name.text)
            try:
                push = key.open(name.device, name.name, place.get(key.generation, there))
            except (Unopened, FileNotFoundError, PermissionError) as error:
                why = error.why if isinstance(error, Unopened) else "unreadable"
                arriving += why == "incomplete"
                if why != "incomplete":
                    said = {"push": name.text, "version": getattr(error, "version", "")}
                    amiss.append(Notice(f"share.unopened-{why}", said))
                continue
            ledger.heed(push.head)
            who, when = push.head.get("who"), push.head.get("when")
            if isinstance(who, str) and isinstance(when, int | float):
                ledger.met(name.device, who, float(when))
            lines += push.lines
            unread += 1
    unsent = _unsent(session, ledger, lines)
    return Look(ledger, unread, arriving, unsent, amiss)


def _unsent(session: Session, ledger: PlaceLedger, lines: Sequence[bytes]) -> int:
    """How many changes may leave and are neither in a push read before nor in these lines."""
    _, events = layout.sift(b"\n".join(lines))
    found = (from_record(record) for record in events.values() if record is not None)
    there = ledger.covered() | {change.id for change in found if change}
    return sum(one.id not in there for one in part((*session.changes, *session.held)).leaving)
