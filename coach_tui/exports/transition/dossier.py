"""The handover dossier: fourteen sections filled from what is recorded, then its checklist.

What is missing is said in its place, so that an empty engagement still gives the list of what a
successor needs. The checklist is the usual one: its ticks can be brought back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from coach_tui.coach.euros import OURS
from coach_tui.coach.transition.dossier_parts import (
    OWN,
    RECORDED,
    SectionParts,
    sections_of,
)
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.dossier import SectionText, dossier_of
from coach_tui.engagement.transition.record import transition_of
from coach_tui.engagement.transition.taker import taker_there
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.checklist import Checklist, checklist
from coach_tui.exports.documents.embedded import embedded
from coach_tui.exports.markdown import escaped
from coach_tui.exports.markdown_table import table
from coach_tui.exports.people import actor_words, day_words
from coach_tui.exports.transition.dossier_documents import (
    last_written,
    missing_words,
    part_words,
    section_documents,
    shown_whole,
)
from coach_tui.exports.transition.dossier_recorded import Recorded
from coach_tui.exports.transition.dossier_sections import DEFINITIONS, filled_lines
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.playbook.model import Playbook

# What any document shown whole in the section says already.
_BY_ANY: Final = ("situation", DEFINITIONS)


class Handover(NamedTuple):
    """What the dossier is made of. `handout` is the transition's checklist, None to leave it;
    `day_rate` prints what a day of the CMO costs, which is not the successor's to read unasked;
    `empty` prints the empty sections of a dossier in which nothing is there yet; `crossed` are the
    documents that have two versions.
    """

    engagement: Engagement
    catalogues: Catalogues
    playbook: Playbook
    today: date
    handout: Checklist | None = None
    day_rate: bool = False
    empty: bool = False
    crossed: frozenset[str] = frozenset()


def handover(dossier: Handover, words: Words) -> str:
    """The dossier, in the language of `words` whatever language was recorded in.

    One page while nothing of it is there: what each section wants first, and from whom.
    """
    recorded = Recorded(
        dossier.engagement, dossier.catalogues, words, dossier.today, dossier.playbook,
        dossier.day_rate, dossier.crossed,
    )  # fmt: skip
    sections = _sections(recorded)
    if not dossier.empty and not any(_begun(each, recorded) for each in sections.values()):
        return _joined([_head(recorded), _first_page(recorded, sections)])
    parts = [_head(recorded), _status(recorded, sections)]
    for section in sections:
        parts.append(section_lines(section, recorded))
    if dossier.handout:
        parts.append(list(_checklist(dossier.handout, words)))
    left_out = "left-out" if dossier.day_rate else "left-out-rate"
    ours = any(OURS in line for part in parts for line in part)
    legend = ["", words("advice.by-rule")] if ours else []
    parts.append([words(f"transition.dossier.{left_out}"), *legend, ""])
    return _joined(parts)


def dossier_title(company: str, words: Words) -> str:
    """What the dossier is called: whose it is, and what."""
    return f"{one_line(company) or words('frame.note.unknown')} · {words('transition.dossier')}"


def section_lines(section: str, recorded: Recorded) -> list[str]:
    """One section: who answers for it and by when, its text, its documents, what is recorded."""
    words = recorded.words
    entry = _entry(section, recorded.catalogues)
    written = dossier_of(recorded.engagement)[section]
    told = entry.words[words.language]
    owner = recorded.role(str(entry.fields["owner"]))
    heading = [
        (words("transition.dossier.owner"), owner),
        (words("transition.dossier.due"), _due(entry.fields["due"], recorded)),
        (words("transition.dossier.accept"), told["accept"]),
    ]
    if updated := _updated(written, recorded):
        heading.append((words("transition.dossier.updated"), escaped(updated)))
    if written.trust:
        heading.append((words("transition.dossier.trust"), written.trust))
    lines = [f"## {entry.fields['number']}. {told['name']}", ""]
    lines.append(" · ".join(words("frame.pair", name=f"**{n}**", value=v) for n, v in heading))
    parts = _sections(recorded)[section]
    documents = section_documents(section, recorded)
    own = _text(written, told["content"], bool(parts.there or documents), words)
    filled = _filled(section, recorded)
    for more in (own, _missing(parts, own, filled, recorded), documents, filled):
        if more:
            lines += ["", *more]
    if written.question:
        asked = words("transition.dossier.question")
        lines += ["", words("frame.pair", name=f"**{asked}**", value=escaped(written.question))]
    return lines


def _head(recorded: Recorded) -> list[str]:
    words = recorded.words
    profile = profile_of(recorded.engagement)
    company = escaped(profile.company) or words("frame.note.unknown")
    t0 = profile.successor_first_day
    told = words(
        "transition.dossier.head",
        leaving=_leaver(recorded),
        taker=escaped(taker_there(recorded.engagement, recorded.today))
        or words("transition.dossier.nobody"),
        t0=plain_date(t0, words.language) if t0 else words("transition.dossier.no-t0"),
        day=plain_date(recorded.today, words.language),
    )
    return [f"# {company} · {words('transition.dossier')}", "", told]


def _leaver(recorded: Recorded) -> str:
    """The CMO who hands over; since when gone, once they are."""
    words, transition = recorded.words, transition_of(recorded.engagement)
    who = escaped(transition.leaving) or words("transition.dossier.leaver")
    if not transition.ended or transition.ended >= recorded.today:
        return who
    day = plain_date(transition.ended, words.language)
    return words("transition.dossier.gone", who=who, day=day)


def _sections(recorded: Recorded) -> Mapping[str, SectionParts]:
    entries = recorded.catalogues.get("dossier-sections", ())
    return sections_of(recorded.engagement, entries, recorded.today)


def _begun(section: SectionParts, recorded: Recorded) -> bool:
    """Whether there is anything to read in it: a part, words of its own, a document begun."""
    own = dossier_of(recorded.engagement)[section.id]
    return bool(
        section.there or own.text or own.question or section_documents(section.id, recorded)
    )


def _first_page(recorded: Recorded, sections: Mapping[str, SectionParts]) -> list[str]:
    """What each section wants first, for a dossier in which nothing is there yet."""
    words, rows = recorded.words, []
    for entry in recorded.catalogues.get("dossier-sections", ()):
        name = f"{entry.fields['number']}. {entry.words[words.language]['name']}"
        first = part_words(entry.id, sections[entry.id].missing[0], recorded)
        owner = recorded.role(str(entry.fields["owner"]))
        rows.append([name, owner, _due(entry.fields["due"], recorded), first])
    heads = [words(f"transition.dossier.{name}") for name in ("section", "owner", "due", "first")]
    counted = words("transition.dossier.written", n=0)
    return [counted, "", *table(heads, rows), "", words("transition.dossier.begin")]


def _missing(
    parts: SectionParts, own: list[str], filled: list[str], recorded: Recorded
) -> list[str]:
    """What is missing of a section; not a second time where it has one part, already said so."""
    said = own if parts.missing == (OWN,) else filled if {*parts.missing} <= {*RECORDED} else []
    if parts.written or (parts.all == 1 and said):
        return []
    return [missing_words(parts, recorded)]


def _filled(section: str, recorded: Recorded) -> list[str]:
    """What is recorded of this section, but for what a document shown whole already gives.

    The situation the need was framed in is what the strategy starts from: her text goes before it.
    """
    shown = shown_whole(section, recorded)
    given = () if shown is None else {*shown, *_BY_ANY}
    return filled_lines(section, recorded, given)


def _joined(parts: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(part).strip("\n") for part in parts) + "\n"


def _status(recorded: Recorded, sections: Mapping[str, SectionParts]) -> list[str]:
    words, dossier = recorded.words, dossier_of(recorded.engagement)
    written = sum(each.written for each in sections.values())
    checked = sum(each.checked for each in sections.values())
    counted = words("transition.dossier.written", n=written)
    if checked:
        counted += words("transition.dossier.checked", n=checked)
    rows = []
    for entry in recorded.catalogues.get("dossier-sections", ()):
        section = dossier[entry.id]
        there = sections[entry.id].there
        never = "" if there else words("transition.dossier.never")
        updated = _updated(section, recorded) or never
        name = f"{entry.fields['number']}. {entry.words[words.language]['name']}"
        state = _state_words(sections[entry.id], words)
        missing = sections[entry.id].missing
        first = part_words(entry.id, missing[0], recorded) if missing else ""
        rows.append([name, state, updated, section.trust, section.question, first])
    columns = ("section", "state", "updated", "trust", "question", "first")
    # What nobody said of any section is no column of dashes.
    told = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    heads = [words(f"transition.dossier.{columns[place]}") for place in told]
    rows = [[row[place] for place in told] for row in rows]
    return [
        f"## {words('transition.dossier.status')}",
        "",
        counted,
        "",
        *table(heads, rows),
    ]


def _state_words(parts: SectionParts, words: Words) -> str:
    """Checked, written, or how much of it is there."""
    if parts.written:
        state = "checked" if parts.checked else "written" if parts.texts else "recorded"
        return words(f"transition.dossier.state.{state}")
    if not parts.there:
        return ""
    return words("transition.dossier.state.part", n=len(parts.there), all=parts.all)


def _updated(own: SectionText, recorded: Recorded) -> str:
    """When the section last changed and by whom: its own words, or the last of its documents."""
    words, document = recorded.words, last_written(own.id, recorded)
    if document and document.written_on and (not own.day or document.written_on > own.day):
        day = day_words(document.written_on, words)
        return ", ".join(filter(None, (day, one_line(document.author))))
    if not own.day:
        return ""
    return f"{day_words(own.day, words)}, {actor_words(own.actor, words)}"


def _text(written: SectionText, expected: str, begun: bool, words: Words) -> list[str]:
    """Its own words; where there is nothing to read at all, what is expected."""
    if written.text:
        return embedded(written.text, 2, breaks=True)
    return [] if begun else [f"> {words('transition.dossier.missing', what=expected)}"]


def _due(due: Any, recorded: Recorded) -> str:
    """`T-4w`, and the day where T0 is known."""
    said = str(due)
    t0 = profile_of(recorded.engagement).successor_first_day
    found = re.fullmatch(r"T([+-]\d+)w", said)
    if found is None:
        return said
    weeks = found[1].replace("-", "−")
    at = recorded.words("transition.plan.week", weeks=weeks)
    if t0 is None:
        return at
    day = t0 + timedelta(weeks=int(found[1]))
    return f"{at} ({plain_date(day, recorded.words.language)})"


def _checklist(handout: Checklist, words: Words) -> Iterator[str]:
    """The checklist under a heading of the dossier: every heading of its own goes down a level."""
    yield f"## {words('transition.dossier.checklist')}"
    yield ""
    for line in checklist(handout, words).split("\n"):
        yield f"##{line}" if line.startswith("# ") else re.sub(r"^(#{2,4}) ", r"#\1 ", line)


def _entry(section: str, catalogues: Catalogues) -> Any:
    return next(each for each in catalogues.get("dossier-sections", ()) if each.id == section)
