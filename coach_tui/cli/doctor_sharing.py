"""What `coach doctor` says of an engagement that is shared: its key, its place, what lies there."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from coach_tui.cli.call import Call
from coach_tui.cli.finding import DoctorFinding
from coach_tui.engagement.actor import hand_of
from coach_tui.sharing.doors import refuse_sealing
from coach_tui.sharing.looking import look_at
from coach_tui.sharing.words import state_words
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import memberships, named_keys
from coach_tui.store.private_files import Beside

if TYPE_CHECKING:
    from coach_tui.listing import Summary
    from coach_tui.session import Session


def sharing_findings(call: Call, session: Session, name: str) -> Iterator[DoctorFinding]:
    """How this engagement is shared, and what keeps it from arriving; nothing where it is not."""
    for text, wrong in _found(call, session):
        yield DoctorFinding(call.words("doctor.sharing", name=name, what=text), wrong)


def waiting_invitations(call: Call, summaries: Sequence[Summary]) -> Iterator[DoctorFinding]:
    """Invitations that were taken, and whose engagement has not arrived; keys that can't be read"""
    here = {each.id for each in summaries}
    known = memberships(call.home.state)
    for engagement in named_keys(call.home.state):
        path = str(Beside(call.home.state).membership(engagement))
        if engagement not in known:
            yield DoctorFinding(call.words("doctor.key-unreadable", file=path), True)
        elif engagement not in here:
            where = known[engagement].place
            key = "doctor.sharing-waits" if where else "doctor.sharing-waits-mail"
            yield DoctorFinding(call.words(key, folder=where))


def _found(call: Call, session: Session) -> Iterator[tuple[str, bool]]:
    words, known = call.words, session.membership
    if known is None:
        return
    key = Beside(call.home.state).membership(session.id)
    if os.name == "posix" and stat.S_IMODE(key.stat().st_mode) & 0o077:
        yield words("doctor.key-open", file=str(key)), True
    if known.looks_only:
        yield words("doctor.confirms" if known.confirms else "doctor.looks-only"), False
    if not known.place:
        yield words("share.by-mail"), False
        return
    if lack := refuse_sealing(known.place):
        yield words.refusal(lack), True
        return
    try:
        found = look_at(call.home, session, known)
    except StoreError as error:
        yield words.refusal(error.refusal), True
        return
    me = hand_of(call.choices().role(session.id) or session.actor)
    state = state_words(found.ledger.people, me, time.time(), words)
    closed = found.ledger.closed is not None
    state = words("share.state.closed") if closed else state
    yield words("share.in-folder", folder=known.place, state=state), closed
    for count, key_of_words in (
        (found.unread, "doctor.unread"),
        (found.arriving, "doctor.arriving"),
        (found.unsent if session.puts else 0, "doctor.unsent"),
    ):
        if count:
            yield words(key_of_words, n=count), False
    for notice in found.amiss:
        yield words(notice.reason, **notice.values), True
