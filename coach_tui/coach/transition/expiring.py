"""What the register and the contract say expires, offered to be listed in one pass."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.context import context_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import CONTRACT, Expiry, expiries_of, set_expiry
from coach_tui.engagement.transition.record import transition_of
from coach_tui.language.refusal import Refusal

VIGILANCE: Final = timedelta(days=182)  # a certificate is asked again every six months (law-fr)
# Of the accesses to a site, those to its name: a word that says so, whoever registers names, or an
# address (`acme.fr`, `acme.fr (OVH)`). Not what it is made with: `Next.js`, `WordPress.com`.
_NAME: Final = re.compile(
    r"""
    \b(dns | domaines? | domains? | registrars?)\b
    | ^( ovh\ ?(cloud)? | gandi(\.net)? | (1&1\ )?ionos | godaddy | namecheap )(\s*\(.*\))?$
    | ^(https?://)?
      (?! ([\w-]+\.)*
          ( (wordpress|webflow|wix|squarespace|shopify|framer|jimdo|weebly|vercel|netlify)\.com
          | (wordpress|ghost)\.org | (webflow|framer|bubble|strapi|prismic)\.io | asp\.net
          | [\w-]+\.js )\b )
      ([\w-]+\.)+ ([^\W\d_]{2,} | xn--[\w-]+) /? (\s*\(.*\))?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FREE: Final = frozenset({"collaboration"})  # the company's own suite outlives every mission


class Proposal(NamedTuple):
    """Something to list. `origin` is the record it comes from; `name`, a tool's, where it has one;
    `key` else says what it is: `expiry.from.<key>`."""

    origin: str
    kind: str
    name: str = ""
    key: str = ""
    day: date | None = None
    owner: str = ""


def proposals(engagement: Engagement) -> tuple[Proposal, ...]:
    """What the accesses, the contract and the papers say, and no line of the list says yet."""
    listed = {each.origin for each in expiries_of(engagement).values()}
    return tuple(each for each in _all(engagement) if each.origin not in listed)


def as_line(offered: Proposal, identity: str, what: str) -> Expiry:
    """The line this would be, called so."""
    return Expiry(
        identity, what=what, kind=offered.kind, day=offered.day, owner=offered.owner,
        origin=offered.origin,
    )  # fmt: skip


def gather(engagement: Engagement, lines: Iterable[Expiry], today: date) -> Decision:
    """List in one gesture those of these lines that have a day; none without."""
    made = [
        set_expiry(engagement, each.id, _said(each), today)
        for each in lines
        if each.day is not None
    ]
    return together(*made) if made else Refusal("refusal.expiry.none-dated")


def _said(line: Expiry) -> dict[str, object]:
    return {name: value for name, value in line._asdict().items() if name != "id" and value}


def _all(engagement: Engagement) -> Iterator[Proposal]:
    profile, certificate = profile_of(engagement), context_of(engagement).certificate_on
    if profile.planned_end and transition_of(engagement).ended is None:
        yield Proposal(CONTRACT, "contract", key="contract", day=profile.planned_end)
    if certificate:
        yield Proposal(
            "context:certificate_on", "compliance", key="vigilance", day=certificate + VIGILANCE
        )
    for line in accesses_of(engagement).values():
        if line.state in ("na", "removed", "exit-verified"):
            continue
        named = line.category == "site" and _NAME.search(line.tool.strip())
        kind = "domain" if named else "subscription"
        if line.category not in _FREE:
            yield Proposal(f"access:{line.id}", kind, line.tool, owner=line.owner)
        if line.planned_end and line.planned_end != profile.planned_end:
            yield Proposal(
                f"access-end:{line.id}", "access", line.tool, "access", line.planned_end, line.owner
            )
