"""Transition, as lines: what each part says of itself, and the lines it opens on."""

from __future__ import annotations

from datetime import date
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from coach_tui.coach.readiness import GATES, Readiness
from coach_tui.coach.transition.dossier_parts import sections_of, written_sections
from coach_tui.coach.transition.handover import leaving, readiness_of
from coach_tui.coach.transition.overlap import overlap_of, who_decides
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.dossier import dossier_of
from coach_tui.engagement.transition.loops import PLACES, loops_of
from coach_tui.engagement.transition.plan import back_plan_of
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.signals import signals_of
from coach_tui.engagement.transition.taker import handing_over, taker_there
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.documents.kind import kind_named
from coach_tui.exports.documents.standing import standing_words
from coach_tui.exports.figures import number, pair
from coach_tui.exports.transition.axes import MARKS, counted_words, earned_words
from coach_tui.exports.transition.dates import flag_words, left_words, milestone_words
from coach_tui.exports.transition.lists import STATE_MARKS, check_words
from coach_tui.exports.transition.rehearsal import last_words
from coach_tui.language import Words
from coach_tui.language.dates import short_date
from coach_tui.language.glyphs import shaped
from coach_tui.ui.framing.rows import candidate_rows
from coach_tui.ui.plain import line
from coach_tui.ui.screens.parts import FoldedPart
from coach_tui.ui.transition.expiries import expiry_rows, expiry_state
from coach_tui.ui.transition.rehearsal import rehearsal_rows
from coach_tui.ui.widgets.lines import bar
from coach_tui.ui.widgets.row import Row

INDENT: Final = "    "  # before the lines of an open part
GATES_DRAWN: Final = {"met": "●", "failed": "■", "blank": "○"}
BAR: Final = 10  # cells of what is earned, of what can be


def transition_parts(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[FoldedPart]:
    """The twelve parts, each with where it stands."""
    ready, signals = readiness_of(engagement, today), signals_of(engagement)
    documents, loops = nine_of(engagement).values(), loops_of(engagement)
    contacts, going = contacts_of(engagement), leaving(engagement)
    verdict = words(f"transition.verdict.{ready.verdict}")
    score = number(round(ready.score, 1), words)
    plan = back_plan_of(engagement, today)
    t0 = short_date(plan.t0, words.language) if plan.t0 else words("transition.dossier.no-t0")
    met = sum(contact.introduced for contact in contacts)
    looked = words("transition.loops.looked", n=len(loops.looked))
    open_, unsigned = len(loops.open), len(loops.unsigned)
    counted = words("transition.loops.count", open=open_, unsigned=unsigned)
    states = {
        "signals": counted_words(signals, words),
        "readiness": words("transition.readiness.score", score=score, verdict=verdict),
        "plan": f"T0 {t0}",
        "overlap": _overlap_state(engagement, catalogues, words, today),
        "documents": words(
            "transition.documents.count", n=sum(document.verified for document in documents)
        ),
        "open-loops": counted if loops.all else looked,
        "contacts": words("transition.contacts.count", n=met, total=len(contacts)),
        "expiries": expiry_state(engagement, words, today),
        "permanent": "",
        "exit": _exit_state(going.complete, len(going.residual), words),
        "rehearsal": last_words(engagement, words) or words("rehearsal.none"),
        "dossier": words(
            "transition.dossier.written",
            n=written_sections(engagement, catalogues.get("dossier-sections", ()), today),
        ),
    }
    rows = {
        "signals": _signal_rows(engagement, catalogues, words),
        "readiness": _readiness_rows(ready, words),
        "plan": _plan_rows(engagement, words, today),
        "overlap": _overlap_rows(engagement, catalogues, words, today),
        "documents": _document_rows(engagement, catalogues, words, today),
        "open-loops": _loop_rows(engagement, catalogues, words),
        "contacts": _contact_rows(engagement, words),
        "expiries": expiry_rows(engagement, words, today),
        "permanent": candidate_rows(engagement, catalogues, words, "permanent"),
        "exit": _exit_rows(engagement, catalogues, words, today),
        "rehearsal": rehearsal_rows(engagement, catalogues, words),
        "dossier": _dossier_rows(engagement, catalogues, words, today),
    }
    states["permanent"] = words("frame.candidates.n", n=len(rows["permanent"]))
    return [
        FoldedPart(name, words(f"transition.{name}"), state, tuple(rows[name]))
        for name, state in states.items()
    ]


def _overlap_state(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> str:
    found = overlap_of(engagement, catalogues, today)
    planned = transition_of(engagement).overlap_weeks
    weeks = words("transition.overlap.weeks", n=len(found.weeks) if found.left else planned)
    taker = taker_there(engagement, today)
    return f"{taker} · {weeks}" if taker else weeks


def _exit_state(complete: bool, residual: int, words: Words) -> str:
    if complete:
        return words("transition.exit.complete")
    if residual:
        return words("transition.exit.incomplete", n=residual)
    return words("transition.exit.no-access")


def _signal_rows(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[Row]:
    return [
        _row(
            f"signals/{name}",
            MARKS[mark],
            said(catalogues, "signals", name, "name", words.language),
        )
        for name, mark in signals_of(engagement).marks.items()
    ]


def _readiness_rows(ready: Readiness, words: Words) -> list[Row]:
    rows = [
        _row(
            f"readiness/gate.{gate}",
            GATES_DRAWN[ready.state(gate)],
            words(f"transition.gate.{gate}"),
        )
        for gate in GATES
    ]
    figures = [earned_words(each, words) for each in ready.lines]
    widest = max(cell_len(each) for each in figures)
    for each, figure in zip(ready.lines, figures, strict=True):
        full, rest = (text for text, _ in bar(each.earned, each.possible, BAR))
        drawn = Content.assemble(INDENT, (full, "bold $focus"), (rest, "$line"))
        told = Content(f"  {figure:>{widest}}  {words(f'transition.line.{each.id}')}")
        hang = len(INDENT) + BAR + 2 + widest + 2
        rows.append(Row(f"readiness/{each.id}", drawn + told, hang=hang))
    return rows


def _plan_rows(engagement: Engagement, words: Words, today: date) -> list[Row]:
    plan = back_plan_of(engagement, today)
    rows = [_row(f"plan/flag.{each.id}", "", flag_words(each, words)) for each in plan.flags]
    for each in plan.milestones:
        told = milestone_words(each, words)
        if each.day < today:
            told = f"{told} · {words('transition.plan.passed')}"
        rows.append(_row(f"plan/{each.id}", "·", told))
    return rows


def _overlap_rows(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[Row]:
    transition, rows = handing_over(engagement, today), []
    found = overlap_of(engagement, catalogues, today)
    if found.left:
        rows.append(_row("overlap/left", "·", left_words(found, words)))
    for week in found.weeks:
        day = short_date(week.start, words.language)
        told = who_decides(week, words.language, transition.successor, transition.leaving)
        if found.left:
            told = words("transition.plan.passed")
        rows.append(_row(f"overlap/{week.number}", f"{week.number}", f"{day} · {told}"))
    return rows


def _document_rows(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[Row]:
    rows = []
    for name, document in nine_of(engagement).items():
        mark = STATE_MARKS[document.state]
        called = said(catalogues, "documents", name, "name", words.language)
        state = words(f"transition.document.{document.state}", who=document.verified_by)
        kind = kind_named(catalogues, name)
        state = standing_words(state, document, kind, words, today)
        rows.append(_row(f"documents/{name}", mark, pair(called, state, words)))
    return rows


def _loop_rows(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[Row]:
    loops, rows = loops_of(engagement), []
    for loop in loops.all:
        mark = "–" if loop.closed else "●" if loop.signed else "!"
        due = f"{short_date(loop.due, words.language)} · " if loop.due else ""
        fate = words(f"transition.loop.fate.{loop.fate}")
        rows.append(_row(f"open-loops/{loop.id}", mark, f"{due}{loop.topic} · {fate}"))
    for place in PLACES:
        called = said(catalogues, "open-loop-sources", place, "place", words.language)
        mark = "●" if place in loops.looked else "·"
        look = words("transition.loops.look")
        rows.append(_row(f"open-loops/place.{place}", mark, pair(look, called, words)))
    return rows


def _contact_rows(engagement: Engagement, words: Words) -> list[Row]:
    rows = []
    for contact in contacts_of(engagement):
        told = words("transition.contact.waiting")
        if contact.introduced_on:
            day = short_date(contact.introduced_on, words.language)
            told = words("transition.contact.introduced", day=day)
        mark = "●" if contact.introduced else "·"
        rows.append(_row(f"contacts/{contact.id}", mark, f"{contact.name} · {told}"))
    return rows


def _exit_rows(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[Row]:
    rows = [
        _row(f"exit/{check.id}", "", check_words(check, catalogues, words, today))
        for check in leaving(engagement).checks
    ]
    return [_row("exit/ended", "·", words("transition.set.ended")), *rows]


def _dossier_rows(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[Row]:
    entries = catalogues.get("dossier-sections", ())
    dossier, rows = dossier_of(engagement), []
    for entry, parts in zip(entries, sections_of(engagement, entries, today).values(), strict=True):
        section = dossier[entry.id]
        name = f"{entry.fields['number']}. {entry.words[words.language]['name']}"
        trust = f" · {section.trust}" if section.trust else ""
        begun = parts.there or section.text
        mark = "●" if parts.written else "~" if begun else "■"
        rows.append(_row(f"dossier/{entry.id}", mark, f"{name}{trust}"))
    return rows


def _row(identity: str, mark: str, text: str) -> Row:
    return Row(identity, Content(INDENT) + line(shaped(f"{mark} {text}" if mark else text)), hang=6)
