"""Who is named in the records: everybody, by every name they are called by, and the company.

What is written where a person is named is taken for a name, unless it says a role or an office.
Better one word too many masked than one name left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from coach_tui.engagement.actor import read_actor
from coach_tui.engagement.documents.record import WROTE
from coach_tui.engagement.profile import ROLES, profile_of
from coach_tui.engagement.state import Engagement, Record, text_of
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded

# The fields that name people. Those of the first kinds are names whatever they say.
CERTAIN: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("name",), "candidate": ("name",), "contact": ("name",),
}  # fmt: skip
_DOCUMENT: Final = ("author", "verified_by", "owner")
NAMING: Final[Mapping[str, tuple[str, ...]]] = {
    "step": ("by",), "asked": ("of",), "clause": ("holder",),
    "candidate": ("rater_1", "rater_2"),
    "access": ("owner", "granted_to", "granter", "transferred_to", "exit_verified_by"),
    "kpi": ("owner", "keeper"), "ritual": ("owner", "participants"), "decision": ("owner",),
    "promise": ("by", "to"), "meeting": ("who",), "skill": ("external",),
    "assessment": ("verified_by",), "entrustment": ("by",), "transition": ("successor", "relay"),
    "open-loop": ("promised_to", "old_owner", "new_owner", "left", "taken"),
    "contact": ("introduced_by",), "expiry": ("owner",), "rehearsal": ("who",),
    "report": _DOCUMENT, "document": _DOCUMENT, "dossier-section": _DOCUMENT,
}  # fmt: skip
# Which of their roles somebody is told by, where the records give them several.
_RANK: Final = ("founder", "cmo", "successor", "team", "sales", "ops", "candidate", "contact", "")
LONGEST: Final = 80  # characters of a name; what is longer is a sentence
MOST: Final = 5  # words of one
# Words that say an office where somebody is named, in either language, folded.
_OFFICES: Final = """
  it rh hr dsi cto ceo cfo coo dg daf pdg rssi dpo marketing sales finance support produit
  product data tech legal juridique commercial commerciale commerciaux agence agency equipe team
  board comex codir direction client clients customer customers prospect prospects interne
  internal externe external all tous toute everybody
"""
OFFICES: Final = frozenset(_OFFICES.split())
_SMALL_ONES: Final = "le la les l the of de du des d a and et with avec our notre"
_SMALL: Final = frozenset(_SMALL_ONES.split())
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+\n]|\s(?:and|et|with|avec|puis|then)\s)\s*")
_SIGNED: Final = re.compile(r",? ?\d{4}-\d{2}-\d{2}|\(.*?\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES: Final = frozenset(["m", "mme", "mlle", "mr", "mrs", "ms", "miss", "dr", "pr", "me"])
_LEGAL: Final = re.compile(r"(?i)[ ,]+(?:sas|sasu|sarl|sa|eurl|inc|ltd|llc|plc|gmbh|bv|corp)\.?$")


class Somebody(NamedTuple):
    """One person: every way they are named in full, and the role where one is recorded."""

    full: tuple[str, ...]
    role: str = ""


class PeopleNamed(NamedTuple):
    """Everybody, in the order they were first recorded, and what the company is called."""

    people: tuple[Somebody, ...]
    company: tuple[str, ...]


def names_in(
    engagement: Engagement, proposed: Iterable[str] = (), also: Iterable[str] = ()
) -> PeopleNamed:
    """Everybody named in this engagement.

    proposed  whom our catalogues propose as granters: offices, never names.
    also      names that are in the words only, as somebody typed them.
    """
    offices = _offices(proposed)
    found: dict[str, tuple[str, str, str]] = {}
    everybody = sorted(_all(engagement, offices), key=lambda each: each[0])
    typed = [("", one_line(name, LONGEST), "") for name in also if name.strip()]
    for place, name, role in (*everybody, *typed):
        first, called, known = found.get(folded(name), (place, name, role))
        found[folded(name)] = (first, called, min(known, role, key=_RANK.index))
    company = one_line(profile_of(engagement).company, LONGEST)
    bare = _LEGAL.sub("", company)
    return PeopleNamed(
        _people(found), tuple(dict.fromkeys(each for each in (company, bare) if each))
    )


def words_in(name: str) -> list[str]:
    """The words of a name that somebody is called by: no particles, no titles, no initials."""
    parts = [part for each in _WORD.findall(name) for part in (each, *re.split("[-’']", each))]
    return [
        each
        for each in dict.fromkeys(parts)
        if len(each) > 2 and folded(each) not in _TITLES | _SMALL | {"van", "von", "der", "del"}
    ]


def _people(found: Mapping[str, tuple[str, str, str]]) -> tuple[Somebody, ...]:
    """A name of one word is the person who has it as a word of theirs, where only one does."""
    whole = [(name, role) for _, name, role in found.values() if len(words_in(name)) > 1]
    alone = [(name, role) for _, name, role in found.values() if len(words_in(name)) < 2]
    people = {name: ([name], role) for name, role in whole}
    for name, role in alone:
        same = [each for each in people if folded(name) in map(folded, words_in(each))]
        if len(same) == 1:
            names, known = people[same[0]]
            people[same[0]] = ([*names, name], min(known, role, key=_RANK.index))
        else:
            people[name] = ([name], role)
    order = [name for _, name, _ in found.values()]
    placed = sorted(people.items(), key=lambda each: order.index(each[0]))
    return tuple(Somebody(tuple(names), role) for _, (names, role) in placed)


def _all(engagement: Engagement, offices: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Each name: the change it was first met in, the name, the role it was met with."""
    for kind in engagement.kinds:
        certain, naming = CERTAIN.get(kind, ()), NAMING.get(kind, ())
        for record in engagement.records(kind).values():
            for field, value in record.items():
                who = read_actor(value.change.actor)
                for actor in (who, who.by and read_actor(who.by)):
                    if actor and actor.name:
                        role = actor.role if actor.role in _RANK else ""
                        yield value.change.id, one_line(actor.name, LONGEST), role
                if field.startswith(WROTE):
                    yield value.change.id, field.removeprefix(WROTE), ""
                if field in certain or field in naming:
                    role = _role(kind, record) if field in certain else ""
                    for name in _names(text_of(record, field), offices, sure=field in certain):
                        yield value.change.id, name, role


def _role(kind: str, record: Record) -> str:
    if kind == "person":
        said = text_of(record, "kind")
        return said if said in ("founder", "cmo") else "team" if said != "agency" else ""
    return kind


def _names(text: str, offices: frozenset[str], *, sure: bool) -> Iterator[str]:
    """The names in a text that names people; in one that surely is a name, that one."""
    if sure:
        if name := one_line(text, LONGEST):
            yield name
        return
    for piece in _BETWEEN.split(_SIGNED.sub("", text)):
        name = one_line(piece)
        words = _WORD.findall(name)
        if not 0 < len(words) <= MOST or len(name) > LONGEST or folded(name) in offices:
            continue
        if not all(folded(word) in offices or folded(word) in _SMALL for word in words):
            yield name


def _offices(proposed: Iterable[str]) -> frozenset[str]:
    """What says a role or an office, and is no name."""
    roles: list[Any] = [*ROLES]
    for language in LANGUAGES:
        words = Words(language)
        roles += [words(f"{kind}.{role}") for role in ROLES for kind in ("role", "move.the")]
    said = {folded(each) for each in (*roles, *proposed)}
    return OFFICES | said | {word for each in said for word in each.split()}
