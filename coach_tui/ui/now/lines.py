"""Now, as lines: the card of the one thing to do, then the week, whom we wait on, what else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coach_tui.asking.week import IN_ONE_PASS, WeekView, reason_of, until_said
from coach_tui.coach.acts import read_act
from coach_tui.coach.moves.move import Move
from coach_tui.coach.plan import Planned
from coach_tui.exports.people import lead_words
from coach_tui.language.dates import near_date
from coach_tui.playbook.metadata import A_DAY
from coach_tui.ui import widths
from coach_tui.ui.widgets.lines import BLANK, Line, Piece, fit, hints, paragraph, row

MINUTES: Final = 7  # cells of a column of minutes
DAYS: Final = 15  # and of days
KEYS: Final = ("do", "elsewhere", "later", "why", "request", "beside")
AHEAD: Final = ("do", "why", "beside")  # of what comes next, where the week is done
# Acts that only note here what is done elsewhere; the others are done by answering.
DONE_ELSEWHERE: Final = frozenset({"document", "meeting", "proof", "report", "drill", "decision"})
# What the key that sends is called, by kind of move: the command's own word, or another.
_SAID: Final[Mapping[str, str]] = {"ask": "", "collect": "now.remind", "waits": "now.remind"}


def card_lines(
    view: WeekView,
    width: int,
    keys: Iterable[Piece],
    *,
    room: int,
    beside: bool = True,
    still: str = "",
) -> list[Line]:
    """What to do now, why, and the keys that do it; or that this week is done.

    room    lines of it that are seen at once: the keys stand above a reason that is longer.
    beside  there is room to read beside it: why, where it is no step with a page of its own.
    still   what it still lacks, where something was answered and it stands all the same.
    """
    move, known = view.agenda.now, dict(zip(KEYS, keys, strict=True))
    if move is None:
        return _rest(view, width, known, beside=beside)
    title = paragraph(view.reader.title(move), width, "strong", key=move.id)
    said = paragraph(reason, width) if (reason := reason_of(view, move)) else []
    if asked := still or _asked(view, move):
        said += paragraph(asked, width, "quiet")
    planned = _step_of(view, move)
    # Only a step can be shown to be done elsewhere.
    if planned is None or not planned.open or len(move.about) > 1:
        del known["elsewhere"]
    if planned is None and not beside:
        del known["beside"]
    if planned is None and move.kind not in _SAID:
        del known["request"]
    else:
        known["request"] = known["request"][0], _sending(view, move, known["request"][1])
    keyed = hints([*known.values()], width)
    if len(title) + len(said) + 1 + len(keyed) > room:
        return [*title, *keyed, BLANK, *said]
    return [*title, *said, BLANK, *keyed]


def card_title(view: WeekView) -> tuple[str, str]:
    """The card's title, and its one figure: minutes, and until when."""
    words, move = view.shown.words, view.agenda.now
    if move is None:
        return words("now.title"), ""
    figure = words("move.minutes", n=move.minutes)
    until = _until(view, move)[0]
    return words("now.title"), f"{figure} · {until}" if until else figure


def week_lines(view: WeekView, width: int, key_all: Piece, key_ask: Piece) -> list[Line]:
    """What else is mine this week, whom we wait on, and what else there is, counted."""
    words = view.shown.words
    lines = [line for move in view.agenda.mine for line in _move_row(view, move, width)]
    waiting = _waiting(view, width, key_ask)
    if waiting:
        lines += [BLANK] * bool(lines) + [Line(((words("now.waiting"), "head"),)), *waiting]
    if also := _also(view):
        end = f"{key_all[0]} {key_all[1]}"
        room = max(width - len(end) - 2, 8)
        said = words("move.also", what=also)
        keyed = ((fit(said, room), "quiet"), ("  ", ""), (key_all[0], "key"),
                 (f" {key_all[1]}", "quiet"))  # fmt: skip
        short = len(said) <= room
        tail = [Line(keyed, "also")] if short else paragraph(said, width, "quiet", key="also")
        lines += [BLANK] * bool(lines) + tail
    return lines


def week_title(view: WeekView) -> tuple[str, str]:
    """The title of the week's list, and the minutes it takes in all."""
    words = view.shown.words
    minutes = sum(move.minutes for move in view.agenda.mine)
    return words("now.then"), words("move.minutes", n=minutes) if minutes else ""


def all_lines(view: WeekView, width: int, *, everybody: bool) -> list[Line]:
    """Everything: what is mine and true now, what comes later, what others hold."""
    words, role, today = view.shown.words, view.shown.role, view.shown.today
    shown = {move.id for move in view.agenda.shown}
    mine = [m for m in view.moves if m.concerns(role) and m.kind != "waits" and m.id not in shown]
    now = [move for move in mine if move.start <= today and move.kind != "full"]
    full = [move for move in mine if move.kind == "full" and move.start <= today]
    parts = [
        ("now.mine", list(view.agenda.shown)),
        ("now.also", now),
        ("now.later", sorted(view.agenda.later, key=_day_of)),
        ("now.full", full),
    ]
    if everybody:
        parts += [(f"role.{each}", list(moves)) for each, moves in view.agenda.waiting.items()]
    lines: list[Line] = []
    for key, moves in parts:
        if moves:
            head = Line(((f"{words(key)} · {len(moves)}", "head"),))
            lines += [BLANK] * bool(lines) + [head]
            lines += [line for move in moves for line in _move_row(view, move, width)]
    return lines or [Line(((words("now.nothing"), "quiet"),))]


def _day_of(move: Move) -> date:
    """The day a later move is told by: when it begins, or its own where another must come first."""
    return move.start if move.has_start else move.due or date.max


def _asked(view: WeekView, move: Move) -> str:
    words = view.shown.words
    if move.kind == "step" and move.work and read_act(move.act).kind in DONE_ELSEWHERE:
        return words("now.work", time=_time(move.work, view))
    if move.waited:
        return words("now.waited")
    return ""


def _time(minutes: int, view: WeekView) -> str:
    words = view.shown.words
    if minutes < 60:
        return words("move.minutes", n=minutes)
    if not minutes % A_DAY:
        return words("now.days", n=minutes // A_DAY)
    hours, rest = divmod(minutes, 60)
    return words("now.hours", n=hours) + (f" {rest:02}" if rest else "")


def _move_row(view: WeekView, move: Move, width: int) -> list[Line]:
    words = view.shown.words
    until, weight = _until(view, move)
    title = (view.reader.title(move), "watch" if move.red and not until else "")
    if width < widths.MINUTES:
        return row(title, (((until, weight), 0),) if until else (), width, move.id)
    minutes = words("move.minutes", n=move.minutes)
    ends = (((minutes, "quiet"), MINUTES), ((until, weight), DAYS))
    return row(title, ends, width, move.id)


def _until(view: WeekView, move: Move) -> Piece:
    """Until when, with its weight; what is late or grave says so in a word, not by colour alone."""
    late = move.late and move.due
    weight = "watch" if late else "off" if move.gravity == 0 else "quiet"
    return until_said(view, move), weight


def _waiting(view: WeekView, width: int, key: Piece) -> list[Line]:
    words, today = view.shown.words, view.shown.today
    lines = []
    names = {role: lead_words(role, view.leads, words) for role in view.agenda.waiting}
    size = min(max((len(name) for name in names.values()), default=0), width // 2)
    for role, moves in view.agenda.waiting.items():
        days = [move.due for move in moves if move.due and move.due >= today]
        said = (
            words("now.holds-next", n=len(moves), day=near_date(min(days), words.language, today))
            if days
            else words("now.holds", n=len(moves))
        )
        asked = any(move.asked for move in moves)
        end = ((f"{key[0]} {words('now.remind')}", "quiet"), 0) if asked else (("", ""), 0)
        lead = ((fit(names[role], size) + "  ", ""),)
        lines += row((said, "quiet"), (end,), width, f"who:{role}", lead)
    return lines


def _also(view: WeekView) -> str:
    words = view.shown.words
    also = dict(view.agenda.also)
    told = [words(f"move.also.{kind}", n=count) for kind, count in also.items()]
    if later := len(view.agenda.later):
        told.append(words("now.also-later", n=later))
    return " · ".join(told)


def _step_of(view: WeekView, move: Move) -> Planned | None:
    """The step a move is about, the first of several; None where no page is its own."""
    paged = move.about and move.kind not in IN_ONE_PASS
    return view.shown.step(move.about[0]) if paged else None


def _sending(view: WeekView, move: Move, ask: str) -> str:
    """What the key that sends does: asks, asks again, or copies the page of one's own step."""
    words, said = view.shown.words, _SAID.get(move.kind, "command.copy")
    return words(said) if said else ask


def _rest(view: WeekView, width: int, keys: Mapping[str, Piece], *, beside: bool) -> list[Line]:
    """That is all for this week: what was done, what comes next; the keys do that one already."""
    words = view.shown.words
    lines = paragraph(words("move.all-done"), width, "strong")
    if view.done.steps:
        said = words("now.done", n=view.done.steps, minutes=view.done.minutes)
        lines += paragraph(said, width)
    later = [move for move in view.agenda.later if move.has_start]
    if later:
        day = near_date(later[0].start, words.language, view.shown.today)
        said = words("move.next-day", day=day, what=view.reader.title(later[0]))
        page = beside or _step_of(view, later[0])
        told = [keys[each] for each in AHEAD if each != "beside" or page]
        lines += [*paragraph(said, width, "quiet", key=later[0].id), BLANK, *hints(told, width)]
    return lines
