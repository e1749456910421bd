"""What somebody who only looks at an engagement may still say, where that was granted to them."""

from collections.abc import Sequence
from typing import Final

from coach_tui.engagement.change import Draft
from coach_tui.engagement.elsewhere import ENTITY as ELSEWHERE
from coach_tui.engagement.step import ENTITY as STEP
from coach_tui.engagement.step import FINISHED, NOTE

_WORDS: Final = frozenset({NOTE, ELSEWHERE})  # an answer, and what shows a step done


def only_answers(decision: Sequence[Draft]) -> bool:
    """Whether this gesture confirms steps and answers, says that a step is done, or takes such a
    word back; and does nothing else."""
    return all(
        draft.entity in _WORDS
        or (draft.entity == STEP and (draft.undoes or draft.changes.get("status") in FINISHED))
        for draft in decision
    )
