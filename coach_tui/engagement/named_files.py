"""Files that records name: each one's digest is recorded and travels, where it lies does not.

Where somebody writes the path of a file as a proof, a document or the reason of a decision, the
change keeps the file's own name in its text, and under `file:` and the name of the field one line
a file, as `sha256sum` writes it: 64 hexadecimal digits, two spaces, the name. So whoever receives
the file later can tell that it is the very one. Finding and reading it is the door's.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.documents.record import digest as digest_of_text
from coach_tui.engagement.state import Engagement, Record, flag_of, text_of, texts_of

MARK: Final = "file:"  # before the name of the field whose text names files
_DOCUMENT: Final = ("link",)
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "proof": ("what", "where"),
    "document": _DOCUMENT, "report": _DOCUMENT, "dossier-section": _DOCUMENT,
    "decision": ("title", "options", "why", "chosen", "outcome"),
    "access": ("evidence",), "assessment": ("evidence",), "entrustment": ("evidence",),
    "promise": ("result",),
}  # fmt: skip
_QUOTED: Final = re.compile(
    r"«\s*([^«»\n]+?)\s*»|“([^“”\n]+)”|\"([^\"\n]+)\"|'([^'\n]+)'|`([^`\n]+)`"
)
_WORD: Final = re.compile(r"(?:\\.|[^\s\\]|\\$)+")
_AROUND: Final = "([{<«“\"'"
_AFTER: Final = ".,;:!?…)]}>»”\"'"
LONGEST: Final = 8  # words in a path with spaces that stands in a sentence without quotes
MOST: Final = 20  # places looked at in one text: a decision's reasons are no list of files


class NamedFile(NamedTuple):
    """A file as its record names it. `digest` is its SHA-256; empty where it could not be read."""

    name: str
    digest: str


class Span(NamedTuple):
    """A part of a text that may be a path, and where it stands."""

    start: int
    end: int
    path: str


class Naming(NamedTuple):
    """A field of a record, and a file it names."""

    entity: str
    entity_id: str
    field: str
    file: NamedFile


def spans(text: str) -> Iterator[Span]:
    """Every part of this text that may be a path, the likeliest first; some overlap.

    The whole of it, what stands between quotes, words with a slash, and those as far as the words
    after them: a folder may have spaces.
    """
    if not text.strip() or (len(text) > 4_000 and "\n" not in text and not _slashed(text)):
        return
    yield Span(0, len(text), text.strip())
    for found in _QUOTED.finditer(text):
        yield Span(*found.span(), next(filter(None, found.groups())).strip())
    words = list(_WORD.finditer(text))
    starts = [place for place, word in enumerate(words) if _slashed(word[0])]
    for place in starts[:MOST]:
        begin = words[place].start()
        begin += len(words[place][0]) - len(words[place][0].lstrip(_AROUND))
        for last in reversed(words[place : place + LONGEST]):
            said = text[begin : last.end()]
            for end in dict.fromkeys((len(said), len(said.rstrip(_AFTER)))):
                yield Span(begin, begin + end, said[:end])


def naming(
    engagement: Engagement, draft: Draft, field: str, text: str, found: Collection[NamedFile]
) -> Draft:
    """The draft, this field's text now `text`, with the digests of the files it names.

    Those that stood before, and whose names the text still says, stay.
    """
    before, mark = str(draft.changes[field]), f"{MARK}{field}"
    record = engagement.record(draft.entity, draft.entity_id)
    new = {each.name for each in found}
    kept = [each for each in _marks(record, field) if each.name in text and each.name not in new]
    lines: list[Value] = [f"{each.digest}  {each.name}" for each in (*kept, *found) if each.digest]
    changes: dict[str, Value] = {**draft.changes, field: text}
    if lines or mark in record:
        changes[mark] = lines or None
    if changes.get("verified_text") == digest_of_text(before):
        changes["verified_text"] = digest_of_text(text)  # what was checked is called so now
    return draft._replace(changes=changes)


def texts_to_look_at(engagement: Engagement, draft: Draft) -> Iterator[tuple[str, str]]:
    """The fields of this draft that may name a file, each with its text.

    Not those that say what is recorded already, nor what takes another change back.
    """
    if draft.undoes:
        return
    record = engagement.record(draft.entity, draft.entity_id)
    for field in FIELDS.get(draft.entity, ()):
        text = draft.changes.get(field)
        marked = f"{MARK}{field}" in draft.changes
        if isinstance(text, str) and not marked and text.strip() != text_of(record, field):
            yield field, text


def files_named(engagement: Engagement) -> Iterator[Naming]:
    """Every file named by what is recorded now, whose digest is known."""
    for entity, fields in FIELDS.items():
        for identity, record in engagement.records(entity).items():
            if not flag_of(record, "_deleted"):
                for field in fields:
                    for each in _marks(record, field):
                        if each.name in text_of(record, field):
                            yield Naming(entity, identity, field, each)


def file_lines(value: Value) -> list[NamedFile]:
    """The files in such a field's value; what is written otherwise is passed over."""
    lines = value if isinstance(value, list) else ()
    parts = (line.partition("  ") for line in lines if isinstance(line, str))
    return [NamedFile(name, digest) for digest, _, name in parts if name]


def _marks(record: Record, field: str) -> list[NamedFile]:
    return file_lines([*texts_of(record, f"{MARK}{field}")])


def _slashed(word: str) -> bool:
    return ("://" not in word and ("/" in word or "\\" in word)) or word.startswith("file:")
