"""Documents, open loops, contacts and the exit, as Markdown. Private words never leave."""

from __future__ import annotations

from datetime import date
from typing import Final

from coach_tui.engagement.documents.record import Document, nine_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.exit import Check, Exit
from coach_tui.engagement.transition.loops import PLACES, Loop, Loops, loops_of
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.documents.kind import Kind, kind_named
from coach_tui.exports.documents.standing import language_words, standing_words
from coach_tui.exports.figures import pair
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date, short_date
from coach_tui.language.listed import Listed

STATE_MARKS: Final = {"verified": "✓", "written": "~", "draft": "·", "missing": "✗"}


def document_lines(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> list[str]:
    """The nine documents: written by whom, where, verified by whom."""
    documents = nine_of(engagement).values()
    return [f"- {document_words(each, catalogues, words, today)}" for each in documents]


def document_words(document: Document, catalogues: Catalogues, words: Words, today: date) -> str:
    """One of the nine on one line."""
    name = said(catalogues, "documents", document.id, "name", words.language)
    return document_line(document, name, kind_named(catalogues, document.id), words, today)


def document_line(document: Document, name: str, kind: Kind, words: Words, today: date) -> str:
    """A document on one line: how it stands, who wrote it, where it is."""
    mark = STATE_MARKS[document.state]
    state = words(f"transition.document.{document.state}", who=escaped(document.verified_by))
    by = document._replace(verified_by=escaped(document.verified_by))
    state = standing_words(state, by, kind, words, today)
    parts = [f"{mark} {pair(name, state, words)}"]
    if document.authors:
        parts.append(words("transition.document.by", who=escaped(document.author)))
    if told := language_words(document, words):
        parts.append(told)
    if document.link:
        parts.append(escaped(document.link))
    return " · ".join(parts)


def loop_lines(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[str]:
    """How many are open, each of them, and where nobody has looked yet."""
    loops = loops_of(engagement)
    lines = []
    if loops.all:
        unsigned = len(loops.unsigned)
        lines += [words("transition.loops.count", open=len(loops.open), unsigned=unsigned), ""]
        for loop in loops.all:
            lines += _loop(loop, words)
    else:
        lines.append(words("transition.loops.none"))
    return [*lines, "", *looked_lines(loops, catalogues, words)]


def looked_lines(loops: Loops, catalogues: Catalogues, words: Words) -> list[str]:
    """The places looked into, and those left."""
    lines = [words("transition.loops.looked", n=len(loops.looked))]
    left = [place for place in PLACES if place not in loops.looked]
    if left:
        names = [said(catalogues, "open-loop-sources", p, "place", words.language) for p in left]
        lines += ["", words("transition.loops.to-look", what=", ".join(names))]
    return lines


def _signature(text: str, words: Words) -> str:
    """A signature is kept as a name and a day in figures: the day is read in words."""
    name, comma, day = text.rpartition(", ")
    try:
        return f"{name}{comma}{plain_date(date.fromisoformat(day), words.language)}"
    except ValueError:  # written by another program: as it is
        return text


def loop_signed(loop: Loop, words: Words) -> str:
    """The two signatures, or that one is missing."""
    unsigned = words("transition.loop.unsigned")
    sides = [
        pair(words(f"transition.loop.{side}"), escaped(_signature(name, words)) or unsigned, words)
        for side, name in (("left", loop.left), ("taken", loop.taken))
    ]
    return " · ".join(sides)


def contact_lines(engagement: Engagement, words: Words) -> list[str]:
    """The key contacts, without what is private."""
    contacts = contacts_of(engagement)
    if not contacts:
        return [words("transition.contacts.none")]
    met = sum(contact.introduced for contact in contacts)
    lines = [words("transition.contacts.count", n=met, total=len(contacts)), ""]
    for contact in contacts:
        mark = "✓ " if contact.introduced else ""
        parts = [f"{mark}**{escaped(contact.name)}**", escaped(contact.who), escaped(contact.why)]
        if contact.introduced_on:
            day = plain_date(contact.introduced_on, words.language)
            parts.append(words("transition.contact.introduced", day=day))
        else:
            parts.append(words("transition.contact.waiting"))
        lines.append("- " + " · ".join(part for part in parts if part))
    return lines


def exit_lines(leaving: Exit, catalogues: Catalogues, words: Words, today: date) -> list[str]:
    """What the exit still lacks, then its nine checks."""
    if leaving.end:
        end = plain_date(leaving.end, words.language)
        gone = "end" if leaving.end >= today else "left" if leaving.told else "passed"
        lines = [words(f"transition.exit.{gone}", day=end)]
    else:
        lines = [words("transition.exit.no-end")]
    lines += ["", *exit_state(leaving, words), ""]
    return lines + [f"- {check_words(each, catalogues, words, today)}" for each in leaving.checks]


def exit_state(leaving: Exit, words: Words) -> list[str]:
    """Whether it is complete; what has to be transferred first, what was removed too early."""
    if not leaving.lines:
        return [words("transition.exit.no-access")]
    if leaving.complete:
        return [words("transition.exit.complete")]
    lines = []
    if leaving.residual:
        lines.append(words("transition.exit.incomplete", n=len(leaving.residual)))
        lines += ["", *(f"- {escaped(line.tool)}" for line in leaving.residual)]
    for key, found in (
        ("too-early", leaving.revoked_too_early),
        ("transfer-first", leaving.to_transfer_first),
    ):
        if found:
            what = Listed(escaped(line.tool) for line in found)
            lines += ["", words(f"transition.exit.{key}", off="✗", what=what)]
    return lines


def check_words(check: Check, catalogues: Catalogues, words: Words, today: date) -> str:
    """One check: when, what, how it went."""
    when = words("transition.exit.check-undated", days=check.days)
    if check.due:
        day = short_date(check.due, words.language)
        when = words("transition.exit.check", days=check.days, day=day)
    asked = said(catalogues, "after-exit-checks", check.id, "check", words.language)
    outcome = words(f"transition.exit.outcome.{check.outcome}")
    if not check.outcome and check.due and check.due <= today:
        outcome = words("transition.exit.due")
    mark = {"fine": "✓", "problem": "✗"}.get(check.outcome, "·")
    line = f"{mark} {when} · {pair(asked, outcome, words)}"
    return f"{line} · {escaped(check.words)}" if check.words else line


def _loop(loop: Loop, words: Words) -> list[str]:
    fate = words(f"transition.loop.fate.{loop.fate}")
    parts = [f"**{escaped(loop.topic)}**", words("transition.loop.closed") if loop.closed else fate]
    if loop.due:
        parts.append(plain_date(loop.due, words.language))
    if loop.new_owner:
        parts.append(pair(words("transition.loop.new_owner"), escaped(loop.new_owner), words))
    lines = ["- " + " · ".join(parts)]
    for name in ("promised_to", "next", "risk"):
        value = escaped(getattr(loop, name))
        if value:
            lines.append(f"  - {pair(words(f'transition.loop.{name}'), value, words)}")
    return lines if loop.closed else [*lines, f"  - {loop_signed(loop, words)}"]
