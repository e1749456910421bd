"""Engagements with as much history as asked for, made through the coach's own doors."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach_tui.bundled import load_playbook
from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.store.journal import Journal
from coach_tui.store.settings import write_settings

COMPANY = "Atelier Nord"
NOW = datetime.now(UTC)  # noqa: TID251 (a history must not lie in the future)
START = NOW - timedelta(days=60)
YEAR = 3_000  # changes recorded in a busy year
STATUSES = ("doing", "done", "blocked", "done", "todo")


def home_in(folder: Path) -> Home:
    """What `$COACH_HOME=folder` means."""
    return Home(folder / "engagements", folder / "state")


def engagement_with(changes: int, home: Home) -> Path:
    """A new engagement file holding this many changes: the one last used in this home."""
    decision = begin(COMPANY, START.date(), 2.0, "founder")
    session = create_session(home, decision, "founder", lambda: START)
    assert isinstance(session, Session)
    journal = Journal.open(session.path, home.state)
    journal.catch_up()
    journal.append(_work(changes - len(journal.changes)))
    write_settings(home.settings, {"engagement": str(session.path)})
    return session.path


def _work(count: int) -> list[Change]:
    """Ticks on the playbook's steps, some with a reason, from the first day until now."""
    steps = [step.id for stage in load_playbook("en")[0].stages for step in stage.steps]
    clock = HybridClock()
    seen: dict[str, str] = {}
    changes = []
    for number in range(count):
        at = START + (NOW - START) * number / count
        identity = clock.stamp(int(at.timestamp() * 1000), number)
        step, status = steps[number * 7 % len(steps)], STATUSES[number % len(STATUSES)]
        words = "waiting for the owner of the account" if status == "blocked" else None
        fields = {"status": status, "by": "ops" if words else None, "reason": words}
        base = dict.fromkeys(fields, seen[step]) if step in seen else {}
        seen[step] = identity
        moment = at.isoformat(timespec="microseconds")
        changes.append(Change(identity, moment, "founder", "step", step, fields, base))
    return changes
