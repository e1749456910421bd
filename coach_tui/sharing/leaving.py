"""Somebody leaves a practice: her login sees nothing more, and the keys she had are renewed.

Taking the login away comes first: nothing she does meanwhile arrives. A key can be renewed where
this machine takes part in the engagement; for the others, somebody who does is asked to.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coach_tui.engagement.profile import profile_of
from coach_tui.language.refusal import Refusal
from coach_tui.listing import list_engagements
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.sharing.doors import renew
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.server.keeping import Keeper
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import membership_of
from coach_tui.wall_clock import Now


class Renewed(NamedTuple):
    """An engagement that she saw: its new invitation, or why there is none.

    company  empty where the engagement is not on this machine.
    """

    engagement: str
    company: str = ""
    invitation: str = ""
    refusal: Refusal | None = None


def see_off(
    home: Home, where: str, login: str, engagement: str, now: Now
) -> Sequence[Renewed] | Refusal:
    """Take one engagement, or all, from this login, and renew the keys. Raises Unreached."""
    taken = Keeper(where).revoke(login, engagement)
    if isinstance(taken, Refusal):
        return taken
    here = {each.id: each.path for each in list_engagements(home) if not each.error}
    found = []
    for each in taken:
        known = membership_of(home.state, each)
        if each not in here or known is None or not is_server(known.place):
            found.append(Renewed(each))
            continue
        session = open_session(here[each], home, "", now)
        company = profile_of(session.engagement).company
        try:
            session.catch_up()
            answer = renew(home, session)
        except StoreError as error:
            answer = error.refusal
        if isinstance(answer, Refusal):
            found.append(Renewed(each, company, refusal=answer))
        else:
            found.append(Renewed(each, company, answer.invitation))
    return found
