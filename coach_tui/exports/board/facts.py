"""The figures of the page: KPIs with their charts, coverage of the team, accesses."""

from collections.abc import Sequence
from typing import Final

from coach_tui.coach.access.overview import LedgerLine as AccessLine
from coach_tui.coach.access.overview import if_it_ended_today, ledger, said_if_it_ended, state_word
from coach_tui.coach.kpi.overview import Followed, by_id, follow_up
from coach_tui.coach.named import Names, called, names_of
from coach_tui.engagement.team.cover import Cover, autonomy_index, covers_of, percent, verdict
from coach_tui.exports.board.markup import listed, part, said, section
from coach_tui.exports.board.mission import Mission
from coach_tui.exports.board.now import more
from coach_tui.exports.kpi.chart import drawing, drawn_of
from coach_tui.exports.kpi.sheet import aim_words, value_words
from coach_tui.language.dates import day_and_month

KPIS: Final = 6
SKILLS: Final = 12
ACCESSES: Final = 10
LEGEND: Final = ("path", "target", "limits")  # in the order they are told
# The shape and the colour of each status, which its word says too.
SIGNS: Final = {
    "on-track": ("●", "good"), "reached": ("●", "good"), "watch": ("▲", "watch"),
    "off-track": ("■", "alarm"), "missed": ("■", "alarm"),
}  # fmt: skip


def kpis_section(mission: Mission) -> str:
    """Each KPI: its last reading, where it stands, what it aims at, its readings drawn."""
    _, engagement, today, catalogues = mission.situation
    found = [
        each
        for each in follow_up(engagement, by_id(catalogues["kpis"]), mission.words, today)
        if not each.kpi.is_input
    ]
    cards = "".join(part("div", _card(each, mission), "card") for each in found[:KPIS])
    shown = part("div", cards, "grid") or part("p", said(mission.words("kpi.none")))
    title = mission.words("board.kpis")
    return section("kpis", title, shown + more(len(found) - KPIS, mission), _legend(found, mission))


def cover_section(mission: Mission) -> str:
    """Who could do without the CMO: each skill by how it is covered, never by whom."""
    _, engagement, today, catalogues = mission.situation
    covers = covers_of(engagement, today)
    index, words = autonomy_index(covers), mission.words
    if index is None:
        return section("cover", words("board.cover"), part("p", said(words("team.no-map"))))
    told = words(
        "team.index", index=percent(index), verdict=words(f"team.verdict.{verdict(index)}")
    )
    ordered = sorted(covers, key=lambda each: (not each.skill.critical, each.share))
    names = names_of(catalogues["skills"], words.language)
    rows = listed((_skill(each, names, mission) for each in ordered[:SKILLS]), "rows")
    shown = rows + more(len(ordered) - SKILLS, mission)
    return section("cover", words("board.cover"), shown, told)


def accesses_section(mission: Mission) -> str:
    """Each access and its state, those with something amiss first; what an end today leaves."""
    _, engagement, today, _ = mission.situation
    words = mission.words
    lines = [line for line in ledger(engagement, today) if line.access.state != "na"]
    if not lines:
        return section("accesses", words("board.accesses"), part("p", said(words("access.none"))))
    ended = said_if_it_ended(if_it_ended_today(engagement, today), words)
    ordered = sorted(lines, key=lambda line: -len(line.flags))
    rows = listed((_access(line, mission) for line in ordered[:ACCESSES]), "rows")
    shown = rows + more(len(lines) - ACCESSES, mission)
    return section("accesses", words("board.accesses"), shown, ended)


def _legend(found: Sequence[Followed], mission: Mission) -> str:
    """What the drawings have, and nothing that none of them has."""
    drawn = {name for each in found[:KPIS] for name in drawn_of(each)}
    told = [mission.words(f"board.kpis.{name}") for name in LEGEND if name in drawn]
    return f"{', '.join(told)}." if told else ""


def _card(each: Followed, mission: Mission) -> str:
    words, stands = mission.words, each.standing
    sign, colour = SIGNS.get(stands.status, ("○", "quiet"))
    status = words(f"kpi.status.{stands.status}")
    if stands.stale:
        status = f"{status} · {words('kpi.stale')}"
    now = stands.current
    value = value_words(now.value if now else None, each.kpi, words)
    day = (
        f' <span class="quiet">{said(day_and_month(now.day, words.language))}</span>' if now else ""
    )
    aim = aim_words(each.kpi, stands.target, words)
    return (
        part("h3", said(each.name))
        + part("p", said(value) + day, "figure")
        + part("p", f'<span aria-hidden="true">{sign}</span> {said(status)}', colour)
        + (part("p", said(aim), "quiet") if aim != "—" else "")
        + drawing(each, words)
    )


def _skill(cover: Cover, names: Names, mission: Mission) -> str:
    star = " ★" if cover.skill.critical else ""
    label = mission.words(f"team.label.{cover.label}")
    colour = {"none": "when alarm", "single": "when watch"}.get(cover.label, "when good")
    name = said(called(cover.skill.id, cover.skill.name, names) + star)
    return f"<span>{name}</span>" + part("span", said(label), colour)


def _access(line: AccessLine, mission: Mission) -> str:
    words, access = mission.words, line.access
    amiss = " · ".join(words(f"access.flag.{flag.id}") for flag in line.flags)
    grave = any(flag.mark == "✗" for flag in line.flags)
    state = part("span", said(state_word(access, words)), "when")
    owner = f' <span class="quiet">{said(access.owner)}</span>' if access.owner else ""
    told = part("p", said(amiss), "quiet alarm" if grave else "quiet watch")
    return f"<span>{said(access.tool)}{owner}</span>{state}{told}"
