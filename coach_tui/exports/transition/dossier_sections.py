"""What is recorded that belongs in each section of the dossier; what is missing is said there.

Nothing private and no rating of a person is looked at here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.named import called, names_of
from coach_tui.coach.transition.handover import leaving, readiness_of, sole_owned
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.readings import latest
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.profile import AMOUNTS, profile_of
from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.figures import money, pair
from coach_tui.exports.framing.need import situation_lines
from coach_tui.exports.kpi.sheet import aim_words, value_words
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import table
from coach_tui.exports.transition.axes import failed_gate, verdict_lines
from coach_tui.exports.transition.dates import plan_flags
from coach_tui.exports.transition.expiries import expiry_lines
from coach_tui.exports.transition.lists import contact_lines, exit_state, loop_lines
from coach_tui.language import Words
from coach_tui.language.dates import short_date
from coach_tui.playbook.model import Playbook


class Recorded(NamedTuple):
    """What a section is filled from. `day_rate` shows what a day of the CMO costs."""

    engagement: Engagement
    catalogues: Catalogues
    words: Words
    today: date
    playbook: Playbook
    day_rate: bool = False

    def day(self, day: date | None) -> str:
        return short_date(day, self.words.language) if day else ""

    def heads(self, *names: str) -> list[str]:
        return [self.words(f"transition.dossier.col.{name}") for name in names]

    def missing(self, key: str) -> list[str]:
        what = self.words(f"transition.dossier.{key}")
        return [self.words("transition.dossier.missing-part", what=what)]


def _summary(r: Recorded) -> list[str]:
    ready = readiness_of(r.engagement, r.today)
    lines = verdict_lines(verdict_of(r.engagement, r.today), ready, r.words)
    flags = plan_flags(back_plan_of(r.engagement, r.today), r.words)
    return [*lines, *([""] if flags else []), *(f"- {flag}" for flag in flags)]


def _strategy(r: Recorded) -> list[str]:
    if not framing_of(r.engagement).situation:
        return []
    return situation_lines(r.engagement, r.catalogues, r.words)


def _kpis(r: Recorded) -> list[str]:
    kpis = followed(r.engagement)
    if not kpis:
        return r.missing("no-kpi")
    names = names_of(r.catalogues.get("kpis", ()), r.words.language)
    rows = []
    for kpi in kpis:
        current = latest(counted_readings(r.engagement, kpi), r.today)
        figures = (kpi.baseline, current.value if current else None)
        written = [value_words(figure, kpi, r.words) for figure in figures]
        goal = aim_words(kpi, kpi.targets[-1] if kpi.targets else None, r.words)
        day = r.day(current.day) if current else ""
        rows.append([called(kpi.catalogue, kpi.name, names), *written, goal, day])
    return table(r.heads("kpi", "baseline", "now", "target", "reading"), rows)


def _people(r: Recorded) -> list[str]:
    team = {key: each for key, each in people_of(r.engagement).items() if each.there(r.today)}
    if team:
        labels = labels_of(team.values())
        rows = [[labels[key], person.role] for key, person in team.items()]
        lines = table(r.heads("name", "role"), rows)
    else:
        lines = r.missing("no-person")
    if contacts_of(r.engagement):
        return [*lines, "", *contact_lines(r.engagement, r.words)]
    return [*lines, "", *r.missing("no-contact")]


def _decisions(r: Recorded) -> list[str]:
    decisions = sorted(decisions_of(r.engagement).values(), key=_day_of)
    if not decisions:
        return r.missing("no-decision")
    rows = [
        [r.day(_day_of(each)), each.title, each.options, _chosen(each, r), each.why]
        for each in decisions
    ]
    return table(r.heads("day", "decision", "options", "chosen", "why"), rows)


def _day_of(decision: LoggedDecision) -> date:
    return decision.decided or decision.opened


def _chosen(decision: LoggedDecision, r: Recorded) -> str:
    """What was chosen, and nothing where nobody wrote it: an option is no choice."""
    return r.words("transition.dossier.waiting") if decision.open else decision.chosen


def _budget(r: Recorded) -> list[str]:
    profile = profile_of(r.engagement)
    lines = [
        f"- {pair(r.words(f'profile.{name}'), money(value, r.words), r.words)}"
        for name in AMOUNTS
        if (name != "day_rate" or r.day_rate) and (value := getattr(profile, name)) is not None
    ]
    expiring = expiry_lines(r.engagement, r.words, r.today)
    return [*(lines or r.missing("no-budget")), *([""] if expiring else []), *expiring]


def _rituals(r: Recorded) -> list[str]:
    rituals = [each for each in rituals_of(r.engagement).values() if each.runs(r.today)]
    if not rituals:
        return r.missing("no-ritual")
    names = names_of(r.catalogues.get("rituals", ()), r.words.language)
    rows = [
        [
            called(each.id, each.name, names),
            r.words(f"transition.cadence.{each.schedule.cadence}") if each.schedule else "",
            r.words(f"rhythm.short-run-by.{each.run_by}"),
            each.owner,
            each.output,
        ]
        for each in rituals
    ]
    return table(r.heads("ritual", "cadence", "runs", "owner", "output"), rows)


def _access(r: Recorded) -> list[str]:
    lines = [line for line in accesses_of(r.engagement).values() if line.state != "na"]
    if not lines:
        return [*r.missing("no-access"), "", r.words("transition.dossier.no-secrets")]
    rows = [
        [
            line.tool,
            line.owner,
            "" if line.admins is None else str(line.admins),
            line.granted_role or line.requested_role,
            r.words(f"access.state.{line.state}"),
        ]
        for line in lines
    ]
    told = table(r.heads("tool", "owner", "admins", "cmo", "state"), rows)
    alone = ", ".join(escaped(tool) for tool in sole_owned(r.engagement))
    if alone:
        told += ["", r.words("transition.dossier.one-admin", what=alone)]
    state = exit_state(leaving(r.engagement), r.words)
    return [*told, "", *state, "", r.words("transition.dossier.no-secrets")]


def _loops(r: Recorded) -> list[str]:
    lines = loop_lines(r.engagement, r.catalogues, r.words)
    return lines if loops_of(r.engagement).all else [*r.missing("no-loop"), "", *lines[2:]]


def _risks(r: Recorded) -> list[str]:
    failed = readiness_of(r.engagement, r.today).failed
    return [f"- {failed_gate(gate, r.words)}" for gate in failed]


def _nothing(_: Recorded) -> list[str]:
    return []


FILLED: Final[Mapping[str, Callable[[Recorded], list[str]]]] = {
    "summary": _summary,
    "strategy": _strategy,
    "kpis": _kpis,
    "acquisition": _nothing,
    "content-brand": _nothing,
    "campaigns": _nothing,
    "data-stack": _nothing,
    "people": _people,
    "decisions": _decisions,
    "budget-contracts": _budget,
    "rituals": _rituals,
    "access": _access,
    "open-loops": _loops,
    "risks": _risks,
}
