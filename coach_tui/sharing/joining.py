"""Joining an engagement that somebody shares: by its invitation, from a folder or a letter."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from typing import NamedTuple

from coach_tui import __version__
from coach_tui.engagement.change import Change, from_record
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal
from coach_tui.listing import list_engagements
from coach_tui.places import Home
from coach_tui.session import SUFFIX, Session, make_home, open_session, slug_of
from coach_tui.sharing import age
from coach_tui.sharing.doors import exchange_of, reaching
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.invitation import invited
from coach_tui.sharing.key import Key, Unopened
from coach_tui.sharing.letter import opened
from coach_tui.store import layout
from coach_tui.store.journal import Journal
from coach_tui.store.membership import Membership, keep_membership, membership_of, memberships
from coach_tui.wall_clock import Now


class Arrived(NamedTuple):
    """What a place holds for somebody who is about to join.

    company  whose mission it is; empty where nothing has arrived yet.
    people   who else is there, as actors.
    """

    company: str = ""
    people: Sequence[str] = ()


def read_invitation(home: Home, said: str) -> Key | Refusal:
    """The key of an invitation; refused where it is older than what this machine has."""
    if refusal := age.refuse_without_age():
        return refusal
    key = invited(said)
    if isinstance(key, Refusal):
        return key.of("invitation")
    known = membership_of(home.state, key.engagement)
    if known and known.generation > key.generation:
        return Refusal("refusal.share.old-invitation").of("invitation")
    if known and known.generation == key.generation and known.identity != key.identity:
        return Refusal("refusal.share.two-keys").of("invitation")
    return key


def arrived(key: Key, folder: Path) -> Arrived:
    """Look at what is in this folder, and keep nothing. Raises StoreError where it is not there."""
    place, lines, people = Folder(folder, key.engagement), list[bytes](), dict[str, None]()
    with reaching(str(folder)):
        for there in place.names(key.generation):
            try:
                push = key.open(
                    there.name.device, there.name.name, place.get(key.generation, there)
                )
            except (Unopened, FileNotFoundError, PermissionError):
                continue
            lines += push.lines
            people[str(push.head.get("who", ""))] = None
    return Arrived(_company(lines), [who for who in people if who])


def join(
    home: Home, key: Key, folder: Path | None, actor: str, now: Now, *, looks_only: bool = False
) -> Path | None:
    """Take part in it, as `actor`. Where its file is; None while nothing has arrived.

    An engagement that is here already keeps its file, and goes on with this key and place.
    Raises StoreError, OSError where the home can't be made.
    """
    make_home(home)
    known = membership_of(home.state, key.engagement)
    where = str(folder) if folder else known.folder if known else ""
    file = _file_of(home, key.engagement)
    mine = Membership(key.identity, key.generation, where, looks_only, "" if file else actor)
    company = arrived(key, folder).company if folder else ""
    keep_membership(home.state, key.engagement, mine)
    if file is None and company:
        file = _begin(home, key.engagement, company, now)
        keep_membership(home.state, key.engagement, mine._replace(actor=""))
    if file is not None:
        _exchanged(home, open_session(file, home, actor, now))
    return file


def receive(home: Home, path: Path, now: Now) -> tuple[Session, Sequence[Change]] | Refusal:
    """Take in a letter: its engagement, begun here where it was not yet, and what was new.

    Raises StoreError.
    """
    if refusal := age.refuse_without_age():
        return refusal
    mine = memberships(home.state)
    keys = {each: Key(of.identity, each, of.generation) for each, of in mine.items()}
    if not keys:
        return Refusal("refusal.share.no-key")
    try:
        letter = opened(path, keys)
    except Unopened as error:
        return Refusal(f"refusal.share.letter-{error.why}", {"version": error.version})
    file = _file_of(home, letter.engagement)
    membership = mine[letter.engagement]
    if file is None:
        file = _begin(home, letter.engagement, _company(letter.push.lines), now)
        keep_membership(home.state, letter.engagement, membership._replace(actor=""))
    session = open_session(file, home, membership.actor, now)
    fresh = session.journal.take_lines(letter.push.lines).fresh
    session.know(fresh)
    return session, fresh


def _exchanged(home: Home, session: Session) -> None:
    """Everything there is, in and out."""
    if exchange := exchange_of(home, session):
        with reaching(str(session.path)):
            session.know(exchange.take_in())
            if not session.looks_only:
                exchange.push()


def _begin(home: Home, engagement: str, company: str, now: Now) -> Path:
    path = home.engagements / f"{slug_of(company)}-{engagement[-6:]}{SUFFIX}"
    meta = {
        "engagement": engagement,
        "format": 1,
        "created_by": f"coach-tui {__version__}",
        "created_at": now().astimezone(UTC).isoformat(timespec="seconds"),
    }
    return Journal.create(path, home.state, meta).path


def _file_of(home: Home, engagement: str) -> Path | None:
    return next((each.path for each in list_engagements(home) if each.id == engagement), None)


def _company(lines: Iterable[bytes]) -> str:
    _, events = layout.sift(b"\n".join(lines))
    changes = [change for record in events.values() if (change := from_record(record))]
    told = [one for one in changes if one.entity == "engagement"]
    return profile_of(Engagement().after(told)).company
