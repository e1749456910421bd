"""The company that a document or a table of ours says it is of, in either language."""

from __future__ import annotations

import re
from typing import Final

from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded

_LINE: Final = re.compile(r"^\*\*([^*\n]{1,40})\*\*[ \t]+(\S.*)$", re.MULTILINE)


def names_a_company(said: str) -> bool:
    """Whether this is what a column or a line is called that names the company."""
    return folded(said.strip()) in {
        folded(Words(language)(key))
        for language in LANGUAGES
        for key in ("export.company", "kpi.column.company")
    }


def company_above(text: str) -> str:
    """What the line under a document's title says (`**Company** Dupont`); empty where none does."""
    for name, said in _LINE.findall(text):
        if names_a_company(name):
            return one_line(re.sub(r"\\(.)", r"\1", said))
    return ""


def company_in(cell: str) -> str:
    """What a cell of that column says, without what keeps a spreadsheet from working it out."""
    return one_line(cell.strip().removeprefix("'"))
