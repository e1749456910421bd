"""The demo's rhythm: rituals held and missed, decisions, promises, days, reports."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from coach_tui.demo.framing import FOUNDER
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.demo.reports import tell_reports
from coach_tui.engagement.change import Decision
from coach_tui.engagement.rhythm.days import agree_days, log_days
from coach_tui.engagement.rhythm.decisions import keep_promise, log_decision, promise
from coach_tui.engagement.rhythm.dose import set_dose
from coach_tui.engagement.rhythm.occurrences import log_occurrence
from coach_tui.engagement.rhythm.rituals import Ritual, Schedule, hold
from coach_tui.engagement.rhythm.slots import slots

# id, since, cadence, weekdays, minutes, hour, who runs it
RITUALS: Final = (
    ("weekly-ceo", (1, 9), "weekly", (3,), 60, "09:00", "cmo"),
    ("standup", (1, 14), "twice-weekly", (1, 3), 20, "09:30", "cmo"),
    ("sales-sync", (3, 3), "fortnightly", (0,), 30, "14:00", "team"),
    ("monthly-report", (1, 31), "monthly", (0,), 60, "14:00", "team"),
    ("coaching-11", (1, 16), "fortnightly", (3,), 60, "14:00", "cmo"),
)
# Who answers for each in the company; what comes out of it is said in words.
OWNERS: Final = {
    "weekly-ceo": "Hélène Castaing", "standup": "Inès Taleb", "sales-sync": "Lucas Perrot",
    "monthly-report": "Lucas Perrot", "coaching-11": "Inès Taleb",
}  # fmt: skip
# Hours with the founder that were skipped, and why.
MISSED: Final = {(5, 29): "away", (7, 17): "finalists", (7, 24): "offer", (11, 27): "board"}
AUGUST: Final = ((8, 4), (8, 15))  # without the CMO: the team leads all there is
# Who led the stand-ups: the CMO, then in turn, then the team.
IN_TURN, BY_TEAM = (4, 1), (8, 18)
# Month by month, the CMO's days; of the last two months, week by week.
DAYS: Final = {1: 8.0, 2: 8.5, 3: 8.0, 4: 9.0, 5: 8.5, 6: 8.0, 7: 9.0, 8: 4.0, 9: 9.0, 10: 7.0}
LAST_WEEKS: Final = (
    ((11, 7), 2.0), ((11, 14), 2.0), ((11, 21), 1.5), ((11, 28), 1.0), ((12, 5), 1.0),
    ((12, 12), 0.5), ((12, 19), 0.5),
)  # fmt: skip
# Decision: whose, asked, taken, looked at again; whether something became of it.
DECISIONS: Final = (
    ("test", "Hélène Castaing", (12, 10, 2024), (12, 18, 2024), None),
    ("fair", "Hélène Castaing", (2, 4), (2, 6), (9, 30)),
    ("keywords", "Julien Astruc", (2, 6), (2, 10), (3, 11)),
    ("mql", "Damien Loiseau", (2, 4), (2, 18), (6, 2)),
    ("signoff", "Hélène Castaing", (2, 18), (2, 21), (7, 3)),
    ("attribution", "Julien Astruc", (3, 4), (3, 18), (9, 30)),
    ("hotels-board", "Olivier Le Tallec", (3, 27), (3, 27), (2, 27, 2026)),
    ("positioning", "Hélène Castaing", (4, 3), (4, 10), (7, 15)),
    ("gaps", "Hélène Castaing", (4, 3), (4, 17), (9, 30)),
    ("paper", "Inès Taleb", (5, 6), (5, 15), None),
    ("search-ads", "Hélène Castaing", (5, 6), (5, 22), (9, 30)),
    ("hotels", "Hélène Castaing", (5, 6), (5, 22), (10, 2)),
    ("post", "Hélène Castaing", (6, 5), (6, 26), (12, 18)),
    ("seo", "Hélène Castaing", (7, 8), (11, 20), (3, 19, 2026)),
    ("pilot", "Hélène Castaing", (9, 11), (10, 2), (2, 27, 2026)),
    ("taper", "Julien Astruc", (9, 25), (10, 2), (10, 31)),
    ("switch", "Hélène Castaing", (10, 9), (10, 9), (11, 28)),
    ("advisory", "Hélène Castaing", (12, 11), (12, 17), (3, 19, 2026)),
)
STEPS: Final = {
    "test": "test-mission", "signoff": "signoff", "gaps": "fill-gaps", "advisory": "advisory",
    "switch": "decision-rights-switch", "taper": "taper",
}  # fmt: skip
# Promise: by whom, to whom, made, due, kept; the KPI a quick win was to move.
PROMISES: Final = (
    ("alert", "Lucas Perrot", "Damien Loiseau", (2, 4), (2, 14), (2, 13), "lead-response-time"),
    ("cut", "Lucas Perrot", "Hélène Castaing", (2, 4), (2, 10), (2, 10), "cac"),
    ("quoted", "Inès Taleb", "Hélène Castaing", (2, 4), (2, 28), (2, 27), "win-rate"),
    ("call", "Julien Astruc", "Hélène Castaing", (5, 22), (5, 26), (5, 26), ""),
    ("fridays", "Hélène Castaing", "Julien Astruc", (5, 22), (5, 23), (5, 23), ""),
    ("page", "Lucas Perrot", "Julien Astruc", (5, 22), (6, 20), (6, 19), ""),
    ("scenarios", "Julien Astruc", "Hélène Castaing", (7, 10), (7, 25), (8, 19), ""),
    ("refusals", "Lucas Perrot", "Damien Loiseau", (7, 15), (7, 31), (8, 20), ""),
    ("budget", "Sonia Wibaux", "Hélène Castaing", (11, 28), (12, 22), None, ""),
)


def tell_rhythm(story: Recorder) -> None:
    """A year of meetings; the founder missed two hours in a row in July, and says so himself."""
    for ritual in RITUALS:
        _hold(story, *ritual)
    for decision in DECISIONS:
        _decide(story, *decision)
    for each in PROMISES:
        _promise(story, *each)
    _tell_days(story)
    tell_reports(story)


def _hold(
    story: Recorder,
    ritual: str,
    since: tuple[int, int],
    cadence: str,
    weekdays: tuple[int, ...],
    minutes: int,
    hour: str,
    run_by: str,
) -> None:
    first = story.day(*since)
    schedule = Schedule(first, cadence, weekdays, hour)
    owner, output = OWNERS[ritual], story.say(f"output-{ritual}")

    def begun() -> Decision:
        name = story.new_id()
        return hold(ritual, name, schedule, minutes=minutes, run_by=run_by, owner=owner,
                    output=output)  # fmt: skip

    story.on(first, begun)
    end = min(story.today - timedelta(days=1), story.day(12, 19))
    missed = {story.day(*day): reason for day, reason in MISSED.items()}
    for slot in slots(Ritual(ritual, schedules=(schedule,)), first, end):
        reason = missed.get(slot, "") if ritual == "weekly-ceo" else ""
        _log(story, ritual, slot, _led(story, ritual, slot, run_by), reason)


def _led(story: Recorder, ritual: str, slot: date, run_by: str) -> str:
    if story.day(*AUGUST[0]) <= slot <= story.day(*AUGUST[1]):
        return "team"
    if ritual != "standup" or slot < story.day(*IN_TURN):
        return run_by
    turn = (slot - story.first_day).days // 7 % 2
    return "team" if slot >= story.day(*BY_TEAM) or turn else "cmo"


def _log(story: Recorder, ritual: str, slot: date, led: str, missed: str) -> None:
    reason = story.say(f"skipped-{missed}") if missed else ""
    result = "skipped" if missed else "held"
    actor = FOUNDER if missed else "team/Inès" if led == "team" else CMO
    story.on(
        slot,
        lambda: log_occurrence(
            story.engagement,
            story.new_id(),
            ritual,
            result,
            slot=slot,
            day=slot,
            today=story.today,
            run_by=led,
            reason=reason,
        ),
        actor,
    )


def _decide(
    story: Recorder,
    name: str,
    owner: str,
    asked: tuple[int, ...],
    taken: tuple[int, ...],
    review: tuple[int, ...] | None,
) -> None:
    identity, opened, decided = f"decision-{name}", story.day(*asked), story.day(*taken)
    title = {"title": story.say(f"decision-{name}"), "owner": owner}
    story.on(
        opened,
        lambda: log_decision(story.engagement, identity, title, opened, waits=True),
    )
    said: dict[str, object] = {
        "why": story.say(f"why-{name}"), "chosen": story.say(f"chosen-{name}"),
    }  # fmt: skip
    said |= {"options": story.say(f"options-{name}")}
    said |= {"review": story.day(*review)} if review else {}
    said |= {"about": [f"step:{STEPS[name]}"]} if name in STEPS else {}
    story.on(decided, lambda: log_decision(story.engagement, identity, said, decided, waits=False))
    if review and len(review) == 2:  # within the engagement's year
        _look_again(story, identity, name, story.day(*review))


def _look_again(story: Recorder, identity: str, name: str, day: date) -> None:
    became = {"outcome": story.say(f"outcome-{name}")}
    story.on(day, lambda: log_decision(story.engagement, identity, became, day))


def _promise(
    story: Recorder,
    name: str,
    by: str,
    to: str,
    made: tuple[int, int],
    due: tuple[int, int],
    kept: tuple[int, int] | None,
    kpi: str,
) -> None:
    identity, day, end = f"promise-{name}", story.day(*made), story.day(*due)
    what = story.say(f"promise-{name}")
    story.on(day, lambda: promise(identity, what, day, by=by, to=to, due=end, kpi=kpi))
    if kept:
        done = story.day(*kept)
        result = story.say(f"gave-{name}") if kpi else ""
        story.on(done, lambda: keep_promise(story.engagement, identity, done, result))


def _tell_days(story: Recorder) -> None:
    story.on(story.first_day, lambda: agree_days(88, 50, story.first_day), FOUNDER)
    for month, days in DAYS.items():
        fridays = [date(2025, month, day) for day in range(1, 32 if month in (1, 8) else 29)]
        fridays = [day for day in fridays if day.weekday() == 4 and day > date(2025, 1, 7)]
        fridays = [day for day in fridays if month != 8 or day.day > 17]
        for friday, amount in zip(fridays, _halves(days, len(fridays)), strict=True):
            _use(story, friday + story.slide, amount)
    for on, amount in LAST_WEEKS:
        _use(story, story.day(*on), amount)
    lower = story.day(10, 1)
    why = story.say("taper")
    story.on(story.day(9, 25), lambda: set_dose(story.new_id(), lower, 1.5, why), FOUNDER)


def _halves(days: float, weeks: int) -> list[float]:
    """So many days over so many weeks, by half-days, as evenly as they go."""
    each, left = divmod(int(days * 2), weeks)
    return [(each + (place < left)) / 2 for place in range(weeks)]


def _use(story: Recorder, friday: date, amount: float) -> None:
    story.on(friday, lambda: log_days(story.new_id(), friday, amount, story.today))
