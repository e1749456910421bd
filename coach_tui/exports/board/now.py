"""What each does now, and who waits for whom: what the coach would tell each of them today."""

from datetime import date
from typing import Final

from coach_tui.coach.moves.move import Move, agenda, week_of
from coach_tui.coach.moves.wanted import Wanted, wanted
from coach_tui.exports.board.markup import REASON, listed, part, said, section
from coach_tui.exports.board.mission import Mission
from coach_tui.language.dates import day_and_month, near_date, plain_date
from coach_tui.language.fold import folded

EVERYBODY: Final = "team"  # else than the two who lead
SHOWN: Final = 3  # moves of each
WAITED: Final = 6  # people waited for
NEAR: Final = 180  # days in which the year of a day goes without saying
HERE: Final = "\ue000"  # where a name stands in a sentence, until it is HTML


def now_section(mission: Mission) -> str:
    """The next moves of each who is here, with why."""
    blocks = "".join(_whose(role, mission) for role in (*mission.leads, EVERYBODY))
    return section("now", mission.words("board.now"), part("div", blocks, "grid"))


def waiting_section(mission: Mission) -> str:
    """Whom the two who lead wait for, and of whom what was asked."""
    found: dict[str, tuple[Wanted, list[str]]] = {}
    for role in mission.leads:
        for each in wanted(mission.situation, mission.moves(role), role):
            found.setdefault(folded(each.who), (each, []))[1].append(role)
    rows = [_waited(each, roles, mission) for each, roles in found.values()]
    shown = listed(rows[:WAITED], "rows") or part("p", said(mission.words("board.waits.nobody")))
    return section("waits", mission.words("board.waits"), shown + more(len(rows) - WAITED, mission))


def more(left: int, mission: Mission) -> str:
    """How many are not shown; nothing where all are."""
    return part("p", said(mission.words("board.more", n=left)), "quiet") if left > 0 else ""


def dotted(*pieces: str) -> str:
    """What there is of these, one after the other."""
    return " · ".join(piece for piece in pieces if piece)


def by_day(day: date | None, mission: Mission, *, late: bool = False) -> str:
    """By when, short; a day that has passed says that it is late."""
    words, today = mission.words, mission.situation.today
    if day is None:
        return ""
    if day < today:
        near = (today - day).days < NEAR
        since = day_and_month(day, words.language) if near else plain_date(day, words.language)
        told = words("board.late", day=since)
        return part("span", said(told), "when late") if late else ""
    return part("span", said(words("board.by", day=near_date(day, words.language, today))), "when")


def _whose(role: str, mission: Mission) -> str:
    today = mission.situation.today
    shown = agenda(mission.moves(role), role, week_of(role), today).shown
    rows = "".join(
        part("li", _move(move, mission), "" if place else "first")
        for place, move in enumerate(shown[:SHOWN])
    )
    nothing = part("p", said(mission.words("board.nothing")), "quiet")
    head = part("h3", said(mission.role(role)), "who")
    return part("div", head + (part("ul", rows) or nothing) + more(len(shown) - SHOWN, mission))


def _move(move: Move, mission: Mission) -> str:
    title, why = mission.reader.title(move), mission.why(move)
    day = by_day(move.due, mission, late=move.late)
    told = why if why != title else ""
    return part("b", said(title, REASON)) + day + part("p", said(told, REASON), "quiet")


def _waited(each: Wanted, by: list[str], mission: Mission) -> str:
    words = mission.words
    who = said(each.who) if each.named else said(mission.called(each.who))
    whose = words("board.and").join(mission.called(role) for role in by)
    line = words("board.waits.line", who=HERE, whose=whose, n=len(by))
    told = said(line[:1].upper() + line[1:]).replace(HERE, part("b", who))
    day = by_day(each.day, mission, late=True)
    return part("p", told) + part("p", dotted(day, _what(each, mission)), "quiet")


def _what(each: Wanted, mission: Mission) -> str:
    titles = mission.reader.listed([item.step.title for item in each.items])
    if not each.asked:
        return said(titles, REASON)
    asked = mission.words("board.asked", day=plain_date(each.asked, mission.words.language))
    return said(f"{titles} · {asked}", REASON)
