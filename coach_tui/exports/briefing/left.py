"""Names that may be left in a text: shown before it leaves, for whoever can tell.

Only what records give as a name is masked. Two words in a row that begin with a capital, where no
sentence begins and no tool is called so, may be somebody nobody recorded.
"""

import re
from collections.abc import Iterable
from typing import Final

from coach_tui.language.fold import folded

SHOWN: Final = 12
_CAPITALS: Final = re.compile(
    r"(?<=[a-zà-ÿ0-9,;:’'(«“] )"
    r"(?:[A-ZÀ-Ý][a-zà-ÿ]+[-’]?)+(?: (?:de |du |des |d’|Le |La |van |von )?[A-ZÀ-Ý][a-zà-ÿ’-]+)+"
)


def maybe_names(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """What may be a name, each once, as it is met; `known` are tools and titles, which are none."""
    ours = folded(" ".join(known))
    found = dict.fromkeys(each[0] for each in _CAPITALS.finditer(text))
    return tuple(each for each in found if folded(each) not in ours)[:SHOWN]
