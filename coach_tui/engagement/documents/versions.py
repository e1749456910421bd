"""The texts a document has had: every one is among the changes, under the id of its change."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.documents.kinds import kept_under
from coach_tui.engagement.documents.record import Document, digest


class Version(NamedTuple):
    """A text the document had: the change that kept it, when and by whom (as it was recorded)."""

    change: str
    at: str
    actor: str
    text: str


class ComparedLine(NamedTuple):
    """A line of a comparison: "-" gone, "+" new, " " the same."""

    sign: str
    text: str


def versions_of(changes: Iterable[Change], document_id: str) -> tuple[Version, ...]:
    """Every text kept of this document, oldest first; one that was kept again is there again."""
    kept = kept_under(document_id)
    found = []
    for change in changes:
        text = change.changes.get("text")
        if (change.entity, change.entity_id) == kept and isinstance(text, str) and text:
            found.append(Version(change.id, change.at, change.actor, text))
    return tuple(sorted(found))


def text_of_change(versions: Iterable[Version], change: str) -> str | None:
    """The text this change kept; None where there is no such version."""
    return next((each.text for each in versions if each.change == change), None)


def compared_with(document: Document, versions: tuple[Version, ...]) -> str:
    """The text that what is new in a document is told against: the one that was checked, else the
    one before; empty where there is neither."""
    for each in reversed(versions):
        if document.verified_text and digest(each.text) == document.verified_text:
            return each.text
    return versions[-2].text if len(versions) > 1 else ""


def difference(before: str, after: str) -> tuple[ComparedLine, ...]:
    """Both texts line by line."""
    one, other = before.split("\n"), after.split("\n")
    found: list[ComparedLine] = []
    for tag, start, end, first, last in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found += [ComparedLine(" ", line) for line in one[start:end]]
        else:
            found += [ComparedLine("-", line) for line in one[start:end]]
            found += [ComparedLine("+", line) for line in other[first:last]]
    return tuple(found)
