"""What each column of a table of readings means.

Three shapes are read, and the first two may be mixed: a column of values for each KPI; a column
that names the KPI beside one of values; and KPIs as rows, a column for each day or month.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coach_tui.engagement.change import Draft
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.exports.csv_days import is_day
from coach_tui.exports.csv_header import DAY_NAMES, bare_name
from coach_tui.exports.table_words import columns_said
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.listed import Listed
from coach_tui.language.refusal import Refusal

COLUMN: Final = "csv-column"  # what a header name means, remembered in the engagement
MEANINGS: Final = ("date", "kpi", "value", "note", "company", "ignore")
ON: Final = "on"  # the column's own name is the day its values are of
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": tuple(DAY_NAMES),
    "kpi": ("kpi", "indicateur", "indicator", "metric", "metrique", "id"),
    "value": ("valeur", "value", "montant", "amount"),
    "note": ("note", "notes", "commentaire", "comment"),
    "company": ("entreprise", "company"),
    "ignore": (
        "nom",
        "name",
        "unite",
        "unit",
        "par",
        "by",
        "definition",
        "limite naturelle basse",
        "lower natural limit",
        "moyenne",
        "mean",
        "ligne centrale",
        "centre line",
        "nature de la ligne centrale",
        "kind of centre line",
        "limite naturelle haute",
        "upper natural limit",
        "signal",
    ),
}

UNIT_NAMES: Final = ("unit", "unite")  # a column of them says what each row's values are in
# Only what can be nothing else: “CAC (target)” and “MQL (m)” name no unit.
_UNIT: Final = re.compile(
    r"\s*[(\[]\s*(?:(?:in|en)\s+)?"
    r"(?:(?P<scale>k|M|Md|Bn)?\s?(?P<currency>€|(?:US)?\$|£|EUR|euros?|USD|GBP|CHF)|(?P<percent>%))"
    r"\s*[)\]]\s*$",
    re.IGNORECASE,
)

Meanings = Sequence[str]  # by place: one of MEANINGS, "on", "kpi:<id>", or "" where nobody knows


def meanings_of(
    header: Sequence[str], engagement: Engagement, names: Mapping[str, str]
) -> list[str]:
    """What each column means as far as it can be told: as said before, by its name, or nothing.

    `names` gives the KPI of a name (its id and what people call it, folded).
    """
    remembered = remembered_columns(engagement)
    usual = {name: meaning for meaning, called in NAMES.items() for name in called}
    found: list[str] = []
    for name in header:
        said = folded(name)
        kpi = names.get(said) or (names.get(bare_name(name)) if unit_beside(name) else None)
        means = remembered.get(said) or usual.get(said) or usual.get(bare_name(name))
        found.append(means or (f"kpi:{kpi}" if kpi else ""))
    if "date" not in found and "value" not in found:
        found = [
            means or (ON if is_day(name) else "") for means, name in zip(found, header, strict=True)
        ]
        if ON in found and "kpi" not in found and found[0] == "":
            found[0] = "kpi"
    return found


def unit_beside(name: str) -> str:
    """The unit that a column's name gives its values: `k€` of `CAC (k€)`; empty for none."""
    found = _UNIT.search(name)
    if found is None:
        return ""
    return found["percent"] or f"{found['scale'] or ''} {found['currency']}".strip()


def column_named(said: str, header: Sequence[str]) -> int | Refusal:
    """The column somebody names: by its name, or by its place, counted from 1."""
    if said in header and header.count(said) == 1:
        return header.index(said)
    if said not in header and said.isdecimal() and 0 < int(said[:6]) <= len(header):
        return int(said) - 1
    if said in header:
        values = {"name": one_line(said, 40), "columns": _places(_named(said, header), header)}
        return Refusal("refusal.table.several-columns", values)
    values = {"name": one_line(said, 40), "columns": columns_said(header)}
    return Refusal("refusal.table.no-column", values)


def refuse_meanings(header: Sequence[str], meanings: Meanings) -> Refusal | None:
    """Why a table can't be read with these meanings. Of two that mean the same neither wins."""
    columns = {"columns": columns_said(header)}
    for meaning, times in Counter(meanings).items():
        if times > 1 and meaning not in ("", "ignore", ON):
            places = [place for place, each in enumerate(meanings) if each == meaning]
            values = {"meaning": meaning.removeprefix("kpi:"), "columns": _places(places, header)}
            return Refusal("refusal.table.twice", values)
    if ON in meanings:
        if "date" in meanings or "value" in meanings:
            return Refusal("refusal.table.two-shapes", columns)
        return None if "kpi" in meanings else Refusal("refusal.table.value-of-what")
    if "date" not in meanings:
        return Refusal("refusal.table.one-date", columns)
    if "value" in meanings and "kpi" not in meanings:
        return Refusal("refusal.table.value-of-what")
    if "value" not in meanings and not any(meaning.startswith("kpi:") for meaning in meanings):
        return Refusal("refusal.table.no-values", columns)
    return None


def not_read(header: Sequence[str], meanings: Meanings) -> tuple[str, ...]:
    """The columns of which nobody knows what they hold: their cells are left out."""
    return tuple(name for name, meaning in zip(header, meanings, strict=True) if not meaning)


def remember(header: Sequence[str], meanings: Meanings, engagement: Engagement) -> Iterator[Draft]:
    """The changes that keep what columns were said to mean; two of one name are told apart by
    their place only, and not remembered."""
    remembered, times = remembered_columns(engagement), Counter(map(folded, header))
    for name, meaning in zip(map(folded, header), meanings, strict=True):
        if name and times[name] == 1 and meaning not in ("", ON, remembered.get(name)):
            yield Draft(COLUMN, name, {"means": meaning})


@viewed
def remembered_columns(engagement: Engagement) -> Mapping[str, str]:
    """What columns of these (folded) names were said to mean before."""
    return {
        name: meaning
        for name, record in engagement.records(COLUMN).items()
        if (meaning := text_of(record, "means"))
    }


def _named(said: str, header: Sequence[str]) -> list[int]:
    return [place for place, name in enumerate(header) if name == said]


def _places(places: Sequence[int], header: Sequence[str]) -> Listed:
    """2 (MQL), 4 (MQL): a place says which where a name can't."""
    return Listed(f"{place + 1} ({one_line(header[place], 30)})" for place in places)
