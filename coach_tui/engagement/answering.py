"""What somebody who only looks at an engagement may still say, where that was granted to them."""

from collections.abc import Container, Sequence
from typing import Final

from coach_tui.engagement.change import Draft
from coach_tui.engagement.elsewhere import ENTITY as ELSEWHERE
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import ENTITY as STEP
from coach_tui.engagement.step import FINISHED, NOTE

_WORDS: Final = frozenset({NOTE, ELSEWHERE})  # an answer, and what shows a step done


def only_answers(decision: Sequence[Draft], engagement: Engagement, own: Container[str]) -> bool:
    """Whether this gesture confirms steps and answers, says that a step is done, or takes such a
    word of one's own back; and does nothing else.

    own  ids of the changes recorded by whoever makes the gesture.
    """
    return all(_answers(draft, engagement, own) for draft in decision)


def _answers(draft: Draft, engagement: Engagement, own: Container[str]) -> bool:
    if draft.entity not in _WORDS and draft.entity != STEP:
        return False
    if draft.undoes:
        return draft.undoes in own
    if draft.entity == STEP:
        return draft.changes.get("status") in FINISHED
    said = engagement.record(draft.entity, draft.entity_id).values()
    return all(field.change.id in own for field in said if field.value is not None)
