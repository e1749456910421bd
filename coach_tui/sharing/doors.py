"""Sharing, renewing, stopping: one decision for the app and for the commands.

Whatever fails on the way (a folder not reached, full, read-only) leaves the engagement as it was:
its own file has everything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.withheld import part, said_again
from coach_tui.language.refusal import Refusal
from coach_tui.places import Home, is_within
from coach_tui.session import Session
from coach_tui.sharing import age
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import MARK, Folder
from coach_tui.sharing.invitation import invitation
from coach_tui.sharing.key import Key
from coach_tui.sharing.letter import write_letter
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import (
    Membership,
    end_membership,
    keep_membership,
)
from coach_tui.store.private_files import Beside


class Shared(NamedTuple):
    """Where an engagement is shared, and the line that invites to it."""

    invitation: str
    folder: str


class Sent(NamedTuple):
    """How many changes a letter holds; the invitation, where nobody was invited before."""

    changes: int
    invitation: str


class NotReached(StoreError):
    """The place is not there just now, or takes nothing. What is recorded is safe here."""

    reason = "refusal.share.not-reached"


@contextmanager
def reaching(folder: str) -> Iterator[None]:
    """System errors of the place, as ours."""
    try:
        yield
    except OSError as error:
        raise NotReached(folder, cause=error.strerror or type(error).__name__) from error


def key_of(engagement: str, membership: Membership) -> Key:
    """The key that this machine has of an engagement."""
    return Key(membership.identity, engagement, membership.generation)


def folder_of(session: Session) -> str:
    """Where it is shared on this machine; empty where it is not, or by mail alone."""
    return session.membership.folder if session.membership else ""


def exchange_of(home: Home, session: Session) -> Exchange | None:
    """How this engagement is pushed and taken in; None where it is in no folder.

    Raises StoreError where a renewal that was begun can't be ended yet.
    """
    membership = session.membership
    if membership is None or not membership.folder or age.refuse_without_age():
        return None
    if membership.previous:
        with reaching(membership.folder):
            _close_the_old(home, session, membership)
    return _exchange(home, session, key_of(session.id, membership), membership)


def refuse_folder(home: Home, session: Session, said: Path) -> Refusal | None:
    """Why this engagement can't be shared in this folder; None where it can."""
    if refusal := age.refuse_without_age():
        return refusal
    if not said.is_dir():
        return Refusal("refusal.share.no-folder", {"folder": str(said)}).of("folder")
    if is_within(said, home) or is_within(home.engagements, Home(said, said)):
        return Refusal("refusal.share.own-folder", {"folder": str(said)}).of("folder")
    return None


def others_in(folder: Path, engagement: str) -> int:
    """How many other engagements are shared in this folder: who sees it, sees that they exist."""
    return sum(mark.parent.name != engagement for mark in folder.glob(f"*/{MARK}"))


def share(home: Home, session: Session, folder: Path) -> Shared | Refusal:
    """Share it in this folder: from now on, what is recorded goes there. Raises StoreError."""
    if refusal := refuse_folder(home, session, folder):
        return refusal
    known = session.membership
    place = Folder(folder, session.id)
    with reaching(str(folder)):
        place.begin()
        latest = max(place.generations(), default=0)
    if known is None:
        known = Membership(age.new_identity(), latest + 1)
    return _begun(home, session, known._replace(folder=str(folder)))


def send(home: Home, session: Session, path: Path) -> Sent | Refusal:
    """Seal all that may leave in a new file; the first time, with a key of its own.

    Raises StoreError.
    """
    if refusal := age.refuse_without_age():
        return refusal
    membership = session.membership
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
    membership = session.membership
    if membership is None:
        return Refusal("refusal.share.not-shared")
    return Shared(invitation(key_of(session.id, membership)), membership.folder)


def renew(home: Home, session: Session) -> Shared | Refusal:
    """Another key from now on: who has the old one reads nothing that comes after.

    Raises StoreError where the place is not reached: nothing is renewed then.
    """
    old = session.membership
    if old is None:
        return Refusal("refusal.share.not-shared")
    if refusal := age.refuse_without_age():
        return refusal
    if session.looks_only:
        return Refusal("refusal.share.looks-only")
    if old.folder:
        with reaching(old.folder):
            Folder(Path(old.folder), session.id).names(old.generation)
    following = old._replace(
        identity=age.new_identity(),
        generation=old.generation + 1,
        previous=old.identity if old.folder else "",
    )
    return _begun(home, session, following)


def stop(home: Home, session: Session) -> Refusal | None:
    """Take part no more on this machine; what the others have, they keep. Raises StoreError."""
    if session.membership is None:
        return Refusal("refusal.share.not-shared")
    end_membership(home.state, session.id)
    session.membership = None
    return None


def _begun(home: Home, session: Session, membership: Membership) -> Shared | Refusal:
    """Keep the key before anything lies in the place that only it opens; then put all there is."""
    if not session.looks_only:
        staying = part((*session.changes, *session.held)).staying
        answer = session.record(said_again(session.engagement, staying))
        if isinstance(answer, Refusal):
            return answer
    keep_membership(home.state, session.id, membership)
    session.membership = membership
    if exchange := exchange_of(home, session):
        with reaching(membership.folder):
            session.know(exchange.take_in())
            if not session.looks_only:
                exchange.push(whole=True)
    return Shared(invitation(key_of(session.id, membership)), membership.folder)


def _close_the_old(home: Home, session: Session, membership: Membership) -> None:
    """Say under the old key that it is the last push: again and again until that is done."""
    old = Key(membership.previous, session.id, membership.generation - 1)
    exchange = _exchange(home, session, old, membership)
    session.know(exchange.take_in())
    exchange.push(closing=True)
    session.membership = membership._replace(previous="")
    keep_membership(home.state, session.id, session.membership)


def _exchange(home: Home, session: Session, key: Key, membership: Membership) -> Exchange:
    place = Folder(Path(membership.folder), session.id)
    ledger = Beside(home.state).ledger(session.id)
    return Exchange(session.journal, key, place, ledger, hand_of(session.actor))
