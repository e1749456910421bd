"""A line of the ledger as it is shown: on one row, and in full beside what the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.content import Content

from coach_tui.coach.access.overview import Line, state_word
from coach_tui.coach.typed import as_read
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.fields import fields_of
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month
from coach_tui.ui.plain import line, plain

if TYPE_CHECKING:
    from coach_tui.playbook.catalogue import Entry

# Said at the head of the pane, or on its line of the exit; and which entry a line began as.
AT_HEAD = frozenset({"tool", "asset", "category", "critical", "exit", "catalogue"})
TOLD = (
    ("role", "access.least"), ("more", "access.more-role"), ("granter", "access.who-grants"),
    ("verify", "access.how-to-verify"), ("leaving", "access.how-to-leave"),
    ("trap", "access.trap"),
)  # fmt: skip


def padded(content: Content, width: int) -> Content:
    """`content` in a column of this many cells, cut with an ellipsis where it is longer."""
    return content.truncate(width, ellipsis=True, pad=True) if width > 0 else Content("")


def row(each: Line, words: Words, width: int) -> Content:
    """Flag, tool, role, state, owner, due; what a narrow window can't hold is left to the pane."""
    access = each.access
    mark = each.flags[0].mark if each.flags else " "
    sign = Content.styled(f"{mark} ", "bold $error" if mark == "✗" else "bold $warning")
    state = state_word(access, words)
    if each.leaving and access.state not in ("leaving", "removed", "exit-verified"):
        state = f"{state} → {words('access.exit-short')}"
    style = "$text-muted" if access.state in ("na", "exit-verified") else ""
    name = f"{access.tool} ({access.asset})" if access.asset else access.tool
    if width < 60:
        return sign + padded(line(name, style), width - 20) + " " + padded(line(state), 16)
    role = access.granted_role or access.requested_role
    due = day_and_month(each.due, words.language) if each.due else ""
    columns = [padded(line(state), 19), padded(line(due), 8)]
    if width >= 70:
        columns.insert(1, padded(line(access.owner), 12))
    room = width - 2 - sum(column.cell_length + 1 for column in columns)
    tool_width = max(16, room // 2)
    columns.insert(0, padded(line(role), room - tool_width - 1))
    columns.insert(0, padded(line(name, style), tool_width))
    return sign + Content(" ").join(columns)


def detail(each: Line, entry: Entry | None, words: Words, next_key: str) -> Content:
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
        parts.append(Content.styled(words("access.to-check", checked=checked), "$text-muted"))
    parts.append(Content.styled(words("access.no-secret"), "$text-muted"))
    return Content("\n").join(parts)


def facts(access: Access, words: Words) -> Iterator[tuple[str, str]]:
    """What was recorded of a line, field by field."""
    for name, spec in fields_of(Access).items():
        if name not in AT_HEAD and (said := as_read(spec, getattr(access, name), words)):
            yield name, said


def _exit(each: Line, entry: Entry | None, words: Words) -> list[Content]:
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
