"""What is recorded that belongs in each section of the dossier; what is missing is said there.

Nothing private and no rating of a person is looked at here.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.named import called, names_of
from coach_tui.coach.team.still_there import still_there
from coach_tui.coach.transition.handover import leaving, readiness_of, sole_owned
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.readings import latest
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.profile import BUDGETS, profile_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.team.people import labels_of
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.exports.documents.decision_table import LOG_BLANK, decision_table
from coach_tui.exports.documents.fill_figures import definition_lines, series_lines
from coach_tui.exports.figures import amount_a_year, money, pair
from coach_tui.exports.framing.need import situation_lines
from coach_tui.exports.kpi.sheet import aim_words, value_words
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import table
from coach_tui.exports.rhythm.words import ritual_cells
from coach_tui.exports.transition.axes import gate_words, verdict_lines
from coach_tui.exports.transition.dates import plan_flags
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.exports.transition.dossier_team import (
    board_lines,
    coaching_lines,
    cover_lines,
)
from coach_tui.exports.transition.expiries import expiry_lines
from coach_tui.exports.transition.lists import contact_lines, exit_state, loop_lines
from coach_tui.language.listed import Listed

DEFINITIONS: Final = "definitions"  # of the KPIs: given by any document shown whole beside them


def _summary(r: Recorded) -> list[str]:
    ready = readiness_of(r.engagement, r.today)
    lines = verdict_lines(verdict_of(r.engagement, r.today), ready, r.words)
    flags = plan_flags(back_plan_of(r.engagement, r.today), r.words)
    return [*lines, *([""] if flags else []), *(f"- {flag}" for flag in flags)]


def _strategy(r: Recorded) -> list[str]:
    if not framing_of(r.engagement).situation:
        return []
    return situation_lines(r.engagement, r.catalogues, r.words, brief=True)


def _kpis(r: Recorded) -> list[str]:
    kpis = followed(r.engagement)
    if not kpis:
        return r.missing("no-kpi")
    names = names_of(r.catalogues.get("kpis", ()), r.words.language)
    rows = []
    for kpi in kpis:
        current = latest(counted_readings(r.engagement, kpi), r.today)
        figures = (kpi.baseline, current.value if current else None)
        written = [value_words(figure, kpi, r.words) for figure in figures]
        goal = aim_words(kpi, kpi.targets[-1] if kpi.targets else None, r.words)
        day = r.day(current.day) if current else ""
        rows.append([called(kpi.catalogue, kpi.name, names), *written, goal, day])
    return table(r.heads("kpi", "baseline", "now", "target", "reading"), rows)


def _series(r: Recorded) -> list[str]:
    return series_lines(r.facts())


def _definitions(r: Recorded) -> list[str]:
    return definition_lines(r.facts())


def _people(r: Recorded) -> list[str]:
    team = still_there(r.engagement, r.today)
    if not team:
        return r.missing("no-person")
    labels = labels_of(team.values())
    rows = [[labels[key], person.role] for key, person in team.items()]
    return table(r.heads("name", "role"), rows)


def _contacts(r: Recorded) -> list[str]:
    if contacts_of(r.engagement):
        return contact_lines(r.engagement, r.words)
    return r.missing("no-contact")


def _decisions(r: Recorded) -> list[str]:
    """The log, every decision once; those a page of the log has already are not told again."""
    return decision_table(r.facts(), since=_told_until(r)) or (
        [] if decisions_of(r.engagement) else r.missing("no-decision")
    )


def _told_until(r: Recorded) -> date | None:
    """The day up to which the log was written out by hand; None where none was."""
    page = document_of(r.engagement, "decision-log")
    by_hand = page.text and page.written and not page.personal and LOG_BLANK not in page.text
    return page.written_on if by_hand else None


def _budget(r: Recorded) -> list[str]:
    profile = profile_of(r.engagement)
    lines = [
        f"- {amount_a_year(name, value, r.words)}"
        for name in BUDGETS
        if (value := getattr(profile, name)) is not None
    ]
    if r.day_rate and profile.day_rate is not None:
        rate = money(profile.day_rate, r.words)
        lines.append(f"- {pair(r.words('profile.day_rate'), rate, r.words)}")
    expiring = expiry_lines(r.engagement, r.words, r.today)
    return [*(lines or r.missing("no-budget")), *([""] if expiring else []), *expiring]


def _rituals(r: Recorded) -> list[str]:
    rituals = [each for each in rituals_of(r.engagement).values() if each.runs(r.today)]
    if not rituals:
        return r.missing("no-ritual")
    names = names_of(r.catalogues.get("rituals", ()), r.words.language)
    left = left_on(r.engagement, r.today)
    rows = [ritual_cells(each, left, names, r.words) for each in rituals]
    return table(r.heads("ritual", "cadence", "runs", "owner", "output"), rows)


def register_lines(r: Recorded) -> list[str]:
    lines = [line for line in accesses_of(r.engagement).values() if line.state != "na"]
    if not lines:
        return [*r.missing("no-access"), "", r.words("transition.dossier.no-secrets")]
    rows = [
        [
            line.tool,
            line.owner,
            "" if line.admins is None else str(line.admins),
            line.granted_role or line.requested_role,
            r.words(f"access.state.{line.state}"),
        ]
        for line in lines
    ]
    told = table(r.heads("tool", "owner", "admins", "cmo", "state"), rows)
    alone = Listed(escaped(tool) for tool in sole_owned(r.engagement))
    if alone:
        told += ["", r.words("transition.dossier.one-admin", what=alone)]
    state = exit_state(leaving(r.engagement), r.words)
    return [*told, "", *state, "", r.words("transition.dossier.no-secrets")]


def _loops(r: Recorded) -> list[str]:
    lines = loop_lines(r.engagement, r.catalogues, r.words)
    return lines if loops_of(r.engagement).all else [*r.missing("no-loop"), "", *lines[2:]]


def _risks(r: Recorded) -> list[str]:
    ready = readiness_of(r.engagement, r.today)
    return [f"- {gate_words(gate, ready, r.words)}" for gate in ready.failed]


class Filled(NamedTuple):
    """Something recorded that a section shows: the filler that gives the same in a document, the
    title it needs where it is not alone, and its lines."""

    filler: str
    title: str
    lines: Callable[[Recorded], list[str]]


# In the order they are read. What no document says of the team is said to whoever takes over.
FILLED: Final[Mapping[str, tuple[Filled, ...]]] = {
    "summary": (Filled("readiness", "", _summary),),
    "strategy": (Filled("situation", "", _strategy),),
    "kpis": (
        Filled("kpi-sheet", "", _kpis),
        Filled(DEFINITIONS, "definitions", _definitions),
        Filled("kpi-sheet", "series", _series),
    ),
    "people": (
        Filled("team", "", _people),
        Filled("cover", "cover", cover_lines),
        Filled("coaching", "coaching", coaching_lines),
        Filled("contacts", "contacts", _contacts),
    ),
    "decisions": (Filled("log", "", _decisions),),
    "budget-contracts": (Filled("budgets", "", _budget),),
    "rituals": (Filled("rituals", "", _rituals), Filled("board", "board", board_lines)),
    "access": (Filled("register", "", register_lines),),
    "open-loops": (Filled("loops", "", _loops),),
    "risks": (Filled("gates", "", _risks),),
}


def filled_lines(section: str, r: Recorded, given: Collection[str] = ()) -> list[str]:
    """What is recorded of this section, less the fillers that its documents have `given`."""
    told = list[str]()
    for each in FILLED.get(section, ()):
        lines = each.lines(r) if each.filler not in given else []
        if lines:
            title = [f"**{r.words(f'transition.dossier.of.{each.title}')}**", ""]
            told += [*([""] if told else []), *(title if each.title else []), *lines]
    return told
