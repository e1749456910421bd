"""The same engagement with signs in the place of names, and what the signs are said as.

People's words are masked before anything is told of them, so that no word of ours is taken for a
name. A sign is of a private alphabet: nothing that words go through on their way changes it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from coach_tui.engagement.change import Change, Value
from coach_tui.engagement.documents.record import ENTITIES, WROTE, digest
from coach_tui.engagement.framing.budget import ENTITY as BUDGET
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.profile import ENTITY as MISSION
from coach_tui.engagement.rhythm.planned import ALLOWANCE
from coach_tui.engagement.state import Engagement, Record, text_of
from coach_tui.engagement.team.people import ENTITY as PERSON
from coach_tui.exports.briefing.names import PeopleNamed, words_in
from coach_tui.exports.history.fields import TOLD
from coach_tui.language import Words
from coach_tui.language.fold import folded, folded_with_places

_OPEN, _CLOSE, _OR = "\ue010", "\ue011", "\ue012"
_SIGN: Final = re.compile(f"{_OPEN}([a-z]?)([\\d{_OR}]*){_CLOSE}")
_TORN: Final = re.compile(f"[{_OPEN}{_CLOSE}{_OR}]")
_TWICE: Final = re.compile(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})(?:\\s+\\1)+")
COMPANY: Final = "c"
_PAST: Final = frozenset({MISSION, BUDGET, ALLOWANCE, PERSON})  # told of as they were
_ADDRESSES: Final = (
    ("e", re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.[^\W\d_]{2,}")),
    ("u", re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]")),
    ("t", re.compile(r"(?<![\w.,])(?:\+\d{1,3}|\(?0)(?:[ .()-]{0,2}\d){8,13}(?!\w)")),
)
# Given names that are words too: masked where they begin with a capital, left where they do not.
_ALSO_WORDS: Final = """
  will mark may rose grant art bill pat drew dean chase hope faith joy grace april june august
  frank jack rob sue ray gene guy dick iris lily daisy ivy ruby amber pearl violet heather holly
  olive sage max miles summer autumn dawn eve young king bishop page cook baker case pierre
  marine violette marguerite prudence constance clemence aimee desiree florence france victoire
  ange colombe reine noel avril blanche claire clair franc fleur marin petit grand legrand
  leblanc lebrun leroux roux blanc noir brun martin rousse roy leroy maire marchand boucher
  berger fournier mercier moulin fontaine riviere dubois leblond olivier
"""
ALSO_WORDS: Final = frozenset(_ALSO_WORDS.split())
_MASKED: Final = frozenset({"text", "signature", "definition", "word:role", ""})


class Mask:
    """The signs of one engagement: given in order, the same for the same name."""

    def __init__(self, named: PeopleNamed) -> None:
        self._named = named
        self._addresses: dict[tuple[str, str], int] = {}
        self._owners: dict[str, list[str]] = {}
        full: dict[str, str] = {}
        for number, person in enumerate(named.people, 1):
            for name in person.full:
                full[_loose(name)] = folded(name)
                self._own(folded(name), str(number))
            for word in {word for name in person.full for word in words_in(name)}:
                self._own(folded(word), str(number))
        for name in named.company:
            full[_loose(name)] = folded(name)
            self._own(folded(name), COMPANY)
            for word in words_in(name)[:1]:
                self._own(folded(word), COMPANY)
        self._joined = {re.sub(r"[\W_]", "", name): name for name in self._owners}
        parts = [*full, *(re.escape(name) for name in self._owners)]
        ordered = sorted(parts, key=len, reverse=True)
        whole = "|".join(ordered) or r"(?!)"
        self._pattern = re.compile(rf"(?<![^\W_])(?:{whole})(?![^\W_])")

    def hide(self, text: str, *, even_small: bool = False) -> str:
        """The text with signs instead of names, addresses and numbers to call.

        even_small  names that are words too, though no capital tells them (`contact-rose`).
        """
        text = _TORN.sub("", text)  # no sign of anybody else's making
        for kind, pattern in _ADDRESSES:
            text = pattern.sub(partial(self._address, kind), text)
        plain, places = folded_with_places(text)
        parts, end = [], 0
        for found in self._pattern.finditer(plain):
            first = places[found.start()]
            last = places[found.end()] if found.end() < len(plain) else len(text)
            sign = self._sign(found[0], sure=even_small or text[first:last][:1].isupper())
            if sign:
                parts += [text[end:first], sign]
                end = last
        return _TWICE.sub(r"\1", "".join([*parts, text[end:]]))

    def say(self, text: str, words: Words) -> str:
        """The text with each sign as its reader is told it; one that was cut is nothing."""
        said = _SIGN.sub(lambda found: self._said(found[1], found[2], words), text)
        return _TORN.sub("", said)

    @property
    def people(self) -> int:
        """How many people have a sign."""
        return len(self._named.people)

    def _own(self, name: str, owner: str) -> None:
        if name and owner not in self._owners.setdefault(name, []):
            self._owners[name].append(owner)

    def _sign(self, plain: str, *, sure: bool) -> str:
        """The sign of what was found; empty where it is a word in a sentence, and no name."""
        name = plain if plain in self._owners else self._joined.get(re.sub(r"[\W_]", "", plain), "")
        owners = self._owners.get(name, [])
        alone = not re.search(r"[\W_]", plain)
        common = plain in ALSO_WORDS or owners == [COMPANY]
        if not owners or (alone and common and not sure):
            return ""
        people = [owner for owner in owners if owner != COMPANY]
        if not people:
            return f"{_OPEN}{COMPANY}{_CLOSE}"
        return f"{_OPEN}p{_OR.join(people)}{_CLOSE}"

    def _address(self, kind: str, found: re.Match[str]) -> str:
        said = kind, folded(found[0])
        number = self._addresses.setdefault(said, len(self._addresses) + 1)
        return f"{_OPEN}{kind}{number}{_CLOSE}"

    def _said(self, kind: str, numbers: str, words: Words) -> str:
        if kind == "p":
            told = [self._person(int(each), words) for each in numbers.split(_OR) if each]
            return words("briefing.or").join(told)
        return words(f"briefing.{kind or COMPANY}", n=numbers)

    def _person(self, number: int, words: Words) -> str:
        role = self._named.people[number - 1].role if number <= self.people else ""
        if not role:
            return words("briefing.person", n=number)
        key = f"role.{role}"
        said = words(key) if words(key) != key else words(f"briefing.role.{role}")
        return words("briefing.person-role", n=number, role=said)


def masked(engagement: Engagement, mask: Mask) -> Engagement:
    """The same engagement, its people's words hidden: what is worked out of it is the same, of
    the past too."""
    now = Engagement(moment=engagement.moment).after(_changes(engagement, mask))
    past = tuple([_then(one, mask) for one in part] for part in engagement.known)
    return Engagement({kind: now.records(kind) for kind in now.kinds}, engagement.moment, past)


def _then(change: Change, mask: Mask) -> Change:
    """What was told, of the records whose past is asked for; of others, nothing."""
    if change.entity == ORDER:  # ids alone
        return change
    if change.entity not in _PAST:
        return change._replace(changes={})
    told = TOLD[change.entity].fields if change.entity in TOLD else {}
    fields = {
        name: _value(value, told.get(name, ""), mask) for name, value in change.changes.items()
    }
    return change._replace(changes=fields, actor=_actor(change, mask))


def _changes(engagement: Engagement, mask: Mask) -> Iterable[Change]:
    for kind in sorted(engagement.kinds):
        told = TOLD[kind].fields if kind in TOLD else {}
        for entity_id, record in engagement.records(kind).items():
            digests = _digests(record, mask) if kind in ENTITIES else {}
            by_change: dict[str, tuple[Change, dict[str, Value]]] = {}
            for name, field in record.items():
                held = by_change.setdefault(field.change.id, (field.change, {}))[1]
                held[_field(name, mask)] = digests.get(
                    name, _value(field.value, told.get(name, ""), mask)
                )
            for change, fields in by_change.values():
                yield Change(change.id, change.at, _actor(change, mask), kind, entity_id, fields)


def _actor(change: Change, mask: Mask) -> str:
    return mask.hide(change.actor) if "/" in change.actor else change.actor


def _digests(record: Record, mask: Mask) -> dict[str, Value]:
    """What a document began as and what of it was checked, of its hidden words: it is no less
    written, nor less checked, for having them hidden."""
    found: dict[str, Value] = {}
    text = text_of(record, "text")
    for name, words in (("draft", text), ("verified_text", text or text_of(record, "link"))):
        if words and digest(words) == text_of(record, name):
            found[name] = digest(mask.hide(words))
    return found


def _field(name: str, mask: Mask) -> str:
    return WROTE + mask.hide(name.removeprefix(WROTE)) if name.startswith(WROTE) else name


def _value(value: Value, kind: str, mask: Mask) -> Value:
    if kind.removeprefix("!") not in _MASKED:
        return value
    hidden: Value = _hidden(value, mask)
    return hidden


def _hidden(value: Any, mask: Mask) -> Any:
    if isinstance(value, str):
        return mask.hide(value)
    if isinstance(value, list):
        return [_hidden(part, mask) for part in value]
    if isinstance(value, Mapping):
        return {name: _hidden(part, mask) for name, part in value.items()}
    return value


def _loose(name: str) -> str:
    """A whole name as a pattern: its words however they are joined (`julie.morel`)."""
    parts = [re.escape(part) for part in re.split(r"[\W_]+", folded(name)) if part]
    return r"[\s._-]{0,2}".join(parts) if len(parts) > 1 else re.escape(folded(name))
