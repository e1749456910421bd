"""The company that a document or a table of ours says it is of, in either language."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.refusal import Refusal

_LINE: Final = re.compile(r"^\*\*([^*\n]{1,40})\*\*[ \t]+(\S.*)$", re.MULTILINE)
_TITLE: Final = re.compile(r"\s*#{1,6}[ \t].*")
_SECTION: Final = re.compile(r"^ {0,3}#{2,6}[ \t]", re.MULTILINE)
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")
_CELLS: Final = re.compile(r"[;\t,|]")
_LABEL: Final = re.compile(r"[^:]{1,40}:\s*(?=\S)")
_AROUND: Final = " \t\u00a0#*_\"'“”«»"  # what a title is dressed with
_LEGAL: Final = frozenset({
    "sas", "sasu", "sarl", "eurl", "sa", "sci", "snc", "scop", "ltd", "limited", "plc", "llp",
    "gmbh", "ag", "inc", "llc", "corp", "srl", "bv", "nv", "spa",
})  # fmt: skip


class CompanySaid(NamedTuple):
    """The company that is named, and the line of the file it stands on, counted from 1."""

    company: str
    line: int


def names_a_company(said: str) -> bool:
    """Whether this is what a column or a line is called that names the company."""
    return folded(said.strip()) in {
        folded(Words(language)(key))
        for language in LANGUAGES
        for key in ("export.company", "kpi.column.company")
    }


def opening(text: str) -> str:
    """What stands under a document's title, before its first section; the whole of a table."""
    title = _TITLE.match(text)
    section = _SECTION.search(text, title.end() if title else 0)
    return text[: section.start()] if section else text


def company_above(text: str) -> CompanySaid | None:
    """What the line under a document's title says (`**Company** Dupont`); None where none does."""
    text = opening(text)
    for found in _LINE.finditer(text):
        if names_a_company(found[1]):
            said = one_line(re.sub(r"\\(.)", r"\1", found[2]))
            return CompanySaid(said, 1 + len(_LINE_ENDS.findall(text, 0, found.start())))
    return None


def company_in(cell: str) -> str:
    """What a cell of that column says, without what keeps a spreadsheet from working it out."""
    return one_line(cell.strip().removeprefix("'"))


def refuse_another(said: CompanySaid | None, ours: str, key: str, name: str = "") -> Refusal | None:
    """Why a table is not this client's: what it says there is another company. `key` is what is
    said of it, `name` that of its column."""
    if not (said and said.company and ours) or folded(said.company) == folded(one_line(ours)):
        return None
    column = {"name": name} if name else {}
    return Refusal(key, {"found": one_line(said.company, 60), "line": said.line, **column})


def refuse_naming(above: str, ours: str, others: Iterable[str]) -> Refusal | None:
    """Why a file is not this client's: a line of what stands above its table names one of `others`,
    and none names this one.

    Other programs write `Account: Boréal SAS` there. Only a whole line or cell counts, or what
    follows a label: a client may be called by a word that many a title has.
    """
    known = {_bare(each) for each in others} - {_bare(ours), ""}
    said = [*_said_above(above)] if known and ours.strip() else []
    if any(_bare(each.company) == _bare(ours) for each in said):
        return None
    for each in said:
        if _bare(each.company) in known:
            values = {"found": one_line(each.company, 60), "line": each.line}
            return Refusal("refusal.table.names-client", values)
    return None


def _said_above(text: str) -> Iterator[CompanySaid]:
    """Every line, each of its cells, and what follows a label in one."""
    for number, line in enumerate(_LINE_ENDS.split(text), 1):
        for cell in dict.fromkeys((line, *_CELLS.split(line))):
            said = cell.strip(_AROUND)
            label = _LABEL.match(said)
            for name in (said, said[label.end() :] if label else ""):
                if name.strip(_AROUND):
                    yield CompanySaid(name.strip(_AROUND), number)


def _bare(company: str) -> str:
    """A company's name as it is compared: without case, accents, stops, or its legal form."""
    parts = folded(one_line(company)).replace(".", "").replace(",", " ").split()
    while len(parts) > 1 and parts[-1] in _LEGAL:
        parts.pop()
    return " ".join(parts)
