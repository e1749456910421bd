"""The access register's table, edited in a spreadsheet and brought back: what each row changes.

A row is told by its tool and what exactly it opens, as the table has no ids. Columns that follow
from others (state, alerts) are not read, and a column that is not there changes nothing.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.typed import Value, choices_of, read_typed
from coach_tui.engagement.access.change import add_access, free_id, set_access
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import FieldSpec, fields_of
from coach_tui.engagement.gesture import in_turn
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.access.register import COLUMNS
from coach_tui.exports.company_said import (
    CompanySaid,
    company_in,
    names_a_company,
    refuse_another,
    refuse_naming,
)
from coach_tui.exports.csv_days import FRENCH, ORDERS, day_first, order_meant, without_hour
from coach_tui.exports.csv_header import LeftOut, is_total, lines_naming
from coach_tui.exports.csv_reader import CsvRow, CsvTable, read_table
from coach_tui.exports.csv_rows import is_nothing, line_ends, open_quote
from coach_tui.exports.table_words import columns_said
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.listed import Listed
from coach_tui.language.refusal import Refusal

DERIVED: Final = ("state", "flags")  # they follow from the days and the rest
DAYS: Final = frozenset(spec.name for spec in fields_of(Access).values() if spec.kind == "day")
OTHER_CLIENT: Final = "refusal.access.other-client"
COMPANY: Final = "company"  # whose the table is: nothing is recorded of it


class RowChange(NamedTuple):
    """A row that says otherwise than the register: the fields it changes, `before` and after.

    `access` is empty for a tool that is new.
    """

    line: int
    access: str
    tool: str
    before: Mapping[str, object]
    fields: Mapping[str, Value]


class RowNotRead(NamedTuple):
    """A row that can't be read, and why."""

    line: int
    text: str
    refusal: Refusal


class Brought(NamedTuple):
    """What a table would change; `same` rows say what is recorded, `unread` is no known column,
    `left_out` are rows of totals."""

    changes: tuple[RowChange, ...]
    refused: tuple[RowNotRead, ...]
    same: int
    unread: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()


def register_table(text: str, header_line: int | None = None) -> CsvTable | Refusal:
    """The table in this text: its header stands on the line said, or names the tool."""
    found = read_table(text, header_line)
    if header_line is None and not (isinstance(found, CsvTable) and _names_tool(found.header)):
        for line in lines_naming(text, lambda name: _field_of(name) == "tool"):
            named = read_table(text, line)
            if isinstance(named, CsvTable) and _names_tool(named.header):
                return named
    return found


def _names_tool(header: Sequence[str]) -> bool:
    return any(_field_of(name) == "tool" for name in header)


def read_register(
    table: CsvTable,
    engagement: Engagement,
    words: Words,
    today: date,
    others: Iterable[str] = (),
    dates: str = "",
) -> Brought | Refusal:
    """What each row would change. The order of its days is as the table has it all along; the names
    of columns and choices are in either language. Refused where it is another client's: `others`
    are the companies of this home beside ours; and where `dates` does not say in what order its
    days are written and nothing in it does."""
    ours = profile_of(engagement).company
    other = refuse_another(table.company, ours, OTHER_CLIENT)
    if other := other or refuse_naming(table.top, ours, others):
        return other
    fields = [_field_of(name) for name in table.header]
    for name in ("tool", *COLUMNS):
        if fields.count(name) > 1:
            places = Listed(str(n) for n, each in enumerate(fields, 1) if each == name)
            return Refusal("refusal.table.twice", {"meaning": name, "columns": places})
    if "tool" not in fields:
        values = {"columns": columns_said(table.header)}
        return Refusal("refusal.access.no-tool-column", values)
    order = _order_of_days(table, fields, words, dates)
    if isinstance(order, Refusal):
        return order
    changes: list[RowChange] = []
    refused: list[RowNotRead] = []
    left_out: list[LeftOut] = []
    tools = {folded(access.tool) for access in accesses_of(engagement).values()}
    same = 0
    told: dict[tuple[str, str, str], RowChange] = {}
    for row in table.rows():
        if isinstance(row, Refusal):
            return row
        if other := _of_another(row, fields, ours):
            return other
        tool = row.cells[fields.index("tool")] if len(row.cells) > fields.index("tool") else ""
        if is_total(tool) and folded(tool.strip()) not in tools:
            left_out.append(LeftOut(row.line, tool))
            continue
        if (line := _swallowed(row, fields, table.separator, tools)) is not None:
            refused.append(RowNotRead(line, tool, open_quote(line)))
            continue
        read = _read(row, fields, engagement, words, order, today)
        if isinstance(read, RowChange):
            before = told.setdefault(_about(read), read)
            if _said(before) != _said(read):
                read = Refusal("refusal.access.row-twice", {"line": before.line})
            elif before is not read:
                read = read._replace(fields={})  # the same twice
        if isinstance(read, Refusal):
            refused.append(RowNotRead(row.line, tool, read))
        elif read.fields:
            changes.append(read)
        else:
            same += 1
    unread = tuple(name for name, each in zip(table.header, fields, strict=True) if not each)
    return Brought(tuple(changes), tuple(refused), same, unread, tuple(left_out))


def decide(
    changes: Sequence[RowChange], engagement: Engagement, slugs: Mapping[str, str], today: date
) -> Decision:
    """All these changes as one gesture. `slugs` names the lines of tools that are new."""
    return in_turn(engagement, *(_step(each, slugs, today) for each in changes))


def _about(change: RowChange) -> tuple[str, str, str]:
    """The line of the register it is about; of a new tool, its name and what it opens."""
    if change.access:
        return change.access, "", ""
    return "", folded(change.tool), folded(str(change.fields.get("asset") or ""))


def _said(change: RowChange) -> dict[str, Value]:
    """What it says of that line, whose name may be written another way."""
    return {name: value for name, value in change.fields.items() if name not in ("tool", "asset")}


def _step(
    change: RowChange, slugs: Mapping[str, str], today: date
) -> Callable[[Engagement], Decision]:
    def step(known: Engagement) -> Decision:
        if change.access:
            return set_access(known, change.access, change.fields, today)
        return add_access(known, free_id(slugs[change.tool], known), change.fields, today)

    return step


def _swallowed(
    row: CsvRow, fields: Sequence[str], separator: str, tools: Collection[str]
) -> int | None:
    """The line of a quotation mark that another row's closes: None as a rule.

    A cell of several lines is no such thing, unless one of them reads as a row would.
    """
    for place, cell in enumerate(row.cells):
        for line in cell.splitlines()[1:] if line_ends(cell) else ():
            parts = [folded(part.strip()) for part in line.split(separator)]
            tool = parts[fields.index("tool") :][:1]
            whole = len(parts) >= len(fields) or len(row.cells) < len(fields)
            if len(parts) > 1 and (whole or (tool and tool[0] in tools)):
                return row.line_of(place)
    return None


def _order_of_days(
    table: CsvTable, fields: Sequence[str], words: Words, said: str
) -> str | Refusal:
    """The order of the figures of the table's days, as it is said or as its columns tell."""
    days = [place for place, name in enumerate(fields) if name in DAYS]
    rows = (row.cells for row in table.rows() if isinstance(row, CsvRow))
    cells = [cells[place] for cells in rows for place in days if place < len(cells)]
    return order_meant(cells, said, is_french=(words.language, table.separator) == FRENCH)


def _read(
    row: CsvRow,
    fields: Sequence[str],
    engagement: Engagement,
    words: Words,
    order: str,
    today: date,
) -> RowChange | Refusal:
    if len(row.cells) > len(fields) and any(cell.strip() for cell in row.cells[len(fields) :]):
        values = {"cells": len(row.cells), "columns": len(fields)}
        return Refusal("refusal.table.too-long", values)
    said: dict[str, Value] = {}
    for name, cell in zip(fields, row.cells, strict=False):
        if name and name not in (*DERIVED, COMPANY):
            bare = "" if name not in ("tool", "asset") and _says_nothing(cell) else cell
            value = _value(fields_of(Access)[name], bare, words, order, today)
            if isinstance(value, Refusal):
                return value
            said[name] = value
    tool, asset = str(said.get("tool") or ""), str(said.get("asset") or "")
    known = [
        access
        for access in accesses_of(engagement).values()
        if folded(access.tool) == folded(tool)
        and ("asset" not in said or folded(access.asset) == folded(asset))
    ]
    if len(known) > 1:
        return Refusal("refusal.access.several-lines", {"tool": one_line(tool, 40)})
    if not known:
        new = {name: value for name, value in said.items() if value not in (None, "", False)}
        decision = add_access(engagement, free_id("new", engagement), new, today)
        return decision if isinstance(decision, Refusal) else RowChange(row.line, "", tool, {}, new)
    access = known[0]
    before = {name: getattr(access, name) for name in said}
    changed = {name: new for name, new in said.items() if _differs(before[name], new)}
    if changed:
        decision = set_access(engagement, access.id, changed, today)
        if isinstance(decision, Refusal):
            return decision
    return RowChange(row.line, access.id, access.tool, before, changed)


def _differs(before: object, new: Value) -> bool:
    """Whether a cell says otherwise; where a dash is what was recorded, a dash says the same."""
    if not new and isinstance(before, str) and _says_nothing(before):
        return False
    return (before or None) != (new or None)


def _says_nothing(cell: str) -> bool:
    """Whether a cell is empty, a dash or `n/a`: letters alone may be somebody's name."""
    return is_nothing(cell) and not cell.strip().isalpha()


def _of_another(row: CsvRow, fields: Sequence[str], ours: str) -> Refusal | None:
    """Why this row is not this client's: it names another company."""
    for name, cell in zip(fields, row.cells, strict=False):
        said = CompanySaid(company_in(cell), row.line)
        if name == COMPANY and (other := refuse_another(said, ours, OTHER_CLIENT)):
            return other
    return None


def _value(spec: FieldSpec, cell: str, words: Words, order: str, today: date) -> Value | Refusal:
    if spec.kind == "choice":
        for language in LANGUAGES:
            for key, name in choices_of(spec, Words(language)):
                if folded(cell.strip()) in (folded(name), key):
                    return key
        return cell.strip() or str(spec.default)
    if spec.kind != "day" or not order:
        return read_typed(spec, without_hour(cell) if spec.kind == "day" else cell, words, today)
    if order in ORDERS:
        return read_typed(spec, day_first(cell, order), Words("fr"), today)
    return read_typed(spec, without_hour(cell), Words("en"), today)  # refuses what reads two ways


def _field_of(name: str) -> str:
    """The field a column is of, as the table names it in either language; empty for none."""
    said = folded(name.strip())
    if names_a_company(name):
        return COMPANY
    for field in (*COLUMNS, *DERIVED):
        names = [field, *(Words(language)(f"access.{field}") for language in LANGUAGES)]
        if said in map(folded, names):
            return field
    return ""
