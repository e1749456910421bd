"""The CMO's clients side by side, for herself: where each stands, what she does there this week."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.glance import overloaded, sold_days
from coach_tui.coach.moves.move import Move
from coach_tui.coach.portfolio import ClientLine
from coach_tui.engagement.team.cover import percent
from coach_tui.exports.board.frame import framed
from coach_tui.exports.board.markup import bar, listed, part, said, section
from coach_tui.exports.board.mission import Mission
from coach_tui.exports.board.now import by_day, more
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import day_and_month, plain_date
from coach_tui.language.numbers import write_number, write_percent

SHOWN: Final = 4  # moves of each client


class OneClient(NamedTuple):
    """One client of the page: its line, or why its file can't be read, by the file's name.

    Erasing a client finds the page by its id, or by the file's name where it has no line.
    """

    id: str
    file: str
    line: ClientLine | None
    error: str = ""


def clients_page(clients: Sequence[OneClient], words: Words, today: date) -> str:
    """The page, in the language of `words`. It says that it stays on this machine."""
    day = plain_date(today, words.language)
    lines = [each.line for each in clients if each.line]
    working = [each for each in clients if each.line and not each.line.archived]
    cards = "".join(_card(each, each.line, words) for each in working if each.line)
    shown = part("div", cards, "grid") or part("p", said(words("board.clients.none")))
    body = section("clients", words("board.clients.each"), shown)
    put_away = [each for each in clients if each.line and each.line.archived]
    body += "".join(_put_away(put_away, words))
    body += "".join(_unread([each for each in clients if each.error], words))
    head = part("h1", said(words("board.clients")))
    head += part("p", said(words("board.clients.kind", day=day)), "kind")
    head += part("p", said(words("board.clients.stays"), 300), "stays")
    head += part("p", _days(lines, words), "facts")
    title = words("board.clients.title", day=day)
    foot = part("p", said(words("board.clients.foot"), 300))
    return framed(
        title,
        words.language,
        f"<header>{head}</header>\n<main>\n{body}</main>\n<footer>{foot}</footer>\n",
    )


def _days(lines: Sequence[ClientLine], words: Words) -> str:
    sold = sold_days(lines)
    days = write_number(sold, words.language)
    told = part("span", said(words("board.clients.sold", n=sold, days=days)))
    over = said(words("portfolio.overload", days=days), 200) if overloaded(lines) else ""
    return told + part("span", over, "late")


def _card(client: OneClient, line: ClientLine, words: Words) -> str:
    """One client; its words come from its own file alone."""
    own = words.counting_in(line.situation.profile.currency)
    mission = Mission(line.situation, own)
    rows = listed((_act(act, mission) for act in line.acts[:SHOWN]), "rows")
    nothing = part("p", said(words("board.nothing")), "quiet")
    inner = (
        part("h3", said(one_line(line.company, 80) or "?"))
        + part("p", said(line.stage), "quiet")
        + part("p", "".join(_facts(line, words)), "facts")
        + (rows or nothing)
        + more(len(line.acts) - SHOWN, mission)
    )
    return f'<article class="card" id="{said(client.id)}">{inner}</article>'


def _facts(line: ClientLine, words: Words) -> Iterator[str]:
    """What is known of it in figures; what is not recorded is left out."""
    if line.late:
        yield part("span", said(words("today.late", n=line.late)), "late")
    if line.days_per_week is not None:
        days = write_number(line.days_per_week, words.language)
        yield part("span", said(words("board.clients.days", n=line.days_per_week, days=days)))
    if line.burn is not None:
        used = write_percent(line.burn, words.language, 0)
        yield part("span", said(words("portfolio.burn", share=used)))
    if line.next_meeting:
        day = day_and_month(line.next_meeting, words.language)
        yield part("span", said(words("portfolio.next", day=day)))
    if line.autonomy is not None:
        told = write_percent(percent(line.autonomy) / 100, words.language, 0)
        yield part("span", said(words("portfolio.autonomy", share=told)) + bar(line.autonomy), "by")


def _act(act: Move, mission: Mission) -> str:
    day = by_day(act.due, mission, late=act.late)
    return part("p", said(mission.reader.title(act))) + part("p", day, "quiet")


def _put_away(clients: Sequence[OneClient], words: Words) -> Iterator[str]:
    if clients:
        names = listed(
            f'<span id="{said(each.id)}">{said(one_line(each.line.company, 80)) or "?"}</span>'
            for each in clients
            if each.line
        )
        yield section("archived", words("engagements.archived"), names)


def _unread(clients: Sequence[OneClient], words: Words) -> Iterator[str]:
    if clients:
        rows = listed(part("b", said(each.file)) + " " + said(each.error, 300) for each in clients)
        yield section("unread", words("board.clients.unread"), rows)
