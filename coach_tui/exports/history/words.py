"""A change in words: what was recorded, on what, as its reader would say it. Plain text.

The app and the commands tell the same: names instead of ids, dates, money and choices as written
elsewhere. What a later version recorded, and this one does not know, is told as that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.documents.record import ENTITIES, WROTE
from coach_tui.engagement.history import Conflict, Gesture
from coach_tui.engagement.named_files import MARK, file_lines
from coach_tui.exports.history.fields import STATUS_WORDS, TOLD, KindTold
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.things import SHORT, name_words, thing_words
from coach_tui.exports.history.values import plain_words, value_words
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line

FEW: Final = 4  # fields, or names, told in a list; the others are counted
MANY: Final = 100  # texts told of one gesture; an import may make a hundred thousand changes
CROSSED: Final = 3  # texts told of what was written over each other
NOWHERE: Final = KindTold({}, {})


def gesture_words(gesture: Gesture, reader: Reader, *, whole: bool = False) -> list[str]:
    """What the gesture changed, one text a change. In short, many of one kind become one text.

    Whatever comes after the first hundred texts is counted.
    """
    if whole:
        told = [change_words(change, reader, whole=True) for change in gesture.changes[:MANY]]
        return [*told, *more_words(len(gesture.changes) - MANY, reader)]
    alike: dict[tuple[str, ...], list[Change]] = {}
    for change in gesture.changes:
        kind = (change.entity, _frame(change, reader), _headline(change, reader))
        alike.setdefault(kind, []).append(change)
    said, left = list[str](), len(gesture.changes)
    for (_, frame, headline), changes in alike.items():
        if len(said) >= MANY:
            break
        if len(changes) > 2:
            what = _together(changes, headline, reader)
            said.append(reader.words(frame, what=what) if frame else what)
        else:
            said += [change_words(change, reader) for change in changes]
        left -= len(changes)
    return [*said, *more_words(left, reader)]


def more_words(n: int, reader: Reader) -> list[str]:
    """That so many more are not told; nothing where none is left."""
    return [reader.words("history.more", n=n)] if n > 0 else []


def change_words(change: Change, reader: Reader, *, whole: bool = False) -> str:
    """What it set, on what; for one that takes another back, what that other had set."""
    told = _told(_about(change, reader), reader, whole)
    frame = _frame(change, reader)
    return reader.words(frame, what=told) if frame else told


def conflict_words(found: Sequence[Conflict], reader: Reader) -> list[str]:
    """One thing written twice unseen: what is kept, what is not, one text for each two changes.

    By two people, or by one on two machines: then it says so. One gesture sets several fields at
    once (blocked, by whom, why): they are told together.
    """
    together: dict[tuple[str, str], list[Conflict]] = {}
    for conflict in found:
        together.setdefault((conflict.kept.id, conflict.other.id), []).append(conflict)
    said = []
    for alike in together.values():
        kept, other = alike[0].kept, alike[0].other
        names = [conflict.field for conflict in alike]
        said.append(
            reader.words(
                "history.conflict.self" if kept.actor == other.actor else "history.conflict",
                what=thing_words(kept, reader),
                kept=_only(names, kept, reader),
                kept_by=actor_words(kept.actor, reader.words),
                other=_only(names, other, reader),
                other_by=actor_words(other.actor, reader.words),
            )
        )
    return said


def crossed_words(found: Sequence[Conflict], reader: Reader) -> list[str]:
    """The same, of what has just come, and what can be done about it."""
    said = conflict_words(found, reader)
    told = [*said[:CROSSED], *more_words(len(said) - CROSSED, reader)]
    return [*told, reader.words("history.crossed")]


def _only(names: Sequence[str], change: Change, reader: Reader) -> str:
    """What the change set of these fields; an empty one is told where nothing else is."""
    part = change._replace(changes={name: change.changes[name] for name in names})
    said = [one_line(each, SHORT) for each in _fields(part, reader, whole=False)]
    return ", ".join(said) or one_line(_value(names[0], change, reader), SHORT)


def _about(change: Change, reader: Reader) -> Change:
    """The change itself; where it takes another one back, what it takes back of it.

    Only what is put back: a field that somebody changed since keeps its later value.
    """
    taken_back, _ = reader.taken_back(change)
    said = taken_back.changes
    if taken_back is change:
        return change
    return taken_back._replace(
        changes={name: said[name] for name in change.changes if name in said}
    )


def _frame(change: Change, reader: Reader) -> str:
    """The words around what is taken back: undone, or put back by undoing an undo."""
    if not change.undoes:
        return ""
    _, steps = reader.taken_back(change)
    return "history.undid" if steps % 2 or not steps else "history.redid"


def _told(change: Change, reader: Reader, whole: bool) -> str:
    said = list(_fields(change, reader, whole))
    if not whole and len(said) > FEW:
        said = [*said[:FEW], reader.words("history.more", n=len(said) - FEW)]
    thing = thing_words(change, reader, whole=whole)
    return f"{thing} → {', '.join(said)}" if said else thing


def _fields(change: Change, reader: Reader, whole: bool) -> Iterator[str]:
    told = TOLD.get(change.entity, NOWHERE)
    names = [name for name in told.fields if name in change.changes]
    names += [name for name in change.changes if name not in told.fields]
    differing = [name for name in names if change.changes[name] != reader.seen(change, name)]
    for name in differing or names:
        if name in told.apart and not (whole and change.actor == reader.actor):
            continue
        if told.fields.get(name) != "-" and (said := _said(name, change, reader, whole)):
            yield said


def _said(name: str, change: Change, reader: Reader, whole: bool = False) -> str:
    """One field in words; nothing where there is nothing to say: empty as it was before."""
    words, value, before = reader.words, change.changes[name], reader.seen(change, name)
    told = TOLD.get(change.entity, NOWHERE)
    if name.startswith(WROTE) and change.entity in ENTITIES:
        who = name.removeprefix(WROTE)
        told_already = change.changes.get("author") == who
        return "" if told_already else words("history.wrote", who=one_line(who, SHORT))
    if name.startswith(MARK):
        files = ", ".join(one_line(each.name, SHORT) for each in file_lines(value))
        return words("history.files", files=files) if files else ""
    kind = told.fields.get(name, "")
    new = before is None or before == "" or (before is False and kind.endswith("flag"))
    if name == "_deleted":
        return words("history.removed" if value else "history.back")
    if value is None or value == "":
        return "" if new else _emptied(name, change, reader)
    if name in told.named and new:
        return ""  # it is in the name of the thing already
    if kind.endswith("flag") and value is False and new:
        return ""  # nobody had said yes
    if kind == "day" and new and value in map(change.changes.get, told.named):
        return ""  # it took place on the day it was planned for
    text = one_line(_value(name, change, reader), 0 if whole else SHORT)
    if kind.startswith("!"):
        return text
    return words("history.set", field=_field(change.entity, name, words), value=text)


def _emptied(name: str, change: Change, reader: Reader) -> str:
    if change.entity == "step" and name in STATUS_WORDS:
        return ""
    own = f"history.emptied.{change.entity}.{name}"
    said = reader.words(own)
    if said != own:
        return said
    return reader.words("history.emptied", field=_field(change.entity, name, reader.words))


def _value(name: str, change: Change, reader: Reader) -> str:
    words, value = reader.words, change.changes[name]
    told = TOLD.get(change.entity, NOWHERE)
    kind = told.fields.get(name, "")
    if name in told.apart and change.actor != reader.actor:
        return words("history.apart")
    if kind in ("!flag", "!answer") and isinstance(value, bool):
        return words(f"history.{change.entity}.{name}.{'yes' if value else 'no'}")
    if not kind or value is None:
        return plain_words(value, words)
    return value_words(kind.removeprefix("!"), value, change, reader)


def _field(entity: str, name: str, words: Words) -> str:
    """What the field is called: on this kind of thing, or everywhere."""
    if name == "_deleted":
        return words("history.removed")
    for key in (f"history.field.{entity}.{name}", f"history.field.{name}"):
        if TOLD.get(entity, NOWHERE).fields.get(name) and (said := words(key)) != key:
            return said
    return words("history.unknown-field", name=one_line(name, SHORT))


def _headline(change: Change, reader: Reader) -> str:
    """What is said of the thing without a field's name, if anything is: done, held, off the map."""
    told = TOLD.get(change.entity, NOWHERE)
    name = next((name for name, kind in told.fields.items() if kind.startswith("!")), "")
    if not name or change.entity == "note":
        return ""
    about = _about(change, reader)
    return _said(name, about, reader) if name in about.changes else ""


def _together(changes: Sequence[Change], headline: str, reader: Reader) -> str:
    """Many changes of one kind: how many, the first of their names, what became of all of them."""
    words, entity, n = reader.words, changes[0].entity, len(changes)
    told = TOLD.get(entity)
    if told is None:
        what = words("history.unknown-thing", name=one_line(entity, SHORT))
        return words("history.many", n=n, kind=what)
    what = words("history.many", n=n, kind=words(f"history.entity.{entity}", n=n))
    abouts = (_about(each, reader) for each in changes)
    named = (", ".join(filter(None, name_words(each, reader))) for each in abouts)
    names = [one_line(name, SHORT) for name in dict.fromkeys(named) if name]
    if len(names) > FEW:
        names = [*names[:FEW], words("history.more", n=len(names) - FEW)]
    said = words("history.set", field=what, value=", ".join(names)) if names else what
    return f"{said} → {headline}" if headline else said
