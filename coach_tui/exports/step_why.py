"""What a step's own page says in one sentence: why it is asked, and when it is done."""

import re
from typing import Final

from coach_tui.coach.euros import unsigned
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Step

_WHY: Final = r"(?m)^\*\*(?:Pourquoi|Why)[^*]*\*\*[ .:]*(.+)$"
_DONE: Final = r"(?m)^\*\*(?:Terminé quand|Done when)[^*]*\*\*[ .:]*(.+)$"
_MARKUP: Final = r"[*_`]|\[([^\]]*)\]\([^)]*\)"


def step_why(step: Step) -> str:
    """Its first reason, as plain text; empty where its page gives none."""
    return _first_sentence(_WHY, step)


def step_done_when(step: Step) -> str:
    """What has to be true for it to be done, as plain text, after "done when"; empty where its
    page does not say."""
    return _first_sentence(_DONE, step)


def _first_sentence(part: str, step: Step) -> str:
    found = re.search(part, step.body)
    if not found:
        return ""
    text = unsigned(re.sub(_MARKUP, lambda match: match[1] or "", found[1]))
    sentence = re.match(r".+?[.!?…](?=\s|$)", text)
    return one_line(sentence[0] if sentence else text)
