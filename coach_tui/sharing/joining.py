"""Joining an engagement that somebody shares: by its invitation, from its place or a letter."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui import __version__
from coach_tui.engagement.change import Change, from_record
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.cause import Cause
from coach_tui.language.refusal import Refusal
from coach_tui.listing import list_engagements
from coach_tui.places import Home
from coach_tui.session import SUFFIX, Session, make_home, open_session, slug_of
from coach_tui.sharing import age
from coach_tui.sharing.doors import exchange_of, reaching, shared_at
from coach_tui.sharing.exchange import first_things_first
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.invitation import Invited, invited
from coach_tui.sharing.key import Key, Unopened
from coach_tui.sharing.letter import opened
from coach_tui.sharing.server.address import invited_to, is_server, own_login, with_login
from coach_tui.sharing.server.calls import PATIENT_S
from coach_tui.sharing.server.library import refuse_without_psycopg
from coach_tui.sharing.where import place_at
from coach_tui.store import layout
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.membership import Membership, keep_membership, membership_of, memberships
from coach_tui.wall_clock import Now

NEEDS_LOGIN: Final = "refusal.server.needs-login"


class Arrived(NamedTuple):
    """What a place holds for somebody who is about to join.

    company  whose mission it is; empty where nothing has arrived yet.
    people   who else is there, as actors.
    """

    company: str = ""
    people: Sequence[str] = ()


def read_invitation(home: Home, said: str) -> Invited | Refusal:
    """What an invitation says; refused where it is older than what this machine has."""
    if refusal := age.refuse_without_age():
        return refusal
    found = invited(said)
    if isinstance(found, Refusal):
        return found.of("invitation")
    key = found.key
    known = membership_of(home.state, key.engagement)
    if known and known.generation > key.generation:
        return Refusal("refusal.share.old-invitation").of("invitation")
    if known and known.generation == key.generation and known.identity != key.identity:
        return Refusal("refusal.share.two-keys").of("invitation")
    return found


def server_for(home: Home, found: Invited) -> str | Refusal:
    """The server it is shared on, with my login there: known already, or found on this machine.

    Empty where the invitation names no server; refused where no login is known.
    """
    known = membership_of(home.state, found.key.engagement)
    if known and is_server(known.place):
        return known.place
    if found.server and (lack := refuse_without_psycopg()):
        return lack
    server = invited_to(found.server)
    if not server:
        return ""
    if login := own_login(server):
        return with_login(server, login)
    return Refusal(NEEDS_LOGIN, {"server": with_login(server, "LOGIN")}).of("folder")


def refuse_folder(key: Key, where: str) -> Refusal | None:
    """Why this can't be joined from that folder; None where it can, or where it is none."""
    if not where or is_server(where):
        return None
    said = {"folder": where}
    with suppress(OSError):  # said where it is read
        if not Path(where).is_dir():
            return Refusal("refusal.share.no-folder", said, "folder")
        if not Folder(Path(where), key.engagement).is_there:
            return Refusal("refusal.share.not-there", said, "folder")
    return None


def arrived(key: Key, where: str, seconds: float = PATIENT_S) -> Arrived:
    """Look at what is in this place, and keep nothing. Raises StoreError where it is not there."""
    place, lines, people = (
        place_at(where, key.engagement, seconds),
        list[bytes](),
        dict[str, None](),
    )
    passed = set[str]()
    with reaching(where):
        in_order = sorted(place.names(key.generation), key=first_things_first)
        place.ahead(in_order)
        for there in in_order:
            if there.name.short in passed:
                continue
            try:
                push = key.open(
                    there.name.device, there.name.name, place.get(key.generation, there)
                )
            except (Unopened, FileNotFoundError, PermissionError):
                continue
            if push.head.get("whole"):
                passed.update(map(str, push.head.get("instead", ())))
                place.ahead([each for each in in_order if each.name.short not in passed])
            lines += push.lines
            people[str(push.head.get("who", ""))] = None
    return Arrived(_company(lines), [who for who in people if who])


def is_here(home: Home, engagement: str) -> bool:
    """Whether this engagement has a file on this machine."""
    return _file_of(home, engagement) is not None


def join(
    home: Home,
    key: Key,
    place: str,
    actor: str,
    now: Now,
    *,
    looks_only: bool = False,
    confirms: bool = False,
    seconds: float = PATIENT_S,
) -> Path | None:
    """Take part in it, as `actor`. Where its file is; None while nothing has arrived.

    place    where it is shared, seen from this machine; empty for one known already, or letters.
    confirms whether somebody who looks only may confirm and answer all the same.
    seconds  how long a server is waited for, at each call.

    An engagement that is here already keeps its file, and goes on with this key and place.
    Raises StoreError.
    """
    _make_home(home)
    known = membership_of(home.state, key.engagement)
    where = place or (known.place if known else "")
    file = _file_of(home, key.engagement)
    mine = Membership(
        key.identity, key.generation, where, looks_only, "" if file else actor,
        confirms=looks_only and confirms,
    )  # fmt: skip
    company = arrived(key, place, seconds).company if place else ""
    keep_membership(home.state, key.engagement, mine)
    if file is None and company:
        file = _begin(home, key.engagement, company, now)
        keep_membership(home.state, key.engagement, mine._replace(actor=""))
    if file is not None:
        _exchanged(home, open_session(file, home, actor, now), seconds)
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


def _exchanged(home: Home, session: Session, seconds: float) -> None:
    """Everything there is, in and out."""
    if exchange := exchange_of(home, session, seconds):
        with reaching(shared_at(session)):
            session.know(exchange.take_in())
            if session.puts:
                exchange.push()


def _make_home(home: Home) -> None:
    try:
        make_home(home)
    except OSError as error:
        folder, why = str(home.engagements), Cause(error)
        raise StoreError(folder, "app.cannot-create", folder=folder, why=why) from error


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
