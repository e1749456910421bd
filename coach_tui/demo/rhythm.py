"""The demo's rhythm: rituals held and missed, decisions, promises, days, reports."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.rhythm.days import agree_days, log_days
from coach_tui.engagement.rhythm.decisions import keep_promise, log_decision, promise
from coach_tui.engagement.rhythm.occurrences import log_occurrence
from coach_tui.engagement.rhythm.reports import keep_report, month_of
from coach_tui.engagement.rhythm.rituals import Schedule, hold, rituals_of
from coach_tui.engagement.rhythm.slots import slots

# id, cadence, weekdays, minutes, who runs it now
RITUALS: Final = (
    ("weekly-ceo", "weekly", (0,), 60, "cmo"),
    ("standup", "weekly", (1,), 30, "cmo"),
    ("monthly-report", "monthly", (0,), 60, "cmo"),
    ("coaching-11", "fortnightly", (3,), 45, "cmo"),
    ("sales-sync", "fortnightly", (2,), 30, "team"),
)
FOUNDER: Final = "founder/Marc"
MISSED: Final = 2  # hours with the founder, the last two


def tell_rhythm(story: Recorder) -> None:
    """Four months of meetings; the founder missed the last two hours, and says so himself."""
    story.on(story.day(0))
    for ritual, cadence, weekdays, minutes, run_by in RITUALS:
        schedule = Schedule(story.day(0), cadence, weekdays, "09:30" if minutes == 60 else "14:00")
        story.do(hold(ritual, story.new_id(), schedule, minutes=minutes, run_by=run_by))
        _tell_occurrences(story, ritual, run_by)
    _tell_decisions(story)
    _tell_days(story)
    _tell_reports(story)


def _tell_occurrences(story: Recorder, ritual_id: str, run_by: str) -> None:
    ritual = rituals_of(story.engagement)[ritual_id]
    planned = list(slots(ritual, story.day(0), story.today - timedelta(days=1)))
    for place, slot in enumerate(planned):
        missed = ritual_id == "weekly-ceo" and place >= len(planned) - MISSED
        by_team = ritual_id == "standup" and place % 4 == 3
        story.on(slot)
        logged = log_occurrence(
            story.engagement,
            story.new_id(),
            ritual_id,
            "skipped" if missed else "held",
            slot=slot,
            day=slot,
            today=story.today,
            run_by="team" if by_team else run_by,
            reason=story.say("skipped") if missed else "",
        )
        story.do(logged, FOUNDER if missed else "cmo/Ann")


def _tell_decisions(story: Recorder) -> None:
    for place, (day, owner) in enumerate(((30, "Marc"), (58, "Ann Roche"), (90, "Léa")), 1):
        story.on(story.day(day))
        story.do(
            log_decision(
                story.engagement,
                story.new_id(),
                {
                    "title": story.say(f"decision-{place}"),
                    "opened": story.day(day - 6),
                    "why": story.say(f"why-{place}"),
                    "owner": owner,
                    "review": story.day(day + 60),
                },
                story.day(day),
            )
        )
    story.on(story.day(84))
    asked = {"title": story.say("decision-open"), "owner": "Marc"}
    story.do(log_decision(story.engagement, story.new_id(), asked, story.day(84), waits=True))
    kept, due = story.new_id(), story.new_id()
    story.do(promise(kept, story.say("promise-kept"), story.day(84), by="Tom", to="Marc"))
    story.do(keep_promise(story.engagement, kept, story.day(90)), "team/Tom")
    late = story.today - timedelta(days=1)
    waiting = story.say("promise-due")
    story.do(promise(due, waiting, story.day(96), by="Ann Roche", to="Marc", due=late))


def _tell_days(story: Recorder) -> None:
    story.on(story.day(0))
    story.do(agree_days(88, 44, story.first_day), FOUNDER)
    week, monday = 0, story.first_day
    while monday + timedelta(days=4) < story.today:
        friday = monday + timedelta(days=4)
        story.on(friday)
        amount = 2.0 if week % 3 else 2.5
        story.do(log_days(story.new_id(), friday, amount, story.today))
        week, monday = week + 1, monday + timedelta(days=7)


def _tell_reports(story: Recorder) -> None:
    month = story.first_day.replace(day=1)
    last = story.today.replace(day=1)
    while (after := _next(month)) <= last:
        sent = min(after + timedelta(days=3), story.today)
        if sent > story.first_day + timedelta(days=20):
            story.on(sent)
            text = f"# Lumen, {month_of(month)}\n\n{story.say('report')}\n"
            story.do(keep_report(month_of(month), text, "cmo", sent))
        month = after


def _next(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)
