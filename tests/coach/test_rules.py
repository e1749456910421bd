"""For each rule a situation in which it speaks, one in which it is silent, and its edge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from coach_tui.coach.advice.rules import PRAISES, RULES
from coach_tui.coach.advice.situation import Situation, WordKey
from coach_tui.engagement import context
from coach_tui.engagement.documents import save as documents
from coach_tui.engagement.framing import budget as framing_budget
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.framing import contract as framing_contract
from coach_tui.engagement.framing import cost as framing_cost
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.proof import Money
from coach_tui.engagement.rhythm import days as rhythm_days
from coach_tui.engagement.rhythm import dose as rhythm_dose
from coach_tui.engagement.rhythm import meetings
from coach_tui.engagement.rhythm import occurrences as rhythm_occurrence
from coach_tui.engagement.rhythm import reports as rhythm_report
from coach_tui.engagement.team import absence as team_absence
from coach_tui.engagement.team import entrustment
from coach_tui.engagement.team import skills as team_skill
from coach_tui.engagement.team.people import leave
from coach_tui.engagement.transition import expiry
from coach_tui.engagement.transition import record as transition
from coach_tui.engagement.transition import signals as transition_signals
from tests.coach.story import CATALOGUES, Story, d
from tests.engagement.recording import taken, waiting

Case = tuple[str, Callable[[], Situation]]
LATE = date(2026, 9, 1)


def fields(**values: object) -> Story:
    return Story().profile(**values)


def big_company(**changes: object) -> Story:
    values = {"headcount": 101.0, "leadership_budget": 150_001.0, **changes}
    return fields(**values).do(framing.frame({"daily": True}))


def priced(fee_days: float = 4.0, months: float = 6.0) -> Story:
    dose = framing_cost.Dose(1_100.0, fee_days, months)
    return Story().do(framing_budget.plan_cost(dose, framing_cost.FullTime()))


def dosed(days: float, **given: float) -> Story:
    """So many days a month for a year, at the guide's day rate."""
    dose = framing_cost.Dose(days_per_month=days, months=12)
    return fields(**given).do(framing_budget.plan_cost(dose, framing_cost.FullTime()))


def heavy(days: float = 3.0, weeks: float = 52) -> Story:
    return Story(days_per_week=days).profile(planned_end=d(round(weeks * 7)), day_rate=1_100.0)


def chosen(**known: object) -> Story:
    story = Story().do(framing_candidates.add_candidate("ann", "Ann"))
    return story.do(framing_candidates.amend_candidate("ann", {"chosen": True, **known}))


def contract(*agreed: str) -> Story:
    story = Story().tick("contract")
    for clause in agreed:
        story.do(framing_contract.set_clause(clause, "agreed"))
    return story


def certified(day: int) -> Story:
    return priced().do(context.tell({"certificate_on": d(day)}))


def kpi(kpi_id: str = "mql", **given: object) -> Story:
    return Story().kpi(kpi_id, **given)


def measured(**given: object) -> dict[str, object]:
    return {"baseline": Decimal(40), "baseline_on": d(0), **given}


def followed(count: int, family: str = "business") -> Story:
    story = Story()
    for number in range(count):
        story.kpi(f"kpi-{number}", family=family)
    return story


def off_track(readings: int) -> Story:
    """40 → 100 in six months: half the way is expected at day 91, and nothing came."""
    story = kpi(**measured(target_6=Decimal(100)))
    for place in range(readings):
        story.read("mql", d(61 + 30 * place), 41)
    return story


def fell(last: object) -> Story:
    """40 where it starts and at its first reading; then this, a month later."""
    story = kpi(**measured(target_6=Decimal(100))).read("mql", d(30), 40)
    return story.read("mql", d(60), last)


def weekly(*values: object) -> Story:
    """A KPI that stays above 5, with these readings, a week between two."""
    story = kpi(kind="above", limit=Decimal(5), cadence="week")
    for week, value in enumerate(values):
        story.read("mql", d(week * 7), value)
    return story


STEADY = (41, 44, 39, 43, 40, 42, 45, 41, 42, 44, 40, 43, 41, 45, 42)  # limits 33.96 to 50.30


def entrusted(until: int, level: str = "4", *, withdrawn: bool = False) -> Story:
    """Ann, rated 3 on a critical skill, and what she is allowed from the first day on."""
    story = Story().person("Ann").skill("da-reporting").rate("ann", "da-reporting", 3)
    fields = {
        "person": "ann", "skill": "da-reporting", "level": level, "evidence": "two reports",
        "by": "Zoé", "since": d(0), "until": d(until),
    }  # fmt: skip
    story.do(entrustment.entrust(story.engagement, "en1", fields, d(0)))
    if withdrawn:
        story.do(entrustment.withdraw(story.engagement, "en1", "a wrong figure sent", d(9)))
    return story


def expires(day: int, **said: object) -> Story:
    """A domain that expires that day."""
    story = Story()
    fields = {"what": "example.com", "day": d(day), "owner": "Zoé", **said}
    return story.do(expiry.set_expiry(story.engagement, "e1", fields, d(0)))


def asked_about(story: Story, about: str, day: int) -> Story:
    question = waiting("q", "Change the channel?", d(day), about=(about,))
    return story.do(question)


def checked(document: str) -> Story:
    """A document written by one and checked by another."""
    story = Story()
    story.do(documents.write_document(story.engagement, document, "Ann", d(3), text="Ours."))
    return story.do(documents.verify_document(story.engagement, document, "Zoé", d(4), d(4)))


def met(internal: int, customers: int) -> Story:
    story = Story()
    kinds = ["interviews-internal"] * internal + ["interviews-customers"] * customers
    for place, kind in enumerate(kinds):
        told = {"kind": kind, "who": f"Zoé {place}", "learned": "They buy in May."}
        story.do(meetings.log_meeting(f"m{place}", told, d(9)))
    return story


def relayed() -> Story:
    story = Story()
    return story.do(transition.set_transition(story.engagement, {"relay": "Léa"}))


def hours_skipped(count: int) -> Story:
    story = Story().ritual("weekly-ceo")
    for week in range(count):
        day = d(8 + 7 * week)
        logged = rhythm_occurrence.log_occurrence(
            story.engagement,
            story.new_id(),
            "weekly-ceo",
            "skipped",
            slot=day,
            day=day,
            today=day,
            reason="travelling",
        )
        story.do(logged)
    return story


def reported(*months: str, sent: tuple[date, ...] = ()) -> Story:
    story = Story()
    for place, month in enumerate(months):
        day = sent[place] if sent else None
        story.do(rhythm_report.keep_report(month, "# Report", "cmo", day))
    return story


def load(standups: str) -> Story:
    """Four days a month: an hour a week with the founder, and stand-ups."""
    story = Story().ritual("weekly-ceo").ritual("standup", 30, standups)
    return story.do(rhythm_days.agree_days(48, 52, d(0)))


def used(days: float) -> Story:
    story = Story().do(rhythm_days.agree_days(52, 26, d(0)))
    return story.do(rhythm_days.log_days("log", d(69), days, d(70)))


def waiting_since(opened: int) -> Story:
    return Story().do(waiting("q", "Stop the trade fair?", d(opened)))


def team_of(*levels: int, days_per_week: float = 2.0) -> Story:
    """One critical skill, and people at these levels."""
    story = Story(days_per_week=days_per_week).skill("da-reporting")
    for place, level in enumerate(levels):
        story.person(f"P{place}").rate(f"p{place}", "da-reporting", level)
    return story


def lowered(level: int, days: float) -> Story:
    """From two days a week to this many on day 90, with one critical skill held at this level."""
    return team_of(level).do(rhythm_dose.set_dose("x", d(90), days, "the founder asked"))


def away(*levels: int) -> Story:
    """The first of these people will be away from day 100 to day 104."""
    story = team_of(*(levels or (3, 2)))
    return story.do(
        team_absence.log_drill(
            story.engagement, "x", "p0", d(100), d(104), "planned", d(90), "his wedding"
        )
    )


def departing(day: int, backup: str = "p0") -> Story:
    """Two people know the skill; the first, who stands in unless said otherwise, leaves."""
    story = team_of(3, 3)
    story.do(team_skill.amend_skill(story.engagement, "da-reporting", backup=backup))
    return story.do(leave(story.engagement, "p0", d(day)))


def written(used_by: str = "") -> Story:
    story = team_of(3, 2)
    given = team_skill.amend_skill(
        story.engagement, "da-reporting", method="Monthly numbers", author="p0"
    )
    story.do(given)
    if used_by:
        story.do(team_skill.log_use(story.engagement, "u", "da-reporting", used_by, d(5), d(5)))
    return story


def absent(days: int, result: str = "passed", story: Story | None = None) -> Story:
    story = story or team_of(3, 3)
    logged = team_absence.log_drill(
        story.engagement, "drill", "cmo", d(150), d(150 + days - 1), result, d(200)
    )
    return story.do(logged)


def signals(*reviews: tuple[int, float, float]) -> Story:
    story = Story()
    for place, (day, headcount, budget) in enumerate(reviews):
        seen = transition_signals.review_signals(
            f"r{place}", d(day), headcount=headcount, budget=budget
        )
        story.do(seen)
    return story


def successor(weeks: int, end: date | None = None) -> Story:
    story = Story()
    given = {"successor": "Zoé", "overlap_weeks": weeks, "successor_first_day": d(200)}
    story.do(transition.set_transition(story.engagement, given))
    return story.profile(planned_end=end) if end else story


OPEN = {"granted_role": "Viewer", "granted_on": d(0)}
VERIFIED = {**OPEN, "verified_on": d(2)}

SPEAKS: dict[str, Callable[[], Situation]] = {
    "score-gates": lambda: Story().do(framing_need.answer_gate("money", False)).at(0),
    "no-execution-layer": lambda: Story().do(context.tell({"execution_days": 1.0})).at(0),
    "wrong-model-fulltime": lambda: big_company().at(0),
    "fee-eats-budget": lambda: fields(activation_budget=50_000.0, day_rate=1_100.0).at(0),
    "fee-over-leadership": lambda: dosed(4, leadership_budget=40_000.0).at(0),
    "taper-or-overpay": lambda: heavy().at(0),
    "no-exit-horizon": lambda: Story().at(5),
    "references-missing": lambda: chosen(references=1.0).at(0),
    "contract-missing-clause": lambda: contract("scope", "time", "objectives").at(0),
    "vigilance-due": lambda: priced().at(0),
    "single-client": lambda: chosen(clients=0.0).at(0),
    "critical-access-day5": lambda: Story().access(granter="Ines").at(9),
    "admin-for-guest": lambda: Story().access(**{**OPEN, "granted_role": "Super Admin"}).at(9),
    "single-internal-owner": lambda: Story().access(**VERIFIED, admins=0).at(9),
    "brief-incomplete": lambda: Story().at(20),
    "too-few-interviews": lambda: Story().note("interviews-internal", "Sales").at(20),
    "launching-before-diagnosis": lambda: (
        Story().do(context.tell({"campaign_launched": d(3)})).at(10)
    ),
    "no-first-recos": lambda: Story().at(60),
    "kpi-no-baseline": lambda: kpi().at(60),
    "no-business-kpi": lambda: followed(3, "marketing").at(0),
    "definitions-unsigned": lambda: Story().at(60),
    "target-too-early": lambda: (
        kpi("rev", family="business", unit="eur", **measured(target_3=Decimal(60)))
        .do(context.tell({"sales_cycle": 90.0}))
        .at(0)
    ),
    "kpi-fell": lambda: fell(20).at(70),
    "kpi-signal": lambda: weekly(*STEADY, 60).at(105),
    "kpi-red-two-months": lambda: off_track(2).at(95),
    "ceo-hour-missed": lambda: hours_skipped(3).at(40),
    "no-monthly-report": lambda: Story().at(60),
    "decision-stale": lambda: waiting_since(0).at(20),
    "meeting-overload": lambda: load("twice-weekly").at(10),
    "time-drift": lambda: used(30).at(70),
    "no-relay": lambda: Story().at(40),
    "single-autonomous": lambda: team_of(3, 2).at(10),
    "critical-gap": lambda: team_of(2, 1).at(150),
    "cmo-still-3-days": lambda: team_of(3, 3, days_per_week=3.0).at(120),
    "autonomy-flat": lambda: team_of(2, 2).at(200),
    "doc-unused": lambda: written().at(90),
    "absence-test-due": lambda: team_of(3).at(200),
    "start-permanent-search": lambda: signals((60, 120, 160e3), (90, 120, 160e3)).at(95),
    "overlap-short": lambda: successor(2).at(190),
    "residual-access": lambda: Story().access(**VERIFIED).profile(planned_end=d(100)).at(120),
    "guard-passed": lambda: lowered(2, 1.5).at(95),
    "absence-uncovered": lambda: away().at(95),
    "leaver-handover": lambda: departing(9).at(10),
    "exit-check-due": lambda: Story().profile(planned_end=d(100)).at(107),
    "expiry-near": lambda: expires(90).at(60),
    "entrustment-expired": lambda: entrusted(90).at(91),
    "expiry-passed": lambda: expires(90).at(91),
    "praise-access-early": lambda: Story().access(**VERIFIED).at(5),
    "praise-decision-without-cmo": lambda: (
        team_of(3)
        .do(taken("q", "New agency", d(12), opened=d(10), why="cheaper", owner="P0"))
        .at(20)
    ),
    "praise-level-four": lambda: team_of(4).at(10),
    "praise-absence-test": lambda: absent(12).at(165),
    "praise-taper": lambda: (
        Story(days_per_week=3.0).do(rhythm_dose.set_dose("x", d(90), 2.0)).at(95)
    ),
}

SILENT: dict[str, Callable[[], Situation]] = {
    "score-gates": lambda: Story().do(framing_need.answer_gate("money", True)).at(0),
    "no-execution-layer": lambda: Story().at(0),
    "wrong-model-fulltime": lambda: fields(headcount=30.0, leadership_budget=80_000.0).at(0),
    "fee-eats-budget": lambda: fields(activation_budget=200_000.0, day_rate=1_100.0).at(0),
    "fee-over-leadership": lambda: dosed(4, leadership_budget=60_000.0).at(0),
    "taper-or-overpay": lambda: (
        heavy()
        .do(framing_budget.plan_cost(framing_cost.guide_dose(), framing_cost.FullTime()))
        .at(0)
    ),
    "no-exit-horizon": lambda: fields(planned_end=d(300)).at(5),
    "references-missing": lambda: Story().at(0),
    "contract-missing-clause": lambda: Story().tick("contract").at(0),
    "vigilance-due": lambda: certified(0).at(30),
    "single-client": lambda: chosen(clients=2.0).at(0),
    "critical-access-day5": lambda: Story().access(**VERIFIED).at(9),
    "admin-for-guest": lambda: Story().access(**OPEN).at(9),
    "single-internal-owner": lambda: Story().access(**VERIFIED).at(9),
    "brief-incomplete": lambda: checked("company-brief").at(20),
    "too-few-interviews": lambda: met(internal=5, customers=3).at(20),
    "launching-before-diagnosis": lambda: Story().at(10),
    "no-first-recos": lambda: checked("diagnosis").at(60),
    "kpi-no-baseline": lambda: kpi(**measured()).at(60),
    "no-business-kpi": lambda: Story().at(0),
    "definitions-unsigned": lambda: checked("mql-sql").at(60),
    "target-too-early": lambda: kpi(
        "rev", family="business", unit="eur", **measured(target_3=Decimal(60))
    ).at(0),
    "kpi-fell": lambda: fell(41).at(70),
    "kpi-signal": lambda: weekly(*STEADY, 45).at(105),
    "kpi-red-two-months": lambda: asked_about(off_track(2), "kpi:mql", 80).at(95),
    "ceo-hour-missed": lambda: hours_skipped(1).at(40),
    "no-monthly-report": lambda: reported("2026-03").at(60),
    "decision-stale": lambda: Story().at(20),
    "meeting-overload": lambda: load("weekly").at(10),
    "time-drift": lambda: Story().at(70),
    "no-relay": lambda: relayed().at(40),
    "single-autonomous": lambda: team_of(3, 3).at(10),
    "critical-gap": lambda: team_of(3).at(150),
    "cmo-still-3-days": lambda: team_of(3, 3, days_per_week=2.0).at(120),
    "autonomy-flat": lambda: Story().at(200),
    "doc-unused": lambda: written("p1").at(90),
    "absence-test-due": lambda: absent(12).at(200),
    "start-permanent-search": lambda: signals((60, 120, 160e3)).at(95),
    "overlap-short": lambda: Story().at(190),
    "residual-access": lambda: Story().access(**VERIFIED).at(120),
    "guard-passed": lambda: lowered(3, 1.5).at(95),
    "absence-uncovered": lambda: away(3, 3).at(95),
    "leaver-handover": lambda: team_of(3).at(10),
    "exit-check-due": lambda: Story().profile(planned_end=d(100)).at(90),
    "expiry-near": lambda: expires(90, ends="renew").at(60),
    "entrustment-expired": lambda: entrusted(90, withdrawn=True).at(91),
    "expiry-passed": lambda: expires(90, ends="end").at(91),
    "praise-access-early": lambda: Story().access(**OPEN).at(5),
    "praise-decision-without-cmo": lambda: waiting_since(3).at(20),
    "praise-level-four": lambda: team_of(4).at(60),
    "praise-absence-test": lambda: absent(12, "failed").at(165),
    "praise-taper": lambda: (
        Story(days_per_week=1.0).do(rhythm_dose.set_dose("x", d(90), 2.0)).at(95)
    ),
}

# (just not, just so)
EDGE: dict[str, tuple[Callable[[], Situation], Callable[[], Situation]]] = {
    "score-gates": (
        lambda: Story().do(framing_need.answer_gate("money", None)).at(0),
        lambda: Story().do(framing_need.answer_gate("money", False, "no budget")).at(0),
    ),
    "no-execution-layer": (
        lambda: Story().do(context.tell({"execution_days": 4.0})).at(0),
        lambda: Story().do(context.tell({"execution_days": 3.9})).at(0),
    ),
    "wrong-model-fulltime": (
        lambda: big_company(headcount=100.0).at(0),
        lambda: big_company(headcount=101.0).at(0),
    ),
    "fee-eats-budget": (
        lambda: fields(activation_budget=96_800.0, day_rate=1_100.0).at(0),
        lambda: fields(activation_budget=96_799.0, day_rate=1_100.0).at(0),
    ),
    "fee-over-leadership": (  # 4 days a month for a year at €1,100
        lambda: dosed(4, leadership_budget=52_800.0).at(0),
        lambda: dosed(4, leadership_budget=52_799.0).at(0),
    ),
    "taper-or-overpay": (
        lambda: heavy(weeks=26).at(0),
        lambda: heavy(weeks=26 + 1 / 7).at(0),
    ),
    "no-exit-horizon": (lambda: Story().at(-1), lambda: Story().at(0)),
    "references-missing": (
        lambda: chosen(references=2.0).at(0),
        lambda: chosen().at(0),
    ),
    "contract-missing-clause": (
        lambda: contract(*framing_contract.BASE).at(0),
        lambda: contract(*framing_contract.BASE[1:]).at(0),
    ),
    "vigilance-due": (lambda: certified(0).at(180), lambda: certified(0).at(181)),
    "single-client": (lambda: chosen(clients=1.0).at(0), lambda: chosen(clients=0.0).at(0)),
    "critical-access-day5": (lambda: Story().access().at(4), lambda: Story().access().at(5)),
    "admin-for-guest": (
        lambda: Story().access(**{**OPEN, "granted_role": "Admin"}, reason="migration").at(9),
        lambda: Story().access(**{**OPEN, "granted_role": "Admin"}).at(9),
    ),
    "single-internal-owner": (
        lambda: Story().access(**VERIFIED, admins=2).at(9),
        lambda: Story().access(**VERIFIED, admins=1).at(9),
    ),
    "brief-incomplete": (lambda: Story().at(6), lambda: Story().at(7)),
    "too-few-interviews": (lambda: Story().at(14), lambda: Story().at(15)),
    "launching-before-diagnosis": (
        lambda: Story().do(context.tell({"campaign_launched": d(3)})).at(20),
        lambda: Story().do(context.tell({"campaign_launched": d(3)})).at(19),
    ),
    # Nine days of work at two a week: 32 days (round(31.5)).
    "no-first-recos": (lambda: Story().at(31), lambda: Story().at(32)),
    "kpi-no-baseline": (lambda: kpi().at(44), lambda: kpi().at(45)),
    "no-business-kpi": (
        lambda: followed(1).kpi("mql").at(0),
        lambda: followed(1, "team").kpi("mql").at(0),
    ),
    "definitions-unsigned": (lambda: Story().at(44), lambda: Story().at(45)),
    "target-too-early": (
        lambda: (
            kpi("rev", family="business", unit="eur", **measured(target_3=Decimal(60)))
            .do(context.tell({"sales_cycle": 75.0}))
            .at(0)
        ),
        lambda: (
            kpi("rev", family="business", unit="eur", **measured(target_3=Decimal(60)))
            .do(context.tell({"sales_cycle": 76.0}))
            .at(0)
        ),
    ),
    "kpi-fell": (lambda: fell("30.1").at(70), lambda: fell(30).at(70)),
    "kpi-signal": (
        lambda: weekly(*STEADY, "34").at(105),
        lambda: weekly(*STEADY, "33.9").at(105),
    ),
    "kpi-red-two-months": (lambda: off_track(1).at(95), lambda: off_track(2).at(95)),
    "ceo-hour-missed": (lambda: hours_skipped(1).at(40), lambda: hours_skipped(2).at(40)),
    # The last report of March is written at the beginning of April.
    "no-monthly-report": (
        lambda: reported("2026-03").at((date(2026, 5, 16) - d(0)).days),
        lambda: reported("2026-03").at((date(2026, 5, 17) - d(0)).days),
    ),
    "decision-stale": (lambda: waiting_since(0).at(14), lambda: waiting_since(0).at(15)),
    "meeting-overload": (lambda: exact_load(15).at(10), lambda: exact_load(16).at(10)),
    "time-drift": (lambda: used(23).at(70), lambda: used(23.25).at(70)),
    "no-relay": (lambda: Story().at(29), lambda: Story().at(30)),
    "single-autonomous": (lambda: team_of(2, 2).at(10), lambda: team_of(2, 3).at(10)),
    "critical-gap": (lambda: team_of(2).at(119), lambda: team_of(2).at(120)),
    "cmo-still-3-days": (
        lambda: team_of(3, 3, days_per_week=2.9).at(120),
        lambda: team_of(3, 3, days_per_week=3.0).at(120),
    ),
    "autonomy-flat": (lambda: team_of(2, 2).at(181), lambda: team_of(2, 2).at(182)),
    "doc-unused": (lambda: written().at(60), lambda: written().at(61)),
    "absence-test-due": (lambda: team_of(3).at(179), lambda: team_of(3).at(180)),
    "start-permanent-search": (
        lambda: signals((60, 120, 160e3), (90, 120, 150e3)).at(95),
        lambda: signals((60, 120, 160e3), (90, 101, 150_001)).at(95),
    ),
    "overlap-short": (lambda: successor(4).at(190), lambda: successor(3).at(190)),
    "residual-access": (
        lambda: Story().access(**VERIFIED).profile(planned_end=d(100)).at(107),
        lambda: Story().access(**VERIFIED).profile(planned_end=d(100)).at(108),
    ),
    "guard-passed": (lambda: lowered(2, 2.0).at(95), lambda: lowered(2, 1.9).at(95)),
    "absence-uncovered": (lambda: away().at(105), lambda: away().at(104)),
    "leaver-handover": (
        lambda: departing(9, backup="p1").at(10),
        lambda: departing(9, backup="p0").at(10),
    ),
    "exit-check-due": (
        lambda: Story().profile(planned_end=d(100)).at(106),
        lambda: Story().profile(planned_end=d(100)).at(107),
    ),
    "expiry-near": (lambda: expires(90).at(29), lambda: expires(90).at(30)),
    "entrustment-expired": (lambda: entrusted(90).at(90), lambda: entrusted(90).at(91)),
    "expiry-passed": (lambda: expires(90).at(90), lambda: expires(90).at(91)),
    "praise-access-early": (
        lambda: Story().access(**{**OPEN, "verified_on": d(3)}).at(5),
        lambda: Story().access(**{**OPEN, "verified_on": d(2)}).at(5),
    ),
    "praise-decision-without-cmo": (
        lambda: decided_by("The CMO").at(20),
        lambda: decided_by("P0").at(20),
    ),
    "praise-level-four": (lambda: team_of(3).at(10), lambda: team_of(4).at(10)),
    "praise-absence-test": (lambda: absent(11).at(165), lambda: absent(12).at(165)),
    "praise-taper": (
        lambda: Story(days_per_week=3.0).do(rhythm_dose.set_dose("x", d(90), 2.0)).at(121),
        lambda: Story(days_per_week=3.0).do(rhythm_dose.set_dose("x", d(90), 2.0)).at(120),
    ),
}


def exact_load(minutes: int) -> Story:
    """One hour a week contracted: a weekly ritual of fifteen minutes is a quarter of it."""
    story = Story().ritual("standup", minutes)
    return story.do(rhythm_days.agree_days(52 / 8, 52, d(0)))


def decided_by(owner: str) -> Story:
    decision = taken("q", "New agency", d(12), opened=d(10), why="cheaper", owner=owner)
    return team_of(3).do(decision)


ALL = {**RULES, **PRAISES}


def test_each_rule_and_each_of_the_five_praises_has_its_three_cases():
    assert len(PRAISES) == 5
    assert set(SPEAKS) == set(SILENT) == set(EDGE) == set(ALL)


@pytest.mark.parametrize("rule", SPEAKS)
def test_it_speaks(rule):
    finding = ALL[rule](SPEAKS[rule]())
    assert finding is not None
    written = {entry.id: entry for entry in CATALOGUES["advice"]}[rule]
    assert set(finding.values) == set(written.fields["placeholders"])


@pytest.mark.parametrize("rule", SILENT)
def test_it_is_silent(rule):
    assert ALL[rule](SILENT[rule]()) is None


@pytest.mark.parametrize("rule", EDGE)
def test_its_edge(rule):
    just_not, just_so = EDGE[rule]
    assert ALL[rule](just_not()) is None
    assert ALL[rule](just_so()) is not None


def test_the_taper_is_not_advised_while_its_guards_hold_it_up():
    story = team_of(3, 3, days_per_week=3.0)
    assert RULES["cmo-still-3-days"](story.at(120)) is not None
    story.skill("cr-ops", weight=1)  # critical, and nobody masters it
    assert RULES["cmo-still-3-days"](story.at(120)) is None


def test_the_cost_without_a_taper_can_be_checked_by_hand():
    finding = RULES["taper-or-overpay"](heavy().at(0))
    assert finding.values == {"days": 3.0, "weeks": 44, "cost": Money(145_200.0)}


def test_the_load_is_a_whole_number_of_percents():
    assert RULES["meeting-overload"](load("twice-weekly").at(10)).values == {"load": 27}


def test_an_access_asked_for_late_in_the_mission_has_five_days():
    story = Story().access(requested_on=d(100))
    assert RULES["critical-access-day5"](story.at(104)) is None
    assert RULES["critical-access-day5"](story.at(105)) is not None


def test_steps_dated_before_the_file_was_begun_are_nobodys_delay():
    story = Story(opened=LATE)
    days = (LATE - d(0)).days + 10
    for rule in (
        "brief-incomplete",
        "too-few-interviews",
        "no-first-recos",
        "definitions-unsigned",
    ):
        assert RULES[rule](story.at(days)) is None


def test_a_kept_access_is_not_left_over():
    story = Story().access(**VERIFIED, exit="keep", keep_reason="advisory until June")
    assert RULES["residual-access"](story.profile(planned_end=d(100)).at(120)) is None


def test_the_contract_that_ends_early_shortens_the_overlap():
    finding = RULES["overlap-short"](successor(8, end=d(200 + 15)).at(190))
    assert finding.values == {"weeks": 2}


def gained(skills_of_one: int) -> Story:
    """Eighteen points of weight, and so many of one: the first of them is learnt last month."""
    story = Story().person("P")
    for number in range(6):
        story.skill(f"heavy-{number}", critical=False)
    for number in range(skills_of_one):
        story.skill(f"light-{number}", critical=False, weight=1)
    return story.rate("p", "light-0", 0).rate("p", "light-0", 3, d(160))


def test_five_points_gained_in_two_quarters_are_enough():
    assert RULES["autonomy-flat"](gained(2).at(182)) is None
    assert RULES["autonomy-flat"](gained(3).at(182)).values == {"gain": 5}


def test_a_contract_of_five_thousand_euros_asks_for_its_certificate():
    def costing(day_rate: float) -> Story:
        dose = framing_cost.Dose(day_rate, 1.0, 5.0)
        return Story().do(framing_budget.plan_cost(dose, framing_cost.FullTime()))

    assert RULES["vigilance-due"](costing(999).at(0)) is None
    assert RULES["vigilance-due"](costing(1_000).at(0)).values == {"amount": Money(5_000.0)}


def test_a_target_at_six_months_leaves_time_to_sell():
    def aiming(**target: object) -> Story:
        story = kpi("rev", family="business", unit="eur", **measured(**target))
        return story.do(context.tell({"sales_cycle": 90.0}))

    assert RULES["target-too-early"](aiming(target_6=Decimal(60)).at(0)) is None
    finding = RULES["target-too-early"](aiming(target_3=Decimal(60)).at(0))
    assert finding.values == {"cycle": 90.0, "horizon": 90, "kpi": ("rev",)}


def test_full_time_is_not_advised_once_someone_is_named():
    story = big_company()
    story.do(transition.set_transition(story.engagement, {"successor": "Zoé"}))
    assert RULES["wrong-model-fulltime"](story.at(0)) is None


@pytest.mark.parametrize("role", ["Lecteur ou Analyste, au niveau de la propriété", "Viewer"])
def test_a_readers_role_on_a_property_is_not_an_administrators(role):
    story = Story().access(**{**OPEN, "granted_role": role})
    assert RULES["admin-for-guest"](story.at(9)) is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_role_the_catalogue_proposes_is_never_too_wide(language):
    for entry in CATALOGUES["accesses"]:
        role = entry.words[language]["role"]
        story = Story().access(**{**OPEN, "granted_role": role}, catalogue=entry.id)
        assert RULES["admin-for-guest"](story.at(9)) is None, entry.id


def test_only_the_tools_with_that_many_administrators_are_named():
    story = Story().access("HubSpot", **VERIFIED, admins=1).access("GA4", **VERIFIED, admins=0)
    finding = RULES["single-internal-owner"](story.at(9))
    assert finding.values == {"tool": ("GA4",), "owners": 0}
    assert [record.name for record in finding.records] == ["HubSpot", "GA4"]


def test_a_tick_alone_silences_no_rule():
    """It declares; the fact stays empty, and the rule that reads it speaks on."""
    ticked = {
        "no-exit-horizon": ("exit-horizon", 5), "brief-incomplete": ("brief-company", 20),
        "too-few-interviews": ("interviews-internal", 20), "no-relay": ("deputy", 40),
        "no-first-recos": ("first-recommendations", 60),
        "no-monthly-report": ("monthly-report", 60),
        "definitions-unsigned": ("funnel-definitions", 60),
    }  # fmt: skip
    for rule, (step, day) in ticked.items():
        assert RULES[rule](Story().tick(step).at(day)) is not None, rule
        confirmed = Story().raw("step", step, status="confirmed")
        assert RULES[rule](confirmed.at(day)) is not None, rule
    assert RULES["vigilance-due"](priced().tick("compliance-file").at(30)) is not None


def test_only_a_decision_about_that_kpi_is_one():
    elsewhere = asked_about(off_track(2), "kpi:other", 92)
    assert RULES["kpi-red-two-months"](elsewhere.at(95)) is not None
    assert RULES["kpi-fell"](asked_about(fell(20), "step:signoff", 60).at(70)) is not None
    assert RULES["kpi-fell"](asked_about(fell(20), "kpi:mql", 60).at(70)) is None


def test_what_expires_within_thirty_days_is_an_alert():
    assert RULES["expiry-near"](expires(90).at(59)).severity == ""
    assert RULES["expiry-near"](expires(90).at(60)).severity == "alert"


def test_half_of_a_kpi_lost_is_critical_and_what_is_still_on_track_did_not_fall():
    assert RULES["kpi-fell"](fell(20).at(70)).severity == "critical"
    assert RULES["kpi-fell"](fell(21).at(70)).severity == ""
    high = kpi(**measured(target_6=Decimal(41))).read("mql", d(30), 90).read("mql", d(60), 60)
    assert RULES["kpi-fell"](high.at(70)) is None


def test_interviews_said_to_be_all_held_are_not_counted_as_none():
    story = met(internal=5, customers=0).note("interviews-customers", "A lost customer")
    values = RULES["too-few-interviews"](story.at(20)).values
    assert (values["internal"], values["customers"]) == (WordKey("advice.interviews-enough"), 1)


def test_a_target_whose_day_has_passed_is_judged_by_its_readings():
    story = kpi("rev", family="business", unit="eur", **measured(target_3=Decimal(60)))
    story.do(context.tell({"sales_cycle": 90.0}))
    last = date(2026, 6, 2)  # three months after the baseline
    assert RULES["target-too-early"](story.at((last - d(0)).days)) is not None
    assert RULES["target-too-early"](story.at((last - d(0)).days + 1)) is None


def test_one_day_more_in_the_first_weeks_is_no_drift():
    def begun(on: int) -> Situation:
        story = Story().do(rhythm_days.agree_days(52, 26, d(0)))
        return story.do(rhythm_days.log_days("log", d(1), 10, d(on))).at(on)

    assert RULES["time-drift"](begun(27)) is None
    assert RULES["time-drift"](begun(28)) is not None


def test_less_than_planned_is_a_drift_too():
    assert RULES["time-drift"](used(17).at(70)) is None
    assert RULES["time-drift"](used(16.75).at(70)).values["used"] == 84


def test_a_french_threshold_is_not_told_of_a_mission_in_another_currency():
    assert RULES["vigilance-due"](priced().at(0)) is not None
    assert RULES["vigilance-due"](priced().profile(currency="CHF").at(0)) is None
