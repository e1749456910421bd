"""Engagement files: where one is begun, and where one is opened."""

import os
import re
import time
import unicodedata
from datetime import UTC
from pathlib import Path
from typing import Final

from coach_tui import __version__
from coach_tui.engagement.change import Decision
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.text_checks import refuse_bytes
from coach_tui.language.refusal import Refusal
from coach_tui.places import Home
from coach_tui.session.open_engagement import Session
from coach_tui.store import disk
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.membership import membership_of
from coach_tui.wall_clock import Now

SUFFIX: Final = ".json"


def make_home(home: Home) -> None:
    """Create both folders, for this user alone, their names on the disk. Raises OSError."""
    for folder in (home.engagements, home.state):
        disk.make_folder(folder)


def create_session(home: Home, decision: Decision, actor: str, now: Now) -> Session | Refusal:
    """A new engagement file, begun with this decision (see `profile.begin`)."""
    if isinstance(decision, Refusal):
        return decision
    if refusal := refuse_bytes(decision):
        return refusal
    make_home(home)
    company = str(decision[0].changes.get("company", ""))
    identity = _fresh_id()
    path = home.engagements / f"{slug_of(company)}-{identity[-6:]}{SUFFIX}"
    meta = {
        "engagement": identity,
        "format": 1,
        "created_by": f"coach-tui {__version__}",
        "created_at": now().astimezone(UTC).isoformat(timespec="seconds"),
    }
    session = Session(Journal.create(path, home.state, meta), actor, now)
    try:
        session.record(decision)
    except StoreError:
        path.unlink(missing_ok=True)  # nothing is in it: a mission without a name helps nobody
        raise
    return session


def open_session(path: Path, home: Home, actor: str, now: Now) -> Session:
    """Open this file. Without an actor, the role of whoever began the engagement acts."""
    session = Session(Journal.open(path, home.state), actor, now)
    session.actor = actor or session.profile.role or "founder"
    session.membership = membership_of(home.state, session.id)
    return session


def slug_of(company: str) -> str:
    """A file name's worth of this name: ASCII letters, figures and dashes, never more than 40."""
    plain = unicodedata.normalize("NFKD", company).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "engagement"


def _fresh_id() -> str:
    return HybridClock().stamp(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(8)))
