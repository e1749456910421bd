"""Why a step is asked, in one sentence: the first of its own page's "Why"."""

import re
from typing import Final

from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Step

_WHY: Final = r"(?m)^\*\*(?:Pourquoi|Why)[^*]*\*\*[ .:]*(.+)$"
_OURS: Final = "\u00a0≈"  # a page explains its sign, one sentence doesn't
_MARKUP: Final = r"[*_`]|\[([^\]]*)\]\([^)]*\)"


def step_why(step: Step) -> str:
    """Its first reason, as plain text; empty where its page gives none."""
    found = re.search(_WHY, step.body)
    if not found:
        return ""
    text = re.sub(_MARKUP, lambda match: match[1] or "", found[1]).replace(_OURS, "")
    sentence = re.match(r".+?[.!?…](?=\s|$)", text)
    return one_line(sentence[0] if sentence else text)
