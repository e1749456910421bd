"""What to do next, and why: rules asked one by one, the gravest answer first.

Severity, source and the step it opens are the writer's, in content/advice/; when a rule speaks is
decided in coach/advice/rules/. A week or thirty days of quiet: FORMULAS.md, "Advice".
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.advice.deduplicate import said_once
from coach_tui.coach.advice.in_hand import in_hand
from coach_tui.coach.advice.rules import AFTER, PRAISES, RULES
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Catalogues, Finding, Situation
from coach_tui.engagement.advice import Aside, asides_of, until_of
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Playbook

SEVERITIES: Final = ("critical", "alert", "watch", "info")
_UNWRITTEN: Final = "watch"  # a rule whose words were removed from content/ still speaks


class Advice(NamedTuple):
    """One piece of advice. `values` fill the blanks of its words; `opens` is a step's id; `who`,
    the role that acts.
    """

    id: str
    severity: str
    values: Mapping[str, Blank]
    records: tuple[Behind, ...]
    source: str
    opens: str
    who: str = ""

    @property
    def concerns(self) -> frozenset[str]:
        """The records behind it, as they are noted when it is set aside."""
        return frozenset(f"{record.entity}:{record.id}" for record in self.records)


def advise(
    playbook: Playbook, engagement: Engagement, today: date, catalogues: Catalogues
) -> tuple[Advice, ...]:
    """Everything worth saying today, once, gravest first.

    Without what was set aside, and what somebody has in hand until a day to come.
    """
    asides = asides_of(engagement)
    found = said_once(all_advice(playbook, engagement, today, catalogues))
    return tuple(
        each
        for each in found
        if not is_quiet(each, asides.get(each.id), today)
        and not in_hand(each.id, each.records, engagement, today)
    )


def all_advice(
    playbook: Playbook, engagement: Engagement, today: date, catalogues: Catalogues
) -> tuple[Advice, ...]:
    """The same with what was set aside or said twice: a command that asks why must find it."""
    situation = Situation(playbook, engagement, today, catalogues)
    asked = {
        rule_id: rule for rule_id, rule in RULES.items() if rule_id in AFTER or not situation.ended
    }
    found = _asked(asked, situation)
    # Python's sort is stable: within a severity, the order of the rules, which is the mission's.
    return tuple(sorted(found, key=lambda each: SEVERITIES.index(each.severity)))


def praise(
    playbook: Playbook, engagement: Engagement, today: date, catalogues: Catalogues
) -> tuple[Advice, ...]:
    """The good news. It is kept apart and never takes the place of advice."""
    found = _asked(PRAISES, Situation(playbook, engagement, today, catalogues))
    asides = asides_of(engagement)
    return tuple(each for each in found if not is_quiet(each, asides.get(each.id), today))


def is_quiet(advice: Advice, aside: Aside | None, today: date) -> bool:
    """Whether this was set aside and may stay so.

    With a reason for 30 days, without one for 7. It comes back earlier where it got worse: graver
    than it was, or about a record it was not about (another access, another KPI).
    """
    if aside is None or today < aside.day:
        return False
    if today >= until_of(aside):
        return False
    return not (_graver(advice.severity, aside.severity) or advice.concerns - aside.concerns)


def _graver(severity: str, than: str) -> bool:
    known = severity in SEVERITIES and than in SEVERITIES
    return known and SEVERITIES.index(severity) < SEVERITIES.index(than)


def _asked(rules: Mapping[str, Rule], situation: Situation) -> list[Advice]:
    entries = {entry.id: entry for entry in situation.catalogues.get("advice", ())}
    return [
        _advice(rule_id, finding, entries.get(rule_id))
        for rule_id, rule in rules.items()
        if (finding := rule(situation)) is not None
    ]


def _advice(rule_id: str, finding: Finding, entry: Entry | None) -> Advice:
    written = entry.fields if entry else {}
    severity = finding.severity or str(written.get("severity", _UNWRITTEN))
    return Advice(
        rule_id,
        severity if severity in (*SEVERITIES, "praise") else _UNWRITTEN,
        finding.values,
        finding.records,
        str(written.get("source", "")),
        str(written.get("opens", "")),
        str(written.get("who", "")),
    )
