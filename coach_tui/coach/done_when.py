"""What shows a step done: the fact its `done-when` names, else the record its own act leaves.

A fact is a function of the engagement that answers with what makes it so (a `Proof`: people's
words, or a sentence in no language yet), or nothing. Subjects add theirs to `facts`; the
playbook's linter knows the whole list. The functions are loaded once something is recorded that
they could speak of: a mission that has only steps, and every command run on it, would wait for all
the subjects otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Step

if TYPE_CHECKING:
    from coach_tui.engagement.proof import Proof

NAMES: Final = frozenset(
    {
        *("access:listed", "access:crm:verified", "access:analytics:verified"),
        *("access:automation:verified", "access:reporting:verified", "access:ads:verified"),
        *("access:hygiene", "access:exit-complete", "access:company-owned"),
        *("kpi:chosen", "kpi:baselines", "kpi:targets", "kpi:success", "objective:first"),
        *("promise:quick-wins", "ritual:sales-sync:held", "ritual:coaching-11:held", "days:taper"),
        *("team:critical", "team:reassessed", "team:objectives", "team:goals"),
        *("frame:situation", "frame:independence", "frame:fractional-sourced"),
        *("frame:permanent-sourced", "frame:permanent-chosen", "transition:planned"),
        *("transition:successor", "transition:checks"),
        *("ritual:weekly-ceo:held", "ritual:standup:held", "report:first", "decision:first"),
        *("days:logged", "team:mapped", "team:rated", "team:backups", "team:delegation"),
        *("drill:passed", "frame:need", "frame:model", "frame:cost", "frame:candidates"),
        *("frame:contract", "transition:signals", "transition:documents"),
        *("transition:open-loops", "transition:introductions"),
    }
)


WITHOUT_FACTS: Final = frozenset({"engagement", "step", "note", "advice"})


# Of the mission's own fields, those an act sets: they are read without the subjects.
_OWN: Final = {f"profile:{name}": name for name in ("planned_end", "exit_scenario", "first_day")}


def proof_of(step: Step, engagement: Engagement) -> Proof:
    """What is recorded that makes this step done, in a few words; empty where nothing is."""
    if step.done_when:
        return evidence_for(step.done_when, engagement)
    if step.act.does in _OWN:
        return _own(_OWN[step.act.does], engagement)
    if not step.act.does or engagement.kinds <= WITHOUT_FACTS:
        return ""
    from coach_tui.coach.act_proofs import act_proof  # noqa: PLC0415 (see above)

    return act_proof(step.act.does, step.id, engagement)


def evidence_for(done_when: str, engagement: Engagement) -> Proof:
    """What recorded fact makes this so, in a few words; empty where nothing does."""
    if engagement.kinds <= WITHOUT_FACTS:
        return ""
    from coach_tui.coach.done_when_facts import FACTS  # noqa: PLC0415 (see above)

    fact = FACTS.get(done_when)
    return fact(engagement) if fact else ""


def _own(name: str, engagement: Engagement) -> Proof:
    from coach_tui.engagement.proof import Saying, day_said  # noqa: PLC0415 (see above)

    profile = profile_of(engagement)
    if name == "exit_scenario":
        said = profile.exit_scenario
        return Saying(f"profile.exit_scenario.{said}") if said else ""
    day = getattr(profile, name)
    return day_said(day) if day else ""
