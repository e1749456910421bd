"""What the coach works out after each change: Today's steps, its advice, what else is due.

A new value each round, so that nothing worked out before is found again. Beside it, the folding
of the same changes: what every reading of the file costs anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.history import NOW, START, engagement_with, home_in
from benchmarks.measure import Row, in_turns, timed
from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.ranked import advise, praise
from coach_tui.coach.also_due import also_due
from coach_tui.coach.plan import plan, shown
from coach_tui.coach.today import today_of
from coach_tui.demo import make_demo
from coach_tui.engagement.change import Change
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.session import open_session

TODAY = NOW.date()
CHANGES = 10_000
AIM = 30.0  # milliseconds


def coaching_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Ten thousand changes: ticks alone, then on top of an engagement with every subject."""
    yield _today("Today, ticks alone", _ticks(folder), rounds)
    home = home_in(folder / "coaching-demo")
    demo = open_session(make_demo(home, Words("en"), TODAY), home, "founder", lambda: START)
    both = [*demo.changes, *_ticks(folder)]
    yield _today("Today, every subject", both, rounds)


def _today(what: str, changes: list[Change], rounds: int) -> Row:
    playbook, catalogues = load_playbook("en")[0], Catalogues()
    known = Engagement().after(changes)
    numbers = count()

    def work() -> None:
        tick = changes[-1]._replace(id=f"ffffffff-{next(numbers):08}", changes={"status": "done"})
        engagement = known.after([tick])
        steps = shown(plan(playbook, engagement, TODAY), "full")
        today_of(steps, "founder", TODAY)
        advise(playbook, engagement, TODAY, catalogues)
        praise(playbook, engagement, TODAY, catalogues)
        also_due(engagement, TODAY)

    taken = in_turns(
        {"ours": timed(work), "fold": timed(lambda: Engagement().after(changes))}, rounds
    )
    return Row(f"{what}, {len(changes):,} changes", taken["ours"], "fold them", taken["fold"], AIM)


def _ticks(folder: Path) -> list[Change]:
    home = home_in(folder / "coaching")
    path = next(iter(home.engagements.glob("*.json")), None) or engagement_with(CHANGES, home)
    return list(open_session(path, home, "founder", lambda: START).changes)
