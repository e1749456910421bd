"""What the coach works out after each change: the steps, its advice, the moves of everybody.

A new value each round, so that nothing worked out before is found again. Beside it, the folding
of the same changes: what every reading of the file costs anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.history import NOW, START, engagement_with, home_in
from benchmarks.measure import Row, in_turns, timed
from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.ranked import advise, praise
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import agenda, week_of
from coach_tui.coach.plan import plan, shown
from coach_tui.demo import make_demo
from coach_tui.engagement.change import Change
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.session import open_session

TODAY = NOW.date()
CHANGES = 10_000
AIM = 30.0  # milliseconds
FOLDINGS, ADVISED = 5.0, 2.0  # ratios


def coaching_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Ten thousand changes: ticks alone, then on top of an engagement with every subject."""
    yield _advised("Steps and advice, ticks alone", _ticks(folder), rounds)
    home = home_in(folder / "coaching-demo")
    demo = open_session(make_demo(home, Words("en"), TODAY), home, "founder", lambda: START)
    both = [*demo.changes, *_ticks(folder)]
    yield _advised("Steps and advice, every subject", both, rounds)
    yield _moves("Moves, every subject", both, rounds)
    yield _moves_beside_advice([*demo.changes, *_distinct()], rounds)


def _advised(what: str, changes: list[Change], rounds: int) -> Row:
    playbook, catalogues = load_playbook("en")[0], Catalogues()
    known = Engagement().after(changes)
    numbers = count()

    def work() -> None:
        tick = changes[-1]._replace(id=f"ffffffff-{next(numbers):08}", changes={"status": "done"})
        engagement = known.after([tick])
        shown(plan(playbook, engagement, TODAY), "full")
        advise(playbook, engagement, TODAY, catalogues)
        praise(playbook, engagement, TODAY, catalogues)

    taken = in_turns(
        {"ours": timed(work), "fold": timed(lambda: Engagement().after(changes))}, rounds
    )
    return Row(f"{what}, {len(changes):,} changes", taken["ours"], "fold them", taken["fold"], AIM)


def _moves(what: str, changes: list[Change], rounds: int) -> Row:
    """Every move there is, and one role's week, beside the folding of the same changes."""
    taken = in_turns(
        {"ours": timed(_found(changes)), "fold": timed(lambda: Engagement().after(changes))}, rounds
    )
    what = f"{what}, {len(changes):,} changes"
    return Row(what, taken["ours"], "fold them", taken["fold"], None, FOLDINGS)


def _moves_beside_advice(changes: list[Change], rounds: int) -> Row:
    """The same where every change is another record, beside its steps and its advice."""
    playbook, catalogues = load_playbook("en")[0], Catalogues()
    known = Engagement().after(changes)
    numbers = count()

    def advised() -> None:
        engagement = known.after([_tick(changes, next(numbers))])
        shown(plan(playbook, engagement, TODAY), "full")
        advise(playbook, engagement, TODAY, catalogues)
        praise(playbook, engagement, TODAY, catalogues)

    taken = in_turns({"ours": timed(_found(changes)), "advised": timed(advised)}, rounds)
    what = f"Moves, {len(changes):,} distinct records"
    return Row(what, taken["ours"], "steps and advice", taken["advised"], None, ADVISED)


def _found(changes: list[Change]) -> Callable[[], None]:
    playbook, catalogues = load_playbook("en")[0], Catalogues()
    known = Engagement().after(changes)
    numbers = count()

    def work() -> None:
        engagement = known.after([_tick(changes, next(numbers))])
        moves = moves_of(playbook, engagement, TODAY, catalogues, "founder")
        agenda(moves, "founder", week_of("founder"), TODAY)

    return work


def _tick(changes: list[Change], number: int) -> Change:
    return changes[-1]._replace(id=f"ffffffff-{number:08}", changes={"status": "done"})


def _distinct() -> list[Change]:
    """Ten thousand readings, promises and decisions, each a record of its own."""
    at = START.isoformat()
    day = TODAY.isoformat()
    said = (
        ("reading", {"kpi": "mql", "on": day, "value": 41}),
        ("promise", {"what": "A page", "due": day, "kept": day}),
        ("decision", {"title": "Go on", "opened": day, "decided": day, "why": "It works."}),
    )
    return [
        Change(f"fffffff0-{n:08}", at, "cmo", said[n % 3][0], f"{n:08}", said[n % 3][1])
        for n in range(CHANGES)
    ]


def _ticks(folder: Path) -> list[Change]:
    home = home_in(folder / "coaching")
    path = next(iter(home.engagements.glob("*.json")), None) or engagement_with(CHANGES, home)
    return list(open_session(path, home, "founder", lambda: START).changes)
