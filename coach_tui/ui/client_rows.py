"""The portfolio's clients in rows that line up, or fold where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Final

from textual.content import Content

from coach_tui.clients import ClientSeen
from coach_tui.coach.glance import Glance
from coach_tui.exports.client_words import columns
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.ui.damaged import damaged_line
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.row import Row

NAME: Final = 30  # the most a company's name takes beside the rest
GAP: Final = "  "
INDENT: Final = 4
BESIDE: Final = 40  # the least an act takes beside its client


def client_rows(clients: Sequence[ClientSeen], words: Words, here: str, width: int) -> list[Row]:
    """One line a client, in columns as wide as their widest, where `width` cells allow it.

    Otherwise what is known of a client goes on under its name, and nothing is cut.
    """
    known = [(_name(client, client.line), columns(client.line, words))
             for client in clients if client.line]  # fmt: skip
    widths = [_widest(texts) for texts in zip(*(told for _, told in known), strict=True)]
    widths = [_widest([name for name, _ in known]), *widths]
    room = len("● ") + sum(widths) + len(GAP) * (sum(map(bool, widths)) - 1)
    rows = []
    for place, client in enumerate(clients):
        if client.error:
            rows.append(Row(f"{place}", damaged_line(client.path, client.error, words)))
        elif told := client.line:
            mark = "● " if client.id == here else GAP
            name, facts = _name(client, told), columns(told, words)
            shown = _aligned(name, facts, widths) if room <= width else _folded(name, facts, width)
            rows.append(Row(f"{place}", Content(mark) + shown))
    return rows


def act_rows(clients: Sequence[ClientSeen], width: int) -> list[Row]:
    """The week's acts, a line each, whose client comes first: what is too long goes on below.

    Where `width` cells leave an act too little room beside its client, it stands under them.
    """
    underway = [(place, client, client.line) for place, client in enumerate(clients)
                if client.line and not client.line.archived]  # fmt: skip
    busy = [_name(client, told) for _, client, told in underway if told.acts]
    room = len(GAP) + _widest(busy) + len(GAP)
    rows = []
    for place, client, told in underway:
        name = line(_name(client, told), "$secondary")
        for act in told.acts:
            said, row = line(act.said), f"{place} {act.id}"
            if width - room < BESIDE:
                under = Content(GAP) + name + f"\n{' ' * INDENT}" + said
                rows.append(Row(row, under, hang=INDENT))
            else:
                beside = Content(GAP) + name + " " * (room - len(GAP) - name.cell_length) + said
                rows.append(Row(row, beside, hang=room))
    return rows


def _name(client: ClientSeen, told: Glance) -> str:
    return one_line(told.company, NAME) or client.path.stem


def _widest(texts: Sequence[str]) -> int:
    return max((Content(text).cell_length for text in texts), default=0)


def _aligned(name: str, facts: Sequence[str], widths: Sequence[int]) -> Content:
    padded = [
        line(text, "bold" if place == 0 else "") + " " * (wide - Content(text).cell_length)
        for place, (text, wide) in enumerate(zip((name, *facts), widths, strict=True))
        if wide
    ]
    return Content(GAP).join(padded).rstrip()


def _folded(name: str, facts: Sequence[str], width: int) -> Content:
    lines = [""]
    for fact in filter(None, facts):
        longer = f"{lines[-1]} · {fact}" if lines[-1] else fact
        if lines[-1] and Content(longer).cell_length > width - INDENT:
            lines.append(fact)
        else:
            lines[-1] = longer
    cut = [part for each in lines for part in wrap(each, max(1, width - INDENT))]
    under = "".join(f"\n{' ' * INDENT}{part}" for part in cut)
    return line(name, "bold") + Content(under)
