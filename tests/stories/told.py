"""The stories themselves, and how one is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.move import Agenda
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.exports.move_words import MoveReader, also_words
from coach_tui.language import Language, Words
from coach_tui.language.dates import day_and_month
from tests.coach.test_signals import wandering
from tests.stories.answers import read
from tests.stories.lived import Told, live, opened
from tests.stories.world import CATALOGUES, START, World

FALLS = 12  # the week of the collapse
YEAR = 56
BASELINE = 15  # readings from which limits are firm
NOISY_WEEKS = BASELINE + 52
MOVED = {"kpi-fell", "kpi-signal"}  # what speaks of movement, and of nothing else


def collapse(world: World, week: int) -> None:
    """A KPI followed from the first day; in month three it falls to a fifth."""
    if week == 2:
        fields: dict[str, Any] = {
            "catalogue": "pipeline-created", "family": "marketing", "unit": "eur",
            "kind": "increase", "cadence": "month", "owner": "Ann", "source": "CRM",
            "baseline": Decimal(90_000), "baseline_on": world.today,
            "target_6": Decimal(160_000), "target_12": Decimal(240_000),
        }  # fmt: skip
        world.record(follow(world.engagement, "pipeline-created", fields, world.today), "cmo")
    if week >= 4 and week % 4 == 0:
        value = 20_000 if week >= FALLS else 90_000 + 2_500 * week
        read(world, "pipeline-created", "cmo", Decimal(value))


def follower(**fields: Any) -> tuple[World, Told]:
    """Both leads do what is asked first."""
    world = World(START, opened(START), **fields)
    return world, live(world, YEAR)


def alone() -> tuple[World, Told]:
    """The founder alone opens the coach."""
    world = World(START, opened(START))
    return world, live(world, YEAR, ("founder",))


def refuses() -> tuple[World, Told]:
    """A founder who writes no end down and holds no weekly hour, and says so to nobody."""
    world = World(START, opened(START), refused=frozenset({"step:exit-horizon", "step:weekly-ceo"}))
    return world, live(world, 40)


def collapses() -> tuple[World, Told]:
    """A pipeline that falls to a fifth in month three."""
    world = World(START, opened(START))
    return world, live(world, 20, event=collapse)


def joiner() -> tuple[World, Told]:
    """A file begun four months into the engagement."""
    world = World(START, START + timedelta(120), beginning="begun")
    return world, live(world, 40)


def thinking() -> tuple[World, Told]:
    """A founder who only thinks about it."""
    world = World(None, START, beginning="thinking")
    return world, live(world, 24, ("founder",))


def idle() -> tuple[World, Told]:
    """A founder who began the file and never came back."""
    world = World(START, opened(START))
    return world, live(world, 53, ("founder",), acts=False)


def looker() -> tuple[World, Told]:
    """A founder who looks every week and does nothing, while the pipeline collapses."""
    world = World(START, opened(START))
    return world, live(world, 20, ("founder",), collapse, acts=False)


def wanders() -> tuple[World, Told]:
    """A KPI under its limit, read every week, that moves within its noise for a year; somebody
    only looks."""
    return _measured(wandering(2, NOISY_WEEKS), 105)


def shifts() -> tuple[World, Told]:
    """The same, on track, two standard deviations lower from its sixteenth reading on."""
    return _measured(wandering(2, 30, shift=-2), 60)


def _measured(values: list[Decimal], limit: int) -> tuple[World, Told]:
    world, spoken = World(START, opened(START)), list[int]()

    def measure(world: World, week: int) -> None:
        if not week:
            fields: dict[str, Any] = {
                "catalogue": "mql", "family": "marketing", "unit": "count", "kind": "above",
                "limit": Decimal(limit), "cadence": "week", "owner": "Ann", "source": "CRM",
            }  # fmt: skip
            world.record(follow(world.engagement, "mql", fields, world.today), "cmo")
        heard = Heard("mql", world.today, values[week])
        world.record(read_kpi(world.engagement, world.id(), heard, world.today), "cmo")
        if any(MOVED & {*move.why} for move in world.moves("founder")):
            spoken.append(week + 1 - BASELINE)

    told = live(world, len(values), ("founder",), measure, acts=False)
    told.spoken = spoken
    return world, told


STORIES: dict[str, Callable[[], tuple[World, Told]]] = {
    "follower": follower, "full": lambda: follower(depth="full"), "alone": alone,
    "refuses": refuses, "collapse": collapses, "joiner": joiner, "thinking": thinking,
    "idle": idle, "looker": looker, "wanders": wanders, "shifts": shifts,
}  # fmt: skip


def lines(world: World, told: Told, language: Language) -> list[str]:
    """The story, week by week, as its reader saw it, and what came of it."""
    from coach_tui.bundled import load_playbook

    words = Words(language)
    playbook = load_playbook(language)[0]
    began = world.today - timedelta(7 * (len(told.shown) - 1))
    found = []
    for week, shown in told.shown.items():
        today = began + timedelta(7 * week)
        day = day_and_month(today, language)
        for (role, each), known in zip(shown, told.known[week], strict=True):
            reader = MoveReader(words, Situation(playbook, known, today, CATALOGUES))
            found.append(f"{week:3} {day:<8} {words(f'role.{role}')} · {each.minutes} min")
            found += _week(each, reader)
    counts = " · ".join(f"M{m} {n}+{told.apart[m]} n/a" for m, n in told.settled.items())
    found += ["", f"  red at once: {max(told.red, default=0)}"]
    found += [f"  said more than twice: {len(told.repeated)} {told.repeated or ''}"]
    if "mql" in world.engagement.records("kpi"):
        found += [f"  weeks, after the baseline, that spoke of a movement: {told.spoken}"]
    found += [f"  {role}: {told.a_week(role):.1f} min a week" for role in told.minutes]
    return [*found, f"  essential settled of 46: {counts}"]


def _week(shown: Agenda, reader: MoveReader) -> list[str]:
    told = []
    for place, move in enumerate(shown.shown):
        mark = "▸" if not place else " "
        red = "!" if move.red else " "
        told.append(f"      {mark}{red} {reader.title(move)}")
        if why := reader.reason(move):
            told.append(f"           {reader.words('move.why', what=why)}")
    words = reader.words
    if not shown.shown:
        told.append(f"         {words('move.all-done')}")
    for role, moves in shown.waiting.items():
        who = words(f"move.the.{role}")
        told.append(f"         {words('move.waiting', who=who, n=len(moves))}")
    if also := also_words(shown, words):
        told.append(f"         {also}")
    return told
