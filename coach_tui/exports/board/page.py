"""One engagement's page: what each does now, how far it is, what was measured, who owes what."""

from collections.abc import Iterator

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.plan import progress
from coach_tui.engagement.transition.record import end_of, ended_on
from coach_tui.exports.board.facts import accesses_section, cover_section, kpis_section
from coach_tui.exports.board.frame import framed
from coach_tui.exports.board.markup import TITLE, part, said
from coach_tui.exports.board.mission import Mission
from coach_tui.exports.board.now import now_section, waiting_section
from coach_tui.exports.board.stages import owed_section, stages_section
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date


def board_page(situation: Situation, words: Words) -> str:
    """The page, in the language of `words`."""
    mission = Mission(situation, words)
    company = one_line(situation.profile.company, TITLE) or "?"
    day = plain_date(situation.today, words.language)
    title = words("board.title", company=company, day=day)
    parts = (
        now_section(mission),
        _pair(waiting_section(mission), stages_section(mission)),
        owed_section(mission),
        kpis_section(mission),
        _pair(cover_section(mission), accesses_section(mission)),
    )
    head = part("h1", said(company)) + part("p", said(words("board.kind", day=day)), "kind")
    head += part("p", " ".join(_facts(mission)), "facts")
    foot = part("p", said(words("board.foot"), 400))
    body = f"<header>{head}</header>\n<main>\n{''.join(parts)}</main>\n<footer>{foot}</footer>\n"
    return framed(title, words.language, body)


def _pair(*sections: str) -> str:
    """Two parts side by side, where there is room."""
    return part("div", "".join(sections), "two")


def _facts(mission: Mission) -> Iterator[str]:
    """The mission in a line: its days, its stage, what is done and what is late."""
    words, situation = mission.words, mission.situation
    _, engagement, today, _ = situation
    profile, end = situation.profile, end_of(engagement)
    if profile.first_day:
        yield _fact("first", plain_date(profile.first_day, words.language), words)
    if end:
        key = "ended" if ended_on(engagement, today) else "end"
        yield _fact(key, plain_date(end, words.language), words)
    if mission.stage:
        yield _fact("stage", mission.stage.title, words)
    done = progress(mission.planned)
    yield _fact("steps", words("board.done", done=done.finished, total=done.applicable), words)
    late = sum(each.late for each in mission.planned)
    if late:
        told = words("today.late", n=late)
        yield part("span", said(told), "late")


def _fact(name: str, value: str, words: Words) -> str:
    return part("span", f"{said(words(f'board.fact.{name}'))} {part('b', said(value))}")
