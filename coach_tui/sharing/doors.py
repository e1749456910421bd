"""Sharing, renewing, stopping: one decision for the app and for the commands.

Whatever fails on the way (a place not reached, full, read-only) leaves the engagement as it was:
its own file has everything.
"""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.withheld import part, said_again
from coach_tui.language.cause import Cause
from coach_tui.language.refusal import Refusal
from coach_tui.places import Home, is_within
from coach_tui.session import Session
from coach_tui.sharing import age
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import MARK
from coach_tui.sharing.invitation import invitation
from coach_tui.sharing.key import Key
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.letter import write_letter
from coach_tui.sharing.place import Place, Unreached
from coach_tui.sharing.server.address import for_invitation, is_server, refuse_address
from coach_tui.sharing.server.calls import PATIENT_S
from coach_tui.sharing.server.library import refuse_without_psycopg
from coach_tui.sharing.where import place_at
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import (
    Membership,
    end_membership,
    follow_membership,
    membership_of,
)
from coach_tui.store.private_files import Beside

# What the system says of a folder, where we have words for it.
_WHY: Final[Mapping[int | None, str]] = {
    errno.ENOSPC: "full", errno.EDQUOT: "full",
    errno.EROFS: "closed", errno.EACCES: "closed", errno.EPERM: "closed",
    errno.ENOENT: "away", errno.ENOTDIR: "away",
}  # fmt: skip


NOTED_S: Final = 1.0  # how long noting what is left may wait for another program


class Shared(NamedTuple):
    """Where an engagement is shared, and the line that invites to it."""

    invitation: str
    place: str


class Sent(NamedTuple):
    """How many changes a letter holds; the invitation, where nobody was invited before."""

    changes: int
    invitation: str


class NotReached(StoreError):
    """The place is not there just now, or takes nothing. What is recorded is safe here."""

    reason = "refusal.share.not-reached"


@contextmanager
def reaching(where: str) -> Iterator[None]:
    """Errors of the place, as ours."""
    try:
        yield
    except Unreached as error:
        raise NotReached(where, error.reason, **error.values) from error
    except OSError as error:
        if why := _WHY.get(error.errno):
            raise NotReached(where, f"refusal.share.{why}") from error
        raise NotReached(where, cause=Cause(error)) from error


def key_of(engagement: str, membership: Membership) -> Key:
    """The key that this machine has of an engagement."""
    return Key(membership.identity, engagement, membership.generation)


def shared_at(session: Session) -> str:
    """Where it is shared on this machine; empty where it is not, or by mail alone."""
    return session.membership.place if session.membership else ""


def refuse_sealing(where: str) -> Refusal | None:
    """Why nothing can be exchanged with this place here; None where it can."""
    refused = refuse_address(where) if is_server(where) else None
    return refused or age.refuse_without_age()  # what a server needs, brings what seals


def exchange_of(
    home: Home, session: Session, seconds: float = PATIENT_S, *, hurried: bool = False
) -> Exchange | None:
    """How this engagement is pushed and taken in; None where it is in no place.

    seconds  how long a server is waited for.
    hurried  whether it is waited for no longer than a command may (`Exchange.hurry`).
    Raises StoreError where a renewal that was begun can't be ended yet, or the place is left.
    """
    membership = session.membership
    if membership is None or not membership.place or refuse_sealing(membership.place):
        return None
    place = place_at(membership.place, session.id, seconds)
    with reaching(membership.place):
        while membership.previous:
            closed = _close_the_old(home, session, membership, place, hurried=hurried)
            if closed is None or closed.place != membership.place:  # changed by another program
                return None
            membership = closed
        exchange = _exchange(home, session, key_of(session.id, membership), place)
        if hurried:
            exchange.hurry()
    return exchange


def leave(home: Home, session: Session) -> None:
    """What can't be put there now is for whoever reaches the place next. Raises Locked, soon."""
    if membership := session.membership:
        ledger = LedgerFile(Beside(home.state).ledger(session.id), membership.generation)
        with ledger.amended(NOTED_S) as kept:
            kept.unsent = True


def refuse_place(home: Home, session: Session, where: str) -> Refusal | None:
    """Why this engagement can't be shared in this folder or on this server; None where it can."""
    if refusal := refuse_sealing(where):
        return refusal.of("folder")
    said = Path(where)
    if is_server(where):
        return None
    is_folder = False
    with suppress(OSError):  # no folder's name, a dead mount, or one that may not be looked at
        is_folder = said.is_dir()
    if not is_folder:
        return Refusal("refusal.share.no-folder", {"folder": where}).of("folder")
    if is_within(said, home) or is_within(home.engagements, Home(said, said)):
        return Refusal("refusal.share.own-folder", {"folder": where}).of("folder")
    return None


def others_in(where: str, engagement: str) -> int:
    """How many other engagements are shared in this folder: who sees it, sees that they exist."""
    if is_server(where):
        return 0
    return sum(mark.parent.name != engagement for mark in Path(where).glob(f"*/{MARK}"))


def share(home: Home, session: Session, where: str, seconds: float = PATIENT_S) -> Shared | Refusal:
    """Share it there: from now on, what is recorded goes to that place. Raises StoreError.

    seconds  how long a server is waited for, at each call.
    """
    if refusal := refuse_place(home, session, where):
        return refusal
    known = _by_now(home, session)
    place = place_at(where, session.id, seconds)
    try:
        with reaching(where):
            place.begin()
            latest = max(place.generations(), default=0)
    except NotReached as error:
        if is_server(where):
            raise
        why = error.reason.removeprefix("refusal.share.")
        return Refusal(f"refusal.share.begin-{why}", error.values).of("folder")
    if known is None:
        known = Membership(age.new_identity(), latest + 1)
    return _begun(home, session, known._replace(place=where), seconds)


def send(home: Home, session: Session, path: Path) -> Sent | Refusal:
    """Seal all that may leave in a new file; the first time, with a key of its own.

    Raises StoreError.
    """
    if refusal := age.refuse_without_age():
        return refusal
    if is_within(path, home):
        return Refusal("refusal.export.ours", {"file": str(path)}).of("file")
    membership = _by_now(home, session)
    invited = membership is None
    if membership is None:
        membership = Membership(age.new_identity(), 1)
        begun = _begun(home, session, membership)
        if isinstance(begun, Refusal):
            return begun
    key = key_of(session.id, membership)
    count = write_letter(session.journal, key, hand_of(session.actor), path)
    return Sent(count, invitation(key) if invited else "")


def shown(home: Home, session: Session) -> Shared | Refusal:
    """Where it is shared, and the invitation once more."""
    membership = _by_now(home, session)
    if membership is None:
        return Refusal("refusal.share.not-shared")
    return _shared(session.id, membership)


def renew(home: Home, session: Session, seconds: float = PATIENT_S) -> Shared | Refusal:
    """Another key from now on: who has the old one reads nothing that comes after.

    Raises StoreError where the place is not reached: nothing is renewed then. A renewal that was
    begun, and could not end the old key yet, is ended: no third key is made beside it.
    """
    old = _by_now(home, session)
    if old is None:
        return Refusal("refusal.share.not-shared")
    if refusal := age.refuse_without_age():
        return refusal
    if session.looks_only:
        return Refusal("refusal.share.looks-only")
    if old.place:
        if refusal := refuse_sealing(old.place):
            return refusal
        with reaching(old.place):
            place_at(old.place, session.id, seconds).names(old.generation)
    return _begun(home, session, old.renewed(age.new_identity()), seconds)


def stop(home: Home, session: Session) -> Refusal | None:
    """Take part no more on this machine; what the others have, they keep. Raises StoreError."""
    if session.membership is None:
        return Refusal("refusal.share.not-shared")
    end_membership(home.state, session.id)
    session.membership = None
    return None


def _by_now(home: Home, session: Session) -> Membership | None:
    """How this machine takes part by now: another program of it may have changed that."""
    session.membership = membership_of(home.state, session.id)
    return session.membership


def _begun(
    home: Home, session: Session, membership: Membership, seconds: float = PATIENT_S
) -> Shared | Refusal:
    """Keep the key before anything lies in the place that only it opens; then put all there is."""
    if not session.looks_only:
        staying = part((*session.changes, *session.held)).staying
        answer = session.record(said_again(session.engagement, staying))
        if isinstance(answer, Refusal):
            return answer
    kept = follow_membership(home.state, session.id, session.membership, membership)
    session.membership = kept
    if kept is None:
        return Refusal("refusal.share.not-shared")
    if kept != membership:  # another program was quicker: its key is handed over, if it does this
        done = kept.generation >= membership.generation and kept.place == membership.place
        return _shared(session.id, kept) if done else Refusal("refusal.share.meanwhile")
    if exchange := exchange_of(home, session, seconds):
        with reaching(membership.place):
            session.know(exchange.take_in())
            if session.puts:
                exchange.push(whole=True)
    return _shared(session.id, membership)


def _shared(engagement: str, membership: Membership) -> Shared:
    where = membership.place
    named = for_invitation(where) if is_server(where) and not refuse_without_psycopg() else ""
    return Shared(invitation(key_of(engagement, membership), named), where)


def _close_the_old(
    home: Home, session: Session, membership: Membership, place: Place, *, hurried: bool
) -> Membership | None:
    """Say under the old key that it is the last push: again and again until that is done.

    How this machine takes part then.
    """
    old = Key(membership.previous, session.id, membership.generation - 1)
    exchange = _exchange(home, session, old, place)
    if hurried:
        exchange.hurry()
    session.know(exchange.take_in())
    exchange.push(closing=True)
    following = membership._replace(previous="")
    session.membership = follow_membership(home.state, session.id, membership, following)
    return session.membership


def _exchange(home: Home, session: Session, key: Key, place: Place) -> Exchange:
    ledger = Beside(home.state).ledger(session.id)
    return Exchange(session.journal, key, place, ledger, hand_of(session.actor))
