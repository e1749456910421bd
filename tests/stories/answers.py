"""What somebody reasonable answers to each act: the record it leaves, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coach_tui.coach.acts import read_act
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.access.change import add_access, set_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.context import tell
from coach_tui.engagement.documents.kinds import NINE
from coach_tui.engagement.documents.save import send_document, verify_document, write_document
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.framing import need
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.candidates import (
    ASKED,
    RATERS,
    add_candidate,
    amend_candidate,
    candidates_of,
    mark,
)
from coach_tui.engagement.framing.contract import BASE, INDICATORS, set_clause, set_indicator
from coach_tui.engagement.framing.cost import Dose, FullTime, Phase
from coach_tui.engagement.framing.record import frame, keep_model
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.objectives import set_objective
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.kpi.setup import amend_kpi, follow, judge_by
from coach_tui.engagement.profile import amend, profile_of
from coach_tui.engagement.rhythm.days import log_days
from coach_tui.engagement.rhythm.decisions import keep_promise, log_decision, promise
from coach_tui.engagement.rhythm.dose import dose_on, set_dose
from coach_tui.engagement.rhythm.meetings import WANTED, log_meeting
from coach_tui.engagement.rhythm.occurrences import log_occurrence, occurrences_of
from coach_tui.engagement.rhythm.reports import keep_report, month_of
from coach_tui.engagement.rhythm.rituals import Schedule, hold, rituals_of
from coach_tui.engagement.rhythm.slots import slots
from coach_tui.engagement.team.absence import drills_of, log_drill
from coach_tui.engagement.team.levels import level_at, rate
from coach_tui.engagement.team.people import add_person, people_of
from coach_tui.engagement.team.plan import delegate, set_goal
from coach_tui.engagement.team.skills import amend_skill, keep_skill, log_use, skills_of
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.exit import checks_of, set_check
from coach_tui.engagement.transition.loops import PLACES, look_in
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.signals import review_signals

if TYPE_CHECKING:
    from tests.stories.world import World

WEEK = timedelta(7)
# KPI, family, unit, where it starts, where it is to be in a year.
KPIS = (
    ("new-customers", "business", "count", "3", "8"),
    ("mql", "marketing", "count", "42", "110"),
    ("pipeline-created", "marketing", "eur", "90000", "240000"),
    ("visitor-to-lead", "marketing", "percent", "1.1", "2"),
    ("win-rate", "business", "percent", "18", "24"),
    ("autonomy-index", "team", "percent", "12", "60"),
)
TOOLS = (
    ("hubspot", "HubSpot", "crm"), ("ga4", "Analytics", "analytics"),
    ("brevo", "Brevo", "automation"), ("looker", "Looker", "reporting"),
    ("ads", "Google Ads", "ads"), ("site", "Webflow", "site"),
)  # fmt: skip

# skill: weight, critical, then the levels of Léa and Tom when they are first rated
SKILLS = {
    "da-reporting": (3, True, (1, 2)), "dg-campaigns": (3, True, (1, 1)),
    "cr-ops": (3, True, (0, 1)), "st-positioning": (3, True, (1, 0)),
    "ct-editorial": (2, False, (2, 1)), "ct-writing": (2, False, (2, 1)),
    "ac-seo": (2, False, (1, 1)), "ac-paid": (2, False, (0, 1)),
    "ct-social": (1, False, (2, 1)), "ac-events": (1, False, (1, 0)),
    "dg-conversion": (2, False, (0, 1)), "mg-vendors": (2, False, (0, 0)),
}  # fmt: skip
# decision, whose, its level and the one wanted
BOARD = (
    ("publish", "lea", 6, 6), ("campaign-launch", "lea", 4, 5), ("event", "lea", 3, 5),
    ("website", "tom", 5, 6), ("tool-purchase", "tom", 3, 4), ("lead-criteria", "tom", 3, 5),
    ("channel-stop", "", 2, 4), ("budget-shift", "", 2, 4), ("agency", "", 2, 4),
    ("positioning", "", 1, 3),
)  # fmt: skip


def profile(world: World, move: Move, role: str) -> None:
    first = profile_of(world.engagement).first_day
    end = max(first or world.today, world.today - timedelta(90)) + timedelta(364)
    told: Mapping[str, Any] = {
        "execution_days": lambda: tell({"execution_days": 6.0}),
        "certificate_on": lambda: tell({"certificate_on": world.today}),
        "time_split": lambda: tell({"strategy": 50.0, "managing": 30.0, "hands_on": 20.0}),
        "availability": lambda: tell({"slots": "Tuesday, Thursday", "reply_time": "a day"}),
        "relay": lambda: set_transition(world.engagement, {"relay": "Léa"}),
        "planned_end": lambda: amend(
            world.engagement, {"planned_end": end, "exit_scenario": "autonomous"}
        ),
        "exit_scenario": lambda: amend(world.engagement, {"exit_scenario": "autonomous"}),
        "activation_budget": lambda: amend(world.engagement, {"activation_budget": 120_000.0}),
        "ended": lambda: set_transition(
            world.engagement, {"ended": profile_of(world.engagement).planned_end}
        ),
        "first_day": lambda: amend(
            world.engagement,
            {"first_day": world.today + timedelta(21), "days_per_week": 2.0},
        ),
    }
    world.record(told[read_act(move.act).what](), role)


def framing(world: World, move: Move, role: str) -> None:
    match read_act(move.act).what:
        case "need":
            for question in need.QUESTIONS:
                world.record(need.answer_need(question, True, "two flat quarters"), role)
            for gate in need.GATES:
                world.record(need.answer_gate(gate, True), role)
        case "situation":
            world.record(frame({"situation": "no-lead"}), role)
        case "model":
            kept = keep_model("fractional", "Two juniors, one strategy to write.", "full-time")
            world.record(kept, role)
        case "cost":
            dose = Dose(1_100.0, phases=(Phase(2.0, 26.0), Phase(1.0, 18.0)))
            world.record(plan_cost(dose, FullTime()), role)
            world.record(amend(world.engagement, {"activation_budget": 120_000.0}), role)
        case "contract":
            for clause in BASE:
                world.record(set_clause(clause, "agreed", "Claire"), role)
        case "independence":
            for indicator in INDICATORS:
                world.record(set_indicator(indicator, "green"), role)
        case "candidates":
            _candidates(world, move, role)


def _candidates(world: World, move: Move, role: str) -> None:
    begun = profile_of(world.engagement).first_day
    post = "permanent" if begun else "fractional"
    found = [each for each in candidates_of(world.engagement) if each.post == post]
    for number in range(len(found), 4):
        identity = world.id()
        world.record(add_candidate(identity, f"Candidate {number + 1}", post), role)
        world.record(amend_candidate(identity, {"interviewed_on": world.today}), role)
    if move.about[0] in ("interviews", "evaluation"):
        one = next(each for each in candidates_of(world.engagement) if each.post == post)
        chosen = {"chosen": True, "clients": 2.0, "references": 2.0}
        world.record(amend_candidate(one.id, chosen), role)
        for rater in RATERS:
            for criterion in ASKED[post]:
                world.record(mark(one.id, rater, criterion, 4), role)


def document(world: World, move: Move, role: str) -> None:
    act = read_act(move.act)
    text = f"What we agreed on {act.what}."
    if act.what != "decision-log":
        written = write_document(world.engagement, act.what, "Tom", world.today, text=text)
        world.record(written, role)
    if act.state == "verified":
        world.record(
            verify_document(world.engagement, act.what, "Léa", world.today, world.today), role
        )
    if act.state == "sent":
        world.record(send_document(world.engagement, act.what, world.today, world.today), role)


def documents(world: World, move: Move, role: str) -> None:
    for name in NINE:
        written = write_document(world.engagement, name, "Tom", world.today, text=f"{name}, ours.")
        world.record(written, role)
        world.record(verify_document(world.engagement, name, "Léa", world.today, world.today), role)


def meeting(world: World, move: Move, role: str) -> None:
    kind = read_act(move.act).what
    for number in range(WANTED.get(kind, 1)):
        fields = {"kind": kind, "who": f"Zoé {number + 1}", "learned": "They buy in May."}
        world.record(log_meeting(world.id(), fields, world.today), role)


def proof(world: World, move: Move, role: str) -> None:
    said = {"what": "It is in the shared folder.", "where": "Drive"}
    world.record(show_elsewhere(move.about[0], said, world.today), role)


def access(world: World, move: Move, role: str) -> None:
    what, lines = read_act(move.act).what, accesses_of(world.engagement)
    if not lines:
        for identity, tool, category in TOOLS:
            fields: dict[str, Any] = {
                "tool": tool, "category": category, "critical": category in ("crm", "analytics"),
                "owner": "Julie", "granter": "Julie", "requested_role": "Editor",
                "requested_on": world.today,
            }  # fmt: skip
            world.record(add_access(world.engagement, identity, fields, world.today), role)
        return
    for line in lines.values():
        if what == "ownership":
            _set(world, line.id, role, owner="Julie", admins=2)
        elif what == "exit" and line.granted_on:
            _set(world, line.id, role, leaving_on=world.today, removed_on=world.today,
                 exit_verified_on=world.today, exit_verified_by="Julie")  # fmt: skip
        elif what in (line.category, "hygiene", "") or (what, line.category) == ("ads", "site"):
            if not line.granted_on:
                _set(world, line.id, "ops", granted_on=world.today, granted_role="Editor", admins=2)
            elif not line.verified_on:
                _set(world, line.id, role, verified_on=world.today, evidence="logged in")


def _set(world: World, line: str, role: str, **fields: Any) -> None:
    world.record(set_access(world.engagement, line, fields, world.today), role)


def kpi(world: World, move: Move, role: str) -> None:
    what = read_act(move.act).what
    if what == "reading":
        for identity in move.about:
            read(world, identity, role)
        return
    known = {each.id for each in followed(world.engagement)}
    for identity, family, unit, _, _ in KPIS[:2] if what == "success" else KPIS:
        if identity not in known:
            fields: dict[str, Any] = {
                "catalogue": identity, "family": family, "unit": unit, "kind": "increase",
                "cadence": "month", "owner": "Ann", "source": "CRM",
            }  # fmt: skip
            world.record(follow(world.engagement, identity, fields, world.today), role)
    for each in followed(world.engagement):
        base, target = next((Decimal(b), Decimal(t)) for i, _, _, b, t in KPIS if i == each.id)
        if what in ("baseline", "success", "targets") and each.baseline is None:
            fields = {"baseline": base, "baseline_on": world.today}
            world.record(amend_kpi(world.engagement, each.id, fields, world.today), role)
        if what == "success" and not each.success and each.id in (KPIS[0][0], KPIS[1][0]):
            world.record(judge_by(world.engagement, each.id, True), role)
        if what == "targets" and len(each.targets) < 3:
            gap = (target - base) / 4
            aims = {"target_3": base + gap, "target_6": base + 2 * gap, "target_12": target}
            world.record(amend_kpi(world.engagement, each.id, aims, world.today), role)


def read(world: World, kpi_id: str, role: str, value: Decimal | None = None) -> None:
    """A reading on its way to the target, unless a value is said."""
    known = next(each for each in followed(world.engagement) if each.id == kpi_id)
    base, target = next((Decimal(b), Decimal(t)) for i, _, _, b, t in KPIS if i == kpi_id)
    if known.baseline_on and world.today < known.baseline_on:
        return
    since = (world.today - (known.baseline_on or world.today)).days
    fine = base + (target - base) * Decimal(since) / Decimal(365)
    heard = Heard(kpi_id, world.today, round(fine if value is None else value, 1))
    world.record(read_kpi(world.engagement, world.id(), heard, world.today), role)


def objective(world: World, move: Move, role: str) -> None:
    fields = {"what": "Revenue", "start": "3 M€", "goal": "5 M€",
              "by": world.today + timedelta(330), "rank": 1}  # fmt: skip
    world.record(set_objective(world.engagement, world.id(), fields, world.today), role)


def ritual(world: World, move: Move, role: str) -> None:
    what = read_act(move.act).what
    if move.kind == "occurrence":
        for identity in move.about:
            _log(world, identity, role)
        return
    if what not in rituals_of(world.engagement):
        cadence = {"weekly-ceo": "weekly", "standup": "weekly"}.get(what, "fortnightly")
        schedule = Schedule(world.today, cadence, (world.today.weekday(),))
        world.record(hold(what, world.id(), schedule, minutes=30), role)
    _log(world, what, role)


def _log(world: World, ritual_id: str, role: str) -> None:
    found = rituals_of(world.engagement)[ritual_id]
    logged = {each.slot for each in occurrences_of(world.engagement).get(ritual_id, ())}
    for slot in slots(found, world.today - timedelta(31), world.today):
        if slot not in logged:
            held = log_occurrence(world.engagement, world.id(), ritual_id, "held", slot=slot,
                                  day=slot, today=world.today)  # fmt: skip
            world.record(held, role)


def decision(world: World, move: Move, role: str) -> None:
    said: dict[str, Any] = {"outcome": "It worked."}
    identity = move.about[0] if move.kind == "review" else world.id()
    if move.kind != "review":
        about = [f"step:{e}" for e in move.about] if move.kind != "advice" else [*move.about]
        about = [each for each in about if each.startswith(("kpi:", "skill:", "step:"))]
        said = {
            "title": _decided_about(move), "why": "It moves the number we chose.",
            "owner": "Claire",
            "about": [*about, *(f"rule:{rule}" for rule in move.why)],
            "review": world.today + timedelta(60),
        }  # fmt: skip
    world.record(log_decision(world.engagement, identity, said, world.today), role)


def _decided_about(move: Move) -> str:
    """What a decision is called by who takes it."""
    from tests.stories.world import PLAYBOOK

    step = PLAYBOOK.step(move.about[0]) if move.about else None
    return step.title if step else move.why[0].replace("-", " ").capitalize()


def promises(world: World, move: Move, role: str) -> None:
    if move.kind == "promise":
        for identity in move.about:
            kept = keep_promise(world.engagement, identity, world.today, "Ten more leads.")
            world.record(kept, role)
        return
    for number in range(3):
        made = promise(world.id(), f"Quick win {number + 1}", world.today, by="Ann",
                       due=world.today + timedelta(30), kpi="mql")  # fmt: skip
        world.record(made, role)


def report(world: World, move: Move, role: str) -> None:
    last = month_of(world.today.replace(day=1) - timedelta(1))
    month = move.about[0] if move.id == "report" else last
    text = "Done, numbers, priorities, decisions."
    world.record(keep_report(month, text, "cmo", world.today), role)


def days(world: World, move: Move, role: str) -> None:
    first = profile_of(world.engagement).first_day or world.today
    used = (world.today - first).days / 7 * (dose_on(world.engagement, world.today) or 2)
    amount = min(max(used, 1), 8)
    world.record(log_days(world.id(), world.today, amount, world.today), role)


def skill_map(world: World, move: Move, role: str) -> None:
    if people_of(world.engagement):
        return
    for identity, name in (("lea", "Léa"), ("tom", "Tom")):
        world.record(add_person(identity, name), role)
    for skill, (weight, critical, _) in SKILLS.items():
        world.record(keep_skill(skill, weight, critical), role)


def ratings(world: World, move: Move, role: str) -> None:
    grown = move.kind == "again"
    for skill in skills_of(world.engagement):
        for person in ("lea", "tom"):
            known = level_at(world.engagement, person, skill, world.today)
            first = SKILLS[skill][2][person == "tom"]
            level = min((known.level if known else first) + grown, 3)
            shown = {"evidence": "Two cases.", "verified_by": "Ann"} if level >= 3 else {}
            for side in ("cmo", "member"):
                made = rate(world.engagement, world.id(), person=person, skill=skill, level=level,
                            side=side, day=world.today, today=world.today, **shown)  # fmt: skip
                world.record(made, role)


def goals(world: World, move: Move, role: str) -> None:
    skills = [each.partition(":")[2] for each in move.about if each.startswith("skill:")]
    due = world.today + timedelta(90)
    for person in ("lea", "tom"):
        for skill in skills or ["da-reporting"]:
            made = set_goal(world.engagement, world.id(), person, skill, 3, due, "Next real case")
            world.record(made, role)


def backups(world: World, move: Move, role: str) -> None:
    for skill in skills_of(world.engagement).values():
        if skill.critical or skill.method:
            amended = amend_skill(world.engagement, skill.id, backup="tom", method="One page",
                                  author="lea")  # fmt: skip
            world.record(amended, role)
            used = log_use(world.engagement, world.id(), skill.id, "tom", world.today, world.today)
            world.record(used, role)


def delegation(world: World, move: Move, role: str) -> None:
    for name, person, now, wanted in BOARD:
        line = delegate(world.engagement, world.id(), name, person or "lea", now, wanted)
        world.record(line, role)


def drill(world: World, move: Move, role: str) -> None:
    found = drills_of(world.engagement)
    over = next((e for e in found if e.result == "planned" and e.end < world.today), None)
    if over:
        told = log_drill(world.engagement, over.id, "cmo", over.start, over.end, "passed",
                         world.today)  # fmt: skip
        world.record(told, role)
    elif not found:
        start = world.today + 2 * WEEK
        planned = log_drill(world.engagement, world.id(), "cmo", start, start + timedelta(13),
                            "planned", world.today)  # fmt: skip
        world.record(planned, role)


def taper(world: World, move: Move, role: str) -> None:
    now = dose_on(world.engagement, world.today) or 2
    lower = max(now - 0.5, 0.5)
    world.record(set_dose(world.id(), world.today + 2 * WEEK, lower, "The index allows it."), role)


def signals(world: World, move: Move, role: str) -> None:
    seen = review_signals(world.id(), world.today, headcount=32.0, budget=90_000.0, presence=False,
                          team=2.0)  # fmt: skip
    world.record(seen, role)


def search(world: World, move: Move, role: str) -> None:
    first = {"successor_first_day": world.today + timedelta(182)}
    world.record(set_transition(world.engagement, first), role)


def successor(world: World, move: Move, role: str) -> None:
    world.record(set_transition(world.engagement, {"successor": "Ines"}), role)


def loops(world: World, move: Move, role: str) -> None:
    for place in PLACES:
        world.record(look_in(place, True), role)


def contacts(world: World, move: Move, role: str) -> None:
    met = {"name": "Board", "introduced_on": world.today}
    world.record(set_contact(world.engagement, world.id(), met, world.today), role)


def after_exit(world: World, move: Move, role: str) -> None:
    for check in checks_of(world.engagement):
        if check.due and check.due <= world.today and not check.outcome:
            world.record(set_check(check.id, "fine", world.today), role)


ANSWERS: Mapping[str, Callable[[World, Move, str], None]] = {
    "profile": profile, "frame": framing, "document": document, "documents": documents,
    "meeting": meeting, "proof": proof, "access": access, "kpi": kpi, "objective": objective,
    "ritual": ritual, "decision": decision, "promise": promises, "report": report, "days": days,
    "skill-map": skill_map, "rate": ratings, "goal": goals, "backup": backups,
    "delegate": delegation, "drill": drill, "taper": taper, "signals": signals, "plan": search,
    "successor": successor, "loops": loops, "contacts": contacts, "exit": after_exit,
}  # fmt: skip
