"""Joining an engagement that somebody shares: one form, for the app and for the walk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.asking.answers import choice_field
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.actor import named
from coach_tui.engagement.profile import ROLES
from coach_tui.language import Refusal, Words
from coach_tui.places import Home
from coach_tui.sharing import joining
from coach_tui.sharing.doors import NotReached, refuse_sealing
from coach_tui.sharing.folder import folders_of
from coach_tui.sharing.invitation import Invited
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.where import place_named
from coach_tui.store.errors import StoreError
from coach_tui.wall_clock import Now

FORM_S: Final = 3.0  # how long an open form waits for a server, at each call
LOOKS: Final = ("no", "yes", "confirms")


class Joined(NamedTuple):
    """The engagement's id, who joined it, and where its file is: None while nothing has arrived.

    known  whether it had a file on this machine before.
    """

    engagement: str
    actor: str
    path: Path | None
    known: bool


def joining_sheet(
    home: Home,
    words: Words,
    now: Now,
    tell: Callable[[Joined], None],
    *,
    given: str = "",
    person: str = "",
) -> Sheet:
    """The invitation, where it is shared, and who joins.

    tell    is called once that is done.
    given   an invitation that is known already; person, the name of who works here.
    """

    def submit(answers: dict[str, str]) -> Refusal | None:
        done = _join(home, answers, now)
        if isinstance(done, Refusal):
            return done
        tell(done)
        return None

    fields = (
        Field("invitation", words("share.field.invitation"), given, "unseen"),
        Field("folder", words("share.field.place")),
        choice_field("role", words("share.field.role"), "founder", ROLES, "role.", words),
        Field("person", words("share.field.name"), person),
        choice_field(
            "looks_only", words("share.field.looks-only"), "no", LOOKS, "share.looks.", words
        ),
    )
    return Sheet(words("share.palette.join"), words("share.about.join"), fields, submit)


def _join(home: Home, answers: Mapping[str, str], now: Now) -> Joined | Refusal:
    invited = joining.read_invitation(home, answers["invitation"])
    if isinstance(invited, Refusal):
        return invited
    actor = named(answers["role"], answers["person"])
    if isinstance(actor, Refusal):
        return actor
    where = _place(home, invited, answers["folder"])
    if isinstance(where, Refusal):
        return where.of("folder")
    if refusal := joining.refuse_folder(invited.key, where):
        return refusal
    looks, known = answers["looks_only"], joining.is_here(home, invited.key.engagement)
    try:
        path = joining.join(
            home, invited.key, where, actor, now, looks_only=looks != "no",
            confirms=looks == "confirms", seconds=FORM_S,
        )  # fmt: skip
    except NotReached as error:
        return error.refusal.of("folder")
    except StoreError as error:
        return error.refusal
    return Joined(invited.key.engagement, actor, path, known)


def _place(home: Home, invited: Invited, said: str) -> str | Refusal:
    """The one typed, else the invitation's server, else the one folder found; empty for none."""
    where = place_named(said) or joining.server_for(home, invited)
    if isinstance(where, Refusal):
        return where
    if is_server(where):
        return refuse_sealing(where) or where
    found = [where] if where else [str(each) for each in folders_of(invited.key.engagement, {})]
    if len(found) > 1:
        return Refusal("refusal.share.which-of-several", {"folders": ", ".join(found)})
    return next(iter(found), "")
