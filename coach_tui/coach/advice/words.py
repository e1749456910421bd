"""Advice in words: the writer's sentences with their numbers and names filled in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.advice.blanks import NAME_LIMIT, WHOLE, entry_of, filled, word_of
from coach_tui.coach.advice.ranked import Advice
from coach_tui.coach.advice.record_words import record_line
from coach_tui.coach.advice.situation import Catalogues, Situation
from coach_tui.coach.euros import euros_said
from coach_tui.engagement.advice import Aside, until_of
from coach_tui.engagement.team.people import people_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.language.fold import folded

ANOTHER_WAY: Final = timedelta(days=14)  # how long one wording stays (ours)
_TITLES: Final = frozenset({"m", "mme", "mlle", "mr", "mrs", "ms", "miss", "dr", "pr", "me"})


class Said(NamedTuple):
    """What is said, why, where it comes from. What is not in the reader's language says so."""

    words: str
    reason: str
    source: str


def told(
    advice: Advice,
    words: Words,
    situation: Situation,
    *,
    since: date | None = None,
    whole: bool = False,
    reader: str = "",
) -> Said:
    """This advice as its reader is told it: who acts, the act, the fact.

    reader  the role that reads; where none is said, that of whoever began the file.
    A rule that has spoken `since` a day says it in another way every two weeks.
    """
    turn = (situation.today - since) // ANOTHER_WAY if since and since > date.min else 0
    to = who_acts(advice, words, situation, reader)
    return spoken(advice, words, situation.catalogues, whole=whole, to=to, turn=turn)


def who_acts(advice: Advice, words: Words, situation: Situation, reader: str = "") -> str:
    """Who is to act: the first name where one is recorded, else the role; the reader is not told.

    Only the founder and the CMO are recorded as such; a title (“Mme”) stays with its name.
    """
    if not advice.who or advice.who == (reader or situation.profile.role):
        return ""
    people = people_of(situation.engagement).values()
    named = [
        one_line(each.name, NAME_LIMIT)
        for each in people
        if each.kind == advice.who and each.there(situation.today)
    ]
    if len(named) == 1:
        first = named[0].split()[0]
        return named[0] if folded(first.rstrip(".")) in _TITLES else first
    role = words(f"role.{advice.who}")
    return role[:1].upper() + role[1:]


def spoken(
    advice: Advice,
    words: Words,
    catalogues: Catalogues,
    *,
    whole: bool = False,
    to: str = "",
    turn: int = 0,
) -> Said:
    """This advice in the reader's language, or in the other one where it is not written in it.

    Its names are cut to a row's length, but where it is read `whole`. `to` is told before it;
    `turn` counts the other ways of saying it, the first being 0.
    """
    limit = WHOLE if whole else NAME_LIMIT
    entry = entry_of(catalogues, "advice", advice.id)
    if entry is None:
        return Said(words("advice.unwritten", id=advice.id), "", "")
    written = entry.words[words.language]
    blanks = {
        name: filled(value, words, catalogues, limit) for name, value in advice.values.items()
    }
    ways = (written["words"], *written.get("others", ()))
    act = str(ways[turn % len(ways)])
    if to:
        act = words("advice.to", who="{to}", what=act[:1].lower() + act[1:])
        blanks["to"] = to
    said = {
        "words": _fill(words.before(f"{act} {written['fact']}", blanks), blanks),
        "reason": _fill(words.before(str(written["reason"]), blanks), blanks),
    }
    for name, parts in (("words", ("words", "fact")), ("reason", ("reason",))):
        if any(entry.borrows(words.language, part) for part in parts):
            # Before the words: a narrow row cuts their end.
            said[name] = f"{words('advice.fallback')} {said[name]}"
    if euros := euros_said(said["reason"], words):
        said["reason"] += f" {euros}"
    return Said(source=source_names(advice.source, words, catalogues), **said)


def explained(
    advice: Advice,
    words: Words,
    situation: Situation,
    aside: Aside | None = None,
    *,
    reader: str = "",
) -> str:
    """Why am I seeing this: the advice whole, its reason, records, source, step and rule."""
    said = told(advice, words, situation, whole=True, reader=reader)
    step = situation.playbook.step(advice.opens)
    records = [f"- {record_line(advice, each, situation, words)}" for each in advice.records]
    entry = entry_of(situation.catalogues, "advice", advice.id)
    number = entry.fields.get("number") if entry else ""
    parts = [
        said.words,
        _until(aside, words) if aside else "",
        _titled(words("advice.why.reason"), said.reason),
        _titled(words("advice.why.records"), "\n".join(records) or words("advice.why.no-record")),
        _titled(words("advice.why.source"), said.source),
        _titled(words("advice.why.opens"), step.title if step else ""),
        _titled(words("advice.why.rule"), f"{advice.id} ({number})" if number else advice.id),
    ]
    return "\n\n".join(part for part in parts if part)


def source_names(source: str, words: Words, catalogues: Catalogues) -> str:
    """Who says so, each by its name in content/sources.toml."""
    ids = [part.strip() for part in source.split(",") if part.strip()]
    return " · ".join(
        word_of(entry_of(catalogues, "sources", each), "name", words.language) or each
        for each in ids
    )


def _fill(sentence: str, blanks: Mapping[str, str]) -> str:
    """Filled by replacement: people's words may hold braces, and nothing here may raise."""
    for name, said in blanks.items():
        # A brace of theirs must not become a blank of ours for the next name.
        sentence = sentence.replace(f"{{{name}}}", said.replace("{", "\ue000"))
    return sentence.replace("\ue000", "{")


def _until(aside: Aside, words: Words) -> str:
    """Until when it was set aside, and why."""
    key = "advice.why.quiet" if aside.reason else "advice.why.quiet-week"
    day = plain_date(until_of(aside), words.language)
    return words(key, day=day, reason=one_line(aside.reason))


def _titled(title: str, text: str) -> str:
    return f"{title}\n{text}" if text else ""
