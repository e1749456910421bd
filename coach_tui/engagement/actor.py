"""Who acts, as every change says it: "ROLE", "ROLE/NAME"; "ROLE/NAME/ROLE/NAME" for somebody else.

Of the last, the first two are whose act it is, the others whose hands recorded it.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from coach_tui.engagement.profile import ROLES
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

ALONE: Final = 2  # parts that name one person
LONGEST: Final = 120  # letters of a name


class Actor(NamedTuple):
    """A role, the name where one was given, and on whose behalf: `by` is who recorded it."""

    role: str
    name: str = ""
    by: str = ""


def read_actor(actor: str) -> Actor:
    """The actor of a change. A name recorded with a slash in it stays a name."""
    role, _, person = actor.partition("/")
    name, *rest = person.split("/", 1)
    if rest and rest[0].partition("/")[0] in ROLES and rest[0].count("/") < ALONE:
        return Actor(role, name, rest[0])
    return Actor(role, person)


def role_of(actor: str) -> str:
    """The role acted in: "cmo/Ann" acts as the CMO, and so does who acts for her."""
    return actor.partition("/")[0]


@lru_cache(256)
def hand_of(actor: str) -> str:
    """Who recorded it: the actor alone, or whoever acted for somebody else."""
    return read_actor(actor).by or actor


def named(role: str, name: str) -> str | Refusal:
    """Who acts in this role under this name, which may be empty."""
    if role not in ROLES:
        said = {"role": one_line(role, 40), "roles": ", ".join(ROLES)}
        return Refusal("refusal.profile.role", said, "role")
    name = one_line(name).replace("/", " ").strip()
    if len(name) > LONGEST:
        return Refusal("refusal.role.long-name", {"limit": LONGEST}, "person")
    return f"{role}/{name}" if name else role


def acting_for(actor: str, said: str) -> str | Refusal:
    """This actor as they act for `said`, "ROLE" or "ROLE/NAME". Refused where there is no such
    role; for oneself, one simply acts."""
    own, (role, _, name) = hand_of(actor), said.partition("/")
    other = named(role.strip(), name)
    if isinstance(other, Refusal) or other in (own, role_of(own)):
        return own if isinstance(other, str) else other
    return f"{other}/{own}" if "/" in other else f"{other}//{own}"


def in_role(actor: str, role: str) -> str:
    """The same person in another role; who acts for somebody else then acts for that role."""
    who = read_actor(actor)
    if who.by:
        return f"{role}//{who.by}" if role != role_of(who.by) else who.by
    return f"{role}/{who.name}" if who.name else role
