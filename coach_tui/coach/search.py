"""Search in one engagement: its steps, what people wrote, the glossary, the pages to read.

Only what it is handed is searched: one playbook, one engagement. It can't find another client's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from coach_tui.coach.named import Names, called
from coach_tui.coach.pages import Page, places_of
from coach_tui.engagement.remarks import remarks_of, subject_of
from coach_tui.engagement.state import Engagement, Record, flag_of, stands, text_of
from coach_tui.engagement.step import notes_of, steps_of
from coach_tui.language.clean import one_line, without_links
from coach_tui.language.fold import folded, folded_with_places
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Playbook

AROUND: Final = 40  # characters shown on each side of the first match
LIMIT: Final = 200
FAR: Final = 50_000  # characters of a text its excerpt is taken from; no form takes as many
# What Markdown begins a line with, and what it puts around words.
_LINE_MARK: Final = re.compile(r"^[ \t]*(?:[-*+>]|#{1,6}|\d{1,2}[.)])[ \t]+(?:\[[ xX]\] )?", re.M)
_SEPARATOR: Final = "·"
# What people write beside steps, and where: entity → the fields of words, its title first.
WRITTEN: Final[Mapping[str, tuple[str, ...]]] = {
    "decision": ("title", "options", "why", "owner", "chosen", "outcome"),
    "promise": ("what", "by", "to"),
    "occurrence": ("note", "reason"),
    "access": ("tool", "asset", "owner", "granter", "reason", "keep_reason", "evidence"),
    "kpi": ("name", "definition", "source"),
    "reading": ("note",),
    "person": ("name", "role"),
    "skill": ("name", "method", "external"),
    "candidate": ("name", "note"),
    "expiry": ("what", "owner", "note"),
    "open-loop": ("topic", "promised_to", "next", "risk"),
    "report": ("text",),
    "dossier-section": ("text", "question"),
}


class Hit(NamedTuple):
    """Something found. `kind` is "step", "note", "term", "page" or an entity; `id` says which.

    opens    the step to open, where there is one.
    excerpt  the words around the match, on one line.
    """

    kind: str
    id: str
    title: str
    excerpt: str = ""
    opens: str = ""


class _Text(NamedTuple):
    """A text to look through. Nearer the front of `rank` is shown first."""

    hit: Hit
    text: str
    rank: int


def search(
    words: str,
    playbook: Playbook,
    engagement: Engagement,
    terms: Sequence[Entry] = (),
    language: str = "",
    pages: Sequence[Page] = (),
    names: Mapping[str, Names] = {},
) -> tuple[Hit, ...]:
    """Everything that holds all these words, titles before texts; nothing for no words.

    names  what records are called that the catalogue names: by entity, then by id.
    """
    sought = folded(words).split()
    if not sought:
        return ()
    found: list[tuple[int, int, Hit]] = []
    texts = (
        *_people_wrote(playbook, engagement, names), *_texts(playbook, terms, language),
        *_pages(pages),
    )  # fmt: skip
    for place, each in enumerate(texts):
        text, plainly = each.text, _printed if each.rank else folded
        title, plain = plainly(each.hit.title), plainly(text)
        if not all(word in title or word in plain for word in sought):
            continue
        in_title = all(word in title for word in sought)
        hit = each.hit._replace(excerpt=_around(text, sought))
        found.append((0 if in_title else 1 + each.rank, place, hit))
    return tuple(hit for _, _, hit in sorted(found)[:LIMIT])


def _texts(playbook: Playbook, terms: Sequence[Entry], language: str) -> Iterator[_Text]:
    for step in playbook.steps:
        yield _Text(Hit("step", step.id, step.title, opens=step.id), step.body, 1)
    for term in terms:
        said: Mapping[str, Any] = term.words.get(language) or next(iter(term.words.values()), {})
        yield _Text(Hit("term", term.id, str(said.get("name", term.id))), _definition(said), 2)


def _pages(pages: Sequence[Page]) -> Iterator[_Text]:
    """The sections of the pages, but for the glossary's: its terms are found by themselves."""
    for place, page, section in places_of(pages):
        if page.id != "glossary":
            title = (
                section.title if section.title == page.title else f"{section.title} · {page.title}"
            )
            yield _Text(Hit("page", place, title), section.text, 3)


def _people_wrote(
    playbook: Playbook, engagement: Engagement, names: Mapping[str, Names]
) -> Iterator[_Text]:
    def title_of(step_id: str) -> str:
        step = playbook.step(step_id)
        return step.title if step else step_id

    for step_id, notes in notes_of(engagement).items():
        for note in notes:
            yield _Text(Hit("note", note.id, title_of(step_id), opens=step_id), note.text, 0)
    for about, notes in remarks_of(engagement).items():
        entity, record_id, own = subject_of(engagement, about)
        name = called(record_id, own, names.get(entity, {}))
        for note in notes if stands(engagement.record(entity, record_id)) else ():
            yield _Text(Hit(entity, record_id, one_line(name, 80)), note.text, 0)
    for step_id, record in steps_of(engagement).items():
        if said := " · ".join(part for part in (record.by, record.reason) if part):
            yield _Text(Hit("note", step_id, title_of(step_id), opens=step_id), said, 0)
    for entity, fields in WRITTEN.items():
        for entity_id, written in engagement.records(entity).items():
            parts = _parts(written, fields, entity, entity_id, names)
            if parts and not flag_of(written, "_deleted"):
                own = _heading(parts[0]) if fields[0] == "text" else parts[0]
                title = one_line(names.get(entity, {}).get(entity_id) or own, 80)
                yield _Text(Hit(entity, entity_id, title), " · ".join(parts), 0)


def _heading(text: str) -> str:
    """What a text without a title of its own begins with."""
    return _words_only(text.lstrip().partition("\n")[0])


@lru_cache(maxsize=4096)
def _printed(text: str) -> str:
    """What the playbook, the glossary and the pages say, folded once: it is the same for all."""
    return folded(text)


def _parts(
    record: Record, fields: Iterable[str], entity: str, identity: str, names: Mapping[str, Names]
) -> list[str]:
    """What it says; where it holds an id of the catalogue's, what that is in words."""
    texts = {name: text for name in fields if (text := text_of(record, name))}
    return [names.get(f"{entity}.{name}", {}).get(identity, text) for name, text in texts.items()]


def _definition(said: Mapping[str, Any]) -> str:
    return " ".join(part for part in said.values() if isinstance(part, str))


def _around(text: str, sought: Sequence[str]) -> str:
    """The line's worth of whole words around the first of those sought; else the beginning."""
    flat = _words_only(text[:FAR])
    plain, places = folded_with_places(flat)
    found = [place for word in sought if (place := plain.find(word)) >= 0]
    first = places[min(found)] if found else 0
    start = flat.rfind(" ", 0, max(0, first - AROUND)) + 1 if first > AROUND else 0
    if first - start > 2 * AROUND:
        start = first  # one word without end, as an address
    limit = first + 2 * AROUND
    end = len(flat) if limit >= len(flat) else flat.rfind(" ", first, limit + 1)
    end = end if end > first else limit
    cut = flat[start:end].strip(f" {_SEPARATOR}")
    return ("…" if start else "") + cut + ("…" if end < len(flat) or len(text) > FAR else "")


def _words_only(text: str) -> str:
    """`text` on one line, without the marks of Markdown; what a line of a list says stays apart."""
    plain = without_links(_LINE_MARK.sub(f"{_SEPARATOR} ", text)).replace("**", "")
    return one_line(plain.replace("`", "")).removeprefix(f"{_SEPARATOR} ")
