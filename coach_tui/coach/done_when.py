"""What a step's `done-when` names: done because something recorded shows it.

A fact is a function of the engagement that answers with what makes it so (a `Proof`: people's
words, or a sentence in no language yet), or nothing. Subjects add theirs to `facts`; the
playbook's linter knows the whole list. The functions are loaded once something is recorded that
they could speak of: a mission that has only steps, and every command run on it, would wait for all
the subjects otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach_tui.engagement.state import Engagement

if TYPE_CHECKING:
    from coach_tui.engagement.proof import Proof

NAMES: Final = frozenset(
    {
        *("access:listed", "access:crm:verified", "access:analytics:verified"),
        *("access:automation:verified", "access:reporting:verified", "access:ads:verified"),
        *("access:hygiene", "access:exit-complete", "access:company-owned"),
        *("kpi:chosen", "kpi:baselines", "kpi:targets"),
        *("ritual:weekly-ceo:held", "ritual:standup:held", "report:first", "decision:first"),
        *("days:logged", "team:mapped", "team:rated", "team:backups", "team:delegation"),
        *("drill:passed", "frame:need", "frame:model", "frame:cost", "frame:candidates"),
        *("frame:contract", "transition:signals", "transition:documents"),
        *("transition:open-loops", "transition:introductions"),
    }
)


WITHOUT_FACTS: Final = frozenset({"engagement", "step", "note", "advice"})


def evidence_for(done_when: str, engagement: Engagement) -> Proof:
    """What recorded fact makes this so, in a few words; empty where nothing does."""
    if engagement.kinds <= WITHOUT_FACTS:
        return ""
    from coach_tui.coach.done_when_facts import FACTS  # noqa: PLC0415 (see above)

    fact = FACTS.get(done_when)
    return fact(engagement) if fact else ""
