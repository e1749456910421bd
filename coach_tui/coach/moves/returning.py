"""What returns, what falls due, what is asked: the moves that are neither a step nor advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from coach_tui.coach.acts import read_act
from coach_tui.coach.due import next_working_day
from coach_tui.coach.moves.falling_due import FallingDue, falling_due
from coach_tui.coach.moves.looked_at import DAY, MONTH, WEEK, Round, applies, weeks_of
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.actor import role_of
from coach_tui.engagement.advice import asides_of
from coach_tui.engagement.context import context_of
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.rhythm.days import days_used_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.meetings import meetings_of
from coach_tui.engagement.rhythm.reports import month_of, reports_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.transition.exit import checks_of
from coach_tui.engagement.transition.signals import signals_of
from coach_tui.playbook.model import Step

IDLE: Final = 2 * WEEK
REPORT_DAY: Final = 7  # of the next month: when last month's report is due (our rule of thumb)
ROUTINE: Final[Mapping[str, str]] = {
    "reading": "kpi:reading", "occurrence": "ritual", "promise": "promise",
}  # fmt: skip
FOUNDERS: Final = frozenset({"weekly-ceo", "quarterly-review"})  # rituals the founder holds
AT_ONCE: Final = 6  # steps confirmed in one pass


def questions(r: Round, end: date | None, left: date | None) -> Iterator[Move]:
    """What everything else hangs on: has it ended, when does it start."""
    if end and end < r.today and not left:
        yield Move("ended", "question", r.lead, "profile:ended", minutes=1, since=end)
    elif not r.profile.first_day and "contract" in r.planned and not r.planned["contract"].open:
        yield Move("first-day", "question", r.lead, "profile:first_day", minutes=1)


def beginning(r: Round) -> Iterator[Move]:
    """A file that never said where the company stood is asked once; skipping it is an answer."""
    if not r.profile.beginning and "beginning" not in asides_of(r.engagement):
        yield Move(
            "beginning", "beginning", r.lead, "profile:beginning", minutes=1, due=r.opened,
            start=r.opened,
        )  # fmt: skip


def idle(r: Round, found: Iterable[Move]) -> Iterator[Move]:
    """A lead who was here once, recorded nothing for two weeks, and whom something waited for."""
    offered = [move for move in found if move.kind not in ("full", "waits", "again", "beginning")]
    for role in LEADS:
        last = max(weeks_of(r.engagement).get(role, ()), default=None)
        days = [
            max(move.start, move.due or move.start) if move.small else move.start
            for move in offered
            if move.role == role
        ]
        waited = any(day <= r.today - IDLE for day in days)
        if last and waited and r.today - last >= IDLE:
            yield Move(f"idle:{role}", "question", role, "question:idle", minutes=1, since=last)


def routine(r: Round) -> Iterator[Move]:
    """What returns: each kind in one pass, the report, the days, and the steps due again."""
    due = falling_due(r.engagement, r.today)
    for kind, act in ROUTINE.items():
        for role in LEADS:
            passed = [each for each in due if each.kind == kind and _whose(r, each) == role]
            if kind == "reading" and role != "cmo" and not _missed(r, passed):
                continue
            if ids := tuple(each.id for each in passed):
                day = min((each.day for each in passed if each.day), default=r.today)
                minutes = 1 + len(ids) // 2
                yield Move(f"{kind}s:{role}", kind, role, act, ids, minutes, due=day)
    yield from _papers(r)
    yield from _again(r)
    for decision in decisions_of(r.engagement).values():
        if decision.to_review(r.today):
            what, about = f"review:{decision.id}", (decision.id,)
            yield Move(what, "review", "founder", "decision:outcome", about, due=decision.review)
    for drill in drills_of(r.engagement):
        if drill.result == "planned" and drill.end < r.today:
            what = f"drill:{drill.id}"
            role = _noted_by(r, "cmo")
            yield Move(what, "review", role, "drill", (drill.id,), due=drill.end, focus="result")


def confirm(r: Round) -> Iterator[Move]:
    """What was done and waits for a lead's word, in one pass.

    Not before its own month, nor before what it rests on: a fact can be true of two KPIs and no
    longer of six.
    """
    for role in LEADS:
        ids = [step_id for step_id in r.planned if role in r.here and _to_confirm(r, step_id, role)]
        if ids := ids[:AT_ONCE]:
            what, about = f"confirm:{role}", tuple(ids)
            yield Move(what, "confirm", role, "confirm", about, len(ids), due=r.today)


def after_exit(r: Round, end: date) -> Iterator[Move]:
    """All that is left once the mission is over: three rounds of checks, and open accesses."""
    for days in (7, 30, 90):
        checks = [c for c in checks_of(r.engagement) if c.days == days and not c.outcome]
        if checks:
            day, about = end + days * DAY, tuple(c.id for c in checks)
            yield Move(
                f"checks:{days}", "check", "founder", "exit", about, 3, 20, day,
                late=day + WEEK < r.today, start=day,
            )  # fmt: skip
    lines = accesses_of(r.engagement).values()
    left = tuple(
        line.id for line in lines if line.open and not (line.exit == "keep" and line.keep_reason)
    )
    if left:
        yield Move(
            "residual", "advice", "founder", "access:exit", left, 2 + len(left) // 2, since=end,
            gravity=0, why=("residual-access",), focus="removed_on",
        )  # fmt: skip


def _papers(r: Round) -> Iterator[Move]:
    """Last month's report, and the days nobody logged for a month."""
    last, used = r.today.replace(day=1) - DAY, days_used_of(r.engagement)
    first = r.planned.get("monthly-report")
    written = month_of(last) in reports_of(r.engagement)
    if first and first.finished and not written and last >= r.first_day:
        day = next_working_day(r.today.replace(day=REPORT_DAY))
        yield Move("report", "again", "cmo", "report", (month_of(last),), 12, 120, day)
    if used and r.today - used[-1].day >= MONTH:
        yield Move("days", "days", "cmo", "days", (), 1, due=used[-1].day + MONTH)


def _again(r: Round) -> Iterator[Move]:
    """The steps that return, counted from the last time."""
    for step_id, planned in r.planned.items():
        step = planned.step
        if not step.act.every or not planned.finished or not applies(r.engagement, step):
            continue
        last = _last_time(r, step) or planned.record.day
        if last:
            day, role = last + step.act.every * DAY, step.owner
            yield Move(
                f"again:{step_id}", "again" if step_id in r.wanted else "full",
                role if role in LEADS else step.act.by or r.lead, step.act.does, (step_id,),
                step.act.minutes, step.effort, day, essential=step.essential,
                late=day + WEEK < r.today, start=day - WEEK,
            )  # fmt: skip


def _last_time(r: Round, step: Step) -> date | None:
    """The last day its act was done, as its records say it; or it was shown done elsewhere."""
    shown = elsewhere_of(r.engagement).get(step.id)
    days = (*_days_of(r.engagement, step.act.does), shown.day if shown else None)
    return max(filter(None, days), default=None)


def _days_of(engagement: Engagement, does: str) -> Iterator[date | None]:
    """Each day on which this act was done."""
    act = read_act(does)
    if act.kind == "signals":
        yield from (review.day for review in signals_of(engagement).reviews)
    elif act.kind == "rate":
        made = assessments_of(engagement).values()
        yield from (each.day for several in made for each in several)
    elif act.kind == "meeting":
        yield from (each.day for each in meetings_of(engagement).get(act.what, ()))
    elif act.kind == "document":
        page = document_of(engagement, act.what)
        yield from (page.written_on, page.verified_on)
    elif does == "profile:certificate_on":
        yield context_of(engagement).certificate_on


def _whose(r: Round, due: FallingDue) -> str:
    """Whose it is to note: of a meeting, whoever holds it; of the rest, the CMO.

    What an absent CMO would read or keep, the lead of the file notes; what an absent CMO holds,
    only until its step is done: no advice counts it later.
    """
    if due.kind != "occurrence":
        return _noted_by(r, "cmo")
    if due.id in FOUNDERS:
        return _noted_by(r, "founder")
    act = f"ritual:{due.id}"
    asked = any(each.open and each.step.act.does == act for each in r.planned.values())
    return _noted_by(r, "cmo") if asked else "cmo"


def _missed(r: Round, readings: Iterable[FallingDue]) -> bool:
    """Whether two in a row were missed of one of these: only then does whoever reads in place of an
    absent CMO note all of them, in one pass (of monthly KPIs, every quarter). Each on its day, they
    take a founder alone over her eight minutes a week."""
    kpis = kpis_of(r.engagement)
    return any(
        each.day is None or each.day + 2 * kpis[each.id].cadence_days * DAY <= r.today
        for each in readings
    )


def _noted_by(r: Round, role: str) -> str:
    """This role where it opens the coach; of whoever never does, the lead of the file notes it."""
    return role if role in r.here else r.lead


def _to_confirm(r: Round, step_id: str, role: str) -> bool:
    planned = r.planned[step_id]
    waits = planned.status == "done" and planned.step.confirmer == role
    if not waits or step_id not in r.wanted or role_of(planned.record.actor) == role:
        return False
    near = (r.dues[step_id] or r.today) <= r.today + MONTH
    return near and not any(
        r.planned[each].open for each in planned.step.act.needs if each in r.planned
    )
