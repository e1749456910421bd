"""The ledger as it is shown: a line each, in columns; one in full, with the catalogue's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content

from coach_tui.coach.access.overview import LedgerLine, state_word
from coach_tui.coach.typed import as_read
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.fields import fields_of
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.columns import Column, ColumnTable, table

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry

# Said at the head of the pane, or on its line of the exit; and which entry a line began as.
AT_HEAD = frozenset({"tool", "asset", "category", "critical", "exit", "catalogue"})
TOLD = (
    ("role", "access.least"), ("more", "access.more-role"), ("granter", "access.who-grants"),
    ("verify", "access.how-to-verify"), ("leaving", "access.how-to-leave"),
    ("trap", "access.trap"),
)  # fmt: skip


def rows(lines: Sequence[LedgerLine], words: Words, width: int) -> ColumnTable:
    """Each on its line: flag, tool, role, state, owner, when its next step is due."""
    names = [_name(each) for each in lines]
    columns = [
        _column(words, "role", [line(_role(each.access)) for each in lines], yields=2),
        _column(words, "state", [_state(each, words) for each in lines]),
        _column(words, "owner", [line(each.access.owner) for each in lines], yields=1),
        _column(words, "due", [line(_due(each, words)) for each in lines], yields=3),
    ]
    return table(names, names, columns, width)


def _column(words: Words, name: str, cells: Sequence[Content], yields: int = 0) -> Column:
    return Column(words(f"access.column.{name}"), cells, name == "due", yields)


def _name(each: LedgerLine) -> Content:
    access, mark = each.access, each.flags[0].mark if each.flags else " "
    sign = Content.styled(f"{mark} ", "bold $error" if mark == "✗" else "bold $warning")
    name = f"{access.tool} ({access.asset})" if access.asset else access.tool
    return sign + line(name, "$quiet" if access.state in ("na", "exit-verified") else "")


def _role(access: Access) -> str:
    return access.granted_role or access.requested_role


def _state(each: LedgerLine, words: Words) -> Content:
    state = state_word(each.access, words)
    if each.leaving and each.access.state not in ("leaving", "removed", "exit-verified"):
        state = f"{state} → {words('access.exit-short')}"
    return line(state)


def _due(each: LedgerLine, words: Words) -> str:
    return day_and_month(each.due, words.language) if each.due else ""


def detail(each: LedgerLine, entry: Entry | None, words: Words, next_key: str) -> Content:
    """The flags, the next step, every fact recorded, and what the catalogue knows."""
    access = each.access
    parts: list[Content] = []
    state = f"{state_word(access, words)} · {words(f'access.category.{access.category}')}"
    if access.critical:
        state += f" · {words('access.critical').lower()}"
    parts.append(Content.styled(state, "$secondary"))
    for flag in each.flags:
        style = "bold $error" if flag.mark == "✗" else "bold $warning"
        parts.append(Content.styled(f"{flag.mark} {words(f'access.flag.{flag.id}')}", style))
    if each.next:
        parts.append(
            _pair(f"{words('access.next')} ({next_key})", words(f"access.step.{each.next}"))
        )
    parts += _exit(each, entry, words)
    parts.append(Content(""))
    parts += [_pair(words(f"access.{name}"), said) for name, said in facts(access, words)]
    if entry:
        parts.append(Content(""))
        told: Any = entry.words[words.language]
        parts += [
            _pair(words(key), str(told[name])) for name, key in TOLD if told[name] not in ("", "—")
        ]
        checked = str(entry.fields["checked"])
        parts.append(Content.styled(words("access.to-check", checked=checked), "$quiet"))
    parts.append(Content.styled(words("access.no-secret"), "$quiet"))
    return Content("\n").join(parts)


def facts(access: Access, words: Words) -> Iterator[tuple[str, str]]:
    """What was recorded of a line, field by field."""
    for name, spec in fields_of(Access).items():
        if name not in AT_HEAD and (said := as_read(spec, getattr(access, name), words)):
            yield name, said


def _exit(each: LedgerLine, entry: Entry | None, words: Words) -> list[Content]:
    """The exit side: short while the end is far, spelled out once it is near or begun."""
    access = each.access
    if access.state in ("na", "exit-verified"):
        return []
    how = "transfer" if access.to_transfer else access.exit
    parts = [_pair(words("access.exit"), words(f"access.exit.{how}"))]
    if each.leaving and entry:
        parts.append(plain(f"  {entry.words[words.language]['leaving']}"))
    return parts


def _pair(name: str, said: str) -> Content:
    return Content.assemble((f"{name}  ", "bold")) + plain(said)
