"""The team's matrix in words and signs: levels as a digit and a shade, never colour alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from coach_tui.asking.called import level_name, level_words, named, people_there
from coach_tui.bundled import Catalogues
from coach_tui.coach.named import Names, called, short_skills
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import (
    Cover,
    autonomy_index,
    covers_of,
    key_people,
    percent,
)
from coach_tui.engagement.team.levels import AUTONOMOUS, GAP, SIDES, level_at, side_of, to_reconfirm
from coach_tui.engagement.team.people import Person
from coach_tui.exports.team.entrustment import next_time
from coach_tui.exports.team.left_behind import left_behind_lines
from coach_tui.exports.team.sheet import index_words
from coach_tui.language.dates import plain_date
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.matrix import MatrixColumn, MatrixRow
from coach_tui.view_state import Shown

VIEWS: Final = ("cmo", "member", "gaps")
# A member sees her own first, and the CMO's only beside them, where both have spoken.
_MEMBERS: Final = ("member", "gaps")
HIDDEN: Final = "?"  # rated, by somebody who is not read before
SHADES: Final = ("····", "■···", "■■··", "■■■·", "■■■■")
LABEL_SIGNS: Final = {"none": "■", "single": "!", "covered": "●"}
LABEL_STYLES: Final = {"none": "bold $error", "single": "$warning", "covered": "$success"}


def views_of(role: str) -> tuple[str, ...]:
    """Which ratings this role looks at, the first first."""
    return _MEMBERS if role == "team" else VIEWS


def columns(shown: Shown) -> list[MatrixColumn]:
    """One a person; the CMO and agencies are marked, since they cover nothing."""
    there = people_there(shown)
    names = [named(shown).people[each.id] for each in there]
    return [
        MatrixColumn(
            each.id, line(_marked(each) + name), line(_marked(each) + told_apart(name, names))
        )
        for each, name in zip(there, names, strict=True)
    ]


def told_apart(name: str, names: Sequence[str]) -> str:
    """Of a name, where there is no room for it whole: the first name, or what follows the words
    that others have too. Whole where it is a role that tells namesakes apart."""
    met = Counter(word for each in names for word in set(each.split(" ")))
    words = name.split(" ")
    own = next((place for place, word in enumerate(words) if met[word] == 1), 0)
    return words[0] if met[words[0]] == 1 else name if "(" in name else " ".join(words[own:])


def _marked(person: Person) -> str:
    return "" if person.kind == "internal" else "°"


def rows(shown: Shown, view: str, *, short: bool = False) -> list[MatrixRow]:
    """One a skill, the critical and the heavy first.

    In the members' view no cover is told: it comes from the CMO's ratings.
    """
    names = _short_names(shown) if short else named(shown).skills
    covers = covers_of(shown.engagement, shown.today)
    ordered = sorted(covers, key=lambda each: (not each.skill.critical, -each.skill.weight))
    return [
        _row(shown, cover, called(cover.skill.id, "", names), view, short=short)
        for cover in ordered
    ]


def _short_names(shown: Shown) -> Names:
    return short_skills(shown.engagement, Catalogues()["skills"], shown.words.language)


def summary(shown: Shown, view: str, *, short: bool = False) -> Content:
    """The index, and who alone carries too much; in a low window the index alone."""
    words = shown.words
    if view != "cmo":
        return Content(words(f"team.view.{view}"))
    covers = covers_of(shown.engagement, shown.today)
    index = autonomy_index(covers)
    if index is None:
        return Content("\n").join(_left(shown)) or Content(words("team.no-map"))
    first = line(index_words(shown.engagement, index, shown.today, words), "bold")
    if short:
        return first
    return Content("\n").join([first, *_left(shown), *_risks(shown, covers)])


def cell_words(shown: Shown, skill_id: str, person_id: str, view: str) -> Content:
    """What is known of one person and skill, and what the coach does next."""
    words, names = shown.words, named(shown)
    if not skill_id or not person_id:
        return Content()
    title = f"{names.people.get(person_id, '')} · {called(skill_id, '', names.skills)}"
    covers = {cover.skill.id: cover for cover in covers_of(shown.engagement, shown.today)}
    if view == "cmo" and (cover := covers.get(skill_id)):
        title += f" ({LABEL_SIGNS[cover.label]} {words(f'team.label.{cover.label}')})"
    parts = [line(title, "bold")]
    for side in ("cmo", "member") if _revealed(shown, skill_id, person_id, view) else (view,):
        rated = level_at(shown.engagement, person_id, skill_id, shown.today, side)
        if rated is None:
            continue
        if is_hidden(shown, skill_id, person_id, side):
            parts.append(Content(words("team.hidden")))
            continue
        said = words("team.said", side=words(f"team.side.{side}"), level=rated.level,
                     name=level_name(rated.level, shown),
                     day=plain_date(rated.day, words.language))  # fmt: skip
        proof = " · ".join(each for each in (rated.evidence, rated.verified_by) if each)
        parts.append(line(f"{said}{f' · {proof}' if proof else ''}"))
    if len(parts) == 1:
        parts.append(Content(words("team.not-rated")))
    if view == "cmo":
        if to_reconfirm(shown.engagement, person_id, skill_id, shown.today):
            parts.append(Content.styled(words("team.reconfirm"), "$warning"))
        rated = level_at(shown.engagement, person_id, skill_id, shown.today)
        told = next_time(shown.engagement, person_id, skill_id, shown.today, words)
        parts += [line(each) for each in told]
        parts.append(
            line(words("team.next", action=next_action(rated.level if rated else 0, shown)))
        )
    return Content("\n").join(parts)


def next_action(level: int, shown: Shown) -> str:
    """What the coach does next with someone at this level."""
    return level_words(level, shown, "coach")


def _row(shown: Shown, cover: Cover, name: str, view: str, *, short: bool) -> MatrixRow:
    star = Content.styled("*", "$accent") if cover.skill.critical else Content(" ")
    label = LABEL_SIGNS[cover.label]
    words = shown.words
    head = star + " " + line(name)
    tail = Content()
    if view == "cmo":
        share = words("team.percent", n=percent(cover.share))
        said = f"{share:>5} {label}" + ("" if short else f" {words(f'team.label.{cover.label}')}")
        tail = Content.styled(said, LABEL_STYLES[cover.label])
    cells = tuple(
        _cell(shown.engagement, shown, cover.skill.id, person, view)
        for person in people_there(shown)
    )
    return MatrixRow(cover.skill.id, head, cells, tail)


def _cell(
    engagement: Engagement, shown: Shown, skill_id: str, person: Person, view: str
) -> Content:
    if view == "gaps":
        cmo = level_at(engagement, person.id, skill_id, shown.today)
        own = level_at(engagement, person.id, skill_id, shown.today, "member")
        if not (cmo and own):
            return Content.styled("—", "$secondary")
        apart = abs(cmo.level - own.level) >= GAP
        said = f"{cmo.level}/{own.level}{'!' if apart else ''}"
        return Content.styled(said, "bold $error" if apart else "")
    rated = level_at(engagement, person.id, skill_id, shown.today, view)
    if rated is None:
        return Content.styled("—", "$secondary")
    if is_hidden(shown, skill_id, person.id, view):
        return Content.styled(HIDDEN, "$secondary")
    doubt = view == "cmo" and to_reconfirm(engagement, person.id, skill_id, shown.today)
    level = Content(f"{rated.level}{'?' if doubt else ' '}{SHADES[rated.level]}")
    return level.stylize("$focus") if rated.level >= AUTONOMOUS else level


def is_hidden(shown: Shown, skill_id: str, person_id: str, side: str) -> bool:
    """Whether this side's rating waits until both have rated: the other one reads it now."""
    return side == "member" != side_of(shown.role) and not _both(shown, skill_id, person_id)


def _revealed(shown: Shown, skill_id: str, person_id: str, view: str) -> bool:
    """Both sides are told together only in the comparison, and only where both have spoken."""
    return view == "gaps" and _both(shown, skill_id, person_id)


def _both(shown: Shown, skill_id: str, person_id: str) -> bool:
    return all(level_at(shown.engagement, person_id, skill_id, shown.today, s) for s in SIDES)


def _left(shown: Shown) -> list[Content]:
    """Who leaves, and how much waits for somebody to take it."""
    found = left_behind_lines(shown.engagement, shown.today, named(shown), shown.words)
    return [Content.styled("! ", "bold $error") + line(asked) for asked, _ in found]


def _risks(shown: Shown, covers: tuple[Cover, ...]) -> list[Content]:
    words, names = shown.words, named(shown)
    found = []
    for person, skills in key_people(covers).items():
        said = ", ".join(called(skill, "", names.skills) for skill in skills)
        text = words("team.key-person", person=names.people.get(person, ""), skills=said)
        found.append(Content.styled("! ", "bold $error") + line(text))
    nobody = [c for c in covers if c.skill.critical and not c.autonomous]
    if nobody:
        said = ", ".join(called(cover.skill.id, "", names.skills) for cover in nobody)
        text = words("team.nobody-does", n=len(nobody), skills=said)
        found.append(Content.styled("■ ", "bold $error") + line(text))
    return found
