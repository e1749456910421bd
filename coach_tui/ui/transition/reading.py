"""Transition, as advice: what a part or one of its lines reads, in Markdown."""

from __future__ import annotations

from coach_tui.coach.transition.handover import leaving, readiness_of
from coach_tui.coach.transition.overlap import overlap_of
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import Loop, loops_of
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.rehearsal import rehearsals_of
from coach_tui.engagement.transition.signals import signals_of
from coach_tui.engagement.transition.taker import handing_over
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.figures import pair
from coach_tui.exports.framing.people import candidate_lines
from coach_tui.exports.markdown import escaped
from coach_tui.exports.transition.axes import (
    best_lines,
    gate_words,
    line_lines,
    readiness_lines,
    signal_lines,
    verdict_lines,
)
from coach_tui.exports.transition.dates import (
    advisory_lines,
    decides_words,
    overlap_lines,
    plan_lines,
    week_dose,
    week_head,
    week_lines,
)
from coach_tui.exports.transition.dossier import section_lines
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.exports.transition.expiries import expiry_facts, expiry_list
from coach_tui.exports.transition.lists import (
    contact_lines,
    document_lines,
    document_words,
    exit_lines,
    looked_lines,
    loop_lines,
    loop_signed,
)
from coach_tui.exports.transition.rehearsal import last_words, rehearsal_lines
from coach_tui.language import Words
from coach_tui.ui.framing.rows import candidate_reading
from coach_tui.view_state import Shown


def _with_key(lines: list[str], words: Words) -> list[str]:
    """What is missing, and the key that notes it: only the app has keys."""
    return [lines[0], "", words("transition.press-a"), *lines[1:]]


def part_reading(shown: Shown, catalogues: Catalogues, part: str) -> list[str]:
    """What the whole part says."""
    words, engagement, today = shown.words, shown.engagement, shown.today
    if part == "signals":
        signals = signals_of(engagement)
        lines = signal_lines(signals, catalogues, words)
        return lines if signals.reviews else _with_key(lines, words)
    if part == "readiness":
        ready = readiness_of(engagement, today)
        verdict = verdict_of(engagement, today)
        last = last_words(engagement, words)
        lines = [*verdict_lines(verdict, ready, words), "", *([last, ""] if last else [])]
        return [*lines, *readiness_lines(verdict, ready, words)]
    if part == "plan":
        lines = plan_lines(engagement, words, today)
        return lines if shown.profile.successor_first_day else _with_key(lines, words)
    if part == "overlap":
        weeks = overlap_lines(engagement, catalogues, words, today)
        return [*weeks, "", *advisory_lines(catalogues, words)]
    if part == "documents":
        return document_lines(engagement, catalogues, words, today)
    if part == "open-loops":
        lines = loop_lines(engagement, catalogues, words)
        return lines if loops_of(engagement).all else _with_key(lines, words)
    if part == "contacts":
        lines = contact_lines(engagement, words)
        return lines if contacts_of(engagement) else _with_key(lines, words)
    if part == "rehearsal":
        return [last_words(engagement, words) or words("rehearsal.none")]
    if part == "expiries":
        return expiry_list(engagement, words, today) or [words("expiry.empty")]
    if part == "permanent":
        people = candidate_lines(engagement, catalogues, words, post="permanent", ratings=True)
        mission = transition_of(engagement).mission
        told = escaped(mission) if mission else words("transition.permanent.no-mission")
        return [pair(words("transition.set.mission"), told, words), "", *people]
    if part == "exit":
        return exit_lines(leaving(engagement), catalogues, words, today)
    how = [words("transition.dossier.how"), words("advice.by-rule")]
    return [words("transition.dossier.left-out"), "", *how]


def line_reading(shown: Shown, catalogues: Catalogues, part: str, own: str) -> list[str]:
    """What one line of a part says."""
    words, engagement = shown.words, shown.engagement
    if part == "signals":
        meaning = said(catalogues, "signals", own, "meaning", words.language)
        return [meaning, "", *signal_lines(signals_of(engagement), catalogues, words)]
    if part == "readiness":
        return _readiness(shown, own)
    if part == "overlap":
        return _week(shown, catalogues, own)
    if part == "documents":
        return _document(shown, catalogues, own)
    if part == "open-loops":
        return _loop(engagement, catalogues, words, own)
    if part == "contacts":
        return _contact(engagement, words, own)
    if part == "permanent":
        found = [each for each in candidates_of(engagement) if each.id == own]
        return candidate_reading(found[0], catalogues, words) if found else []
    if part == "expiries" and (facts := expiry_facts(engagement, own, words, shown.today)):
        return facts
    if part == "rehearsal" and own != "draw":
        held = [each for each in rehearsals_of(engagement) if each.id == own]
        return [f"- {escaped(row)}" for row in rehearsal_lines(held[0], catalogues, words)]
    if part == "exit" and own != "ended":
        why = said(catalogues, "after-exit-checks", own, "why", words.language)
        return [why, "", *part_reading(shown, catalogues, part)]
    if part == "dossier":
        recorded = Recorded(engagement, catalogues, words, shown.today, shown.playbook)
        return section_lines(own, recorded)[2:]
    return part_reading(shown, catalogues, part)


def _readiness(shown: Shown, own: str) -> list[str]:
    words, ready = shown.words, readiness_of(shown.engagement, shown.today)
    verdict = verdict_of(shown.engagement, shown.today)
    over = verdict.advice == "after-exit"
    lines = []
    for each in ready.lines:
        if each.id == own:
            lines += line_lines(each, words)
            missing = () if over else each.missing
            lines += ["", *(f"- {words(f'transition.act.{p.id}')}" for p in missing)]
    if own.startswith("gate."):
        gate = own.removeprefix("gate.")
        lines += [f"**{gate_words(gate, ready, words)}**", ""]
        if not over:
            lines.append(words("transition.readiness.gates-cap"))
    if over:
        return lines
    return [*lines, "", words("transition.readiness.opens"), *best_lines(verdict, ready, words)]


def _week(shown: Shown, catalogues: Catalogues, own: str) -> list[str]:
    engagement, words = shown.engagement, shown.words
    found = overlap_of(engagement, catalogues, shown.today)
    for week in found.weeks:
        if str(week.number) == own:
            first = decides_words(week, handing_over(engagement, shown.today), words)
            if found.left:  # nothing is decided in it any more
                first = week_head(week, words)
            return [f"**{first}**", "", *week_lines(week, words), f"- {week_dose(week, words)}"]
    return part_reading(shown, catalogues, "overlap")


def _document(shown: Shown, catalogues: Catalogues, own: str) -> list[str]:
    words, document = shown.words, nine_of(shown.engagement)[own]
    content, accept = (
        said(catalogues, "documents", own, field, words.language) for field in ("content", "accept")
    )
    lines = [
        document_words(document, catalogues, words, shown.today),
        "",
        f"- {words('transition.document.content', what=content)}",
        f"- {words('transition.document.accept', what=accept)}",
    ]
    return [*lines, "", escaped(document.words)] if document.words else lines


def _loop(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> list[str]:
    loops = loops_of(engagement)
    found: Loop | None = next((loop for loop in loops.all if loop.id == own), None)
    if found is None:
        return looked_lines(loops, catalogues, words)
    lines = [f"**{escaped(found.topic)}**", ""]
    for name in ("promised_to", "next", "old_owner", "new_owner", "risk"):
        value = escaped(getattr(found, name))
        if value:
            lines.append(f"- {pair(words(f'transition.loop.{name}'), value, words)}")
    return [*lines, "", loop_signed(found, words)]


def _contact(engagement: Engagement, words: Words, own: str) -> list[str]:
    lines = []
    for contact in contacts_of(engagement):
        if contact.id == own:
            lines = [f"**{escaped(contact.name)}**", "", escaped(contact.who), "",
                     escaped(contact.why)]  # fmt: skip
            if contact.private:
                told = words("transition.contact.private")
                lines += ["", pair(told, escaped(contact.private), words)]
    return lines
