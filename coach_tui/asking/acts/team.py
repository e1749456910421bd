"""Acts of the team: people and skills, levels, goals, backups, delegation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from coach_tui.asking import team as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.answers import day_field
from coach_tui.asking.called import named, people_there
from coach_tui.asking.field import Field
from coach_tui.asking.form import NEW
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several, Sheet
from coach_tui.bundled import Catalogues
from coach_tui.coach.team.skills_map import put_on_map
from coach_tui.engagement.actor import read_actor
from coach_tui.engagement.gesture import together
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import AUTONOMOUS, level_at, side_of
from coach_tui.engagement.team.people import Person, person_named
from coach_tui.engagement.team.plan import board_of, goals_of
from coach_tui.engagement.team.skills import drop_skill, skills_of, uses_of
from coach_tui.language import Refusal

PairAsked = Callable[[str, str], Asked]
MAP: Final = (8, 12)  # skills that a team of two or three can follow (FORMULAS.md, "Autonomy")


def open_people(opening: Opening) -> Sheet:
    """Somebody of the team."""

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_person(opening.desk, opening.shown, "", answers)

    words = opening.words
    fields = forms.person_fields(opening.shown)
    return Sheet(words("team.add-person"), words("team.add-about"), fields, submit)


def _people_first(opening: Opening) -> Asked:
    """Nobody is in the team yet: it says why somebody is asked for."""
    words, sheet = opening.words, open_people(opening)
    about = f"{words('act.people-first')} {words('team.add-about')}"
    return sheet._replace(about=about)


def open_skill_map(opening: Opening) -> Asked:
    """The people first; then which skills the mission needs, several at once."""
    if not _inside(opening):
        return _people_first(opening)
    kept = skills_of(opening.engagement)
    if opening.step and opening.step.done_when == "team:critical":
        critical = {each.id for each in kept.values() if each.critical}
        if pair := next((p for p in _unrated(opening, "cmo") if p[1] in critical), None):
            return _rating(opening, *pair, "cmo")  # named already: whoever can do it is asked
    return map_asked(opening)


def map_asked(opening: Opening) -> Several:
    """The skills of the catalogue and those of one's own, those on the map marked."""
    words, kept = opening.words, skills_of(opening.engagement)
    entries = {entry.id: entry for entry in Catalogues()["skills"]}

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        added = [each for each in entries if each in chosen and each not in kept]
        dropped = [each for each in kept if each not in chosen]
        if not chosen and not dropped:
            return Refusal("refusal.act.none-chosen")
        return opening.desk.try_to_save(
            together(
                put_on_map(opening.engagement, added, entries.values()),
                *(drop_skill(opening.engagement, each) for each in dropped),
            )
        )

    names = named(opening.shown).skills
    options = tuple((each, names.get(each, each)) for each in dict.fromkeys((*entries, *kept)))
    return Several(
        words("team.map"),
        words("act.skills.about", low=MAP[0], high=MAP[1]),
        options,
        submit,
        tuple(kept),
    )


def open_rate(opening: Opening) -> Asked:
    """The next person and skill nobody rated from this side; one of them once all are."""
    side = side_of(opening.shown.role)
    if not _inside(opening) or not skills_of(opening.engagement):
        return open_skill_map(opening)
    left = list(_unrated(opening, side))
    if left:
        about = opening.words("act.left", n=len(left))
        sheet = _rating(opening, *left[0], side)
        return sheet._replace(about=about, then=_next_rate(opening, side))
    by_both = opening.step and opening.step.done_when == "team:rated"
    if by_both and (theirs := list(_unrated(opening, "member"))):
        return _told_by_them(opening, theirs)
    return _pairs(opening, lambda person, skill: _rating(opening, person, skill, side))


def _told_by_them(opening: Opening, left: list[tuple[str, str]]) -> Asked:
    """What somebody of the team says of themselves, asked for once the rater's own are all in."""
    name = named(opening.shown).people.get(left[0][0], left[0][0])
    about = opening.words("act.rate-theirs", n=len(left), name=name)
    sheet = _rating(opening, *left[0], "member")
    return sheet._replace(about=about, then=_next_rate(opening, "member"))


def _next_rate(opening: Opening, side: str) -> Callable[[], Asked]:
    """What follows an answer: the next that nobody rated yet from this side."""
    return lambda: opening.next_of(lambda now: len(list(_unrated(now, side))), open_rate)


def _rating(opening: Opening, person: str, skill: str, side: str) -> Sheet:
    known = level_at(opening.engagement, person, skill, opening.shown.today, side)
    fields = forms.rate_fields(opening.shown, side, known.level if known else 0)
    if side == "member":  # herself, and as nobody else
        fields = tuple(field for field in fields if field.name != "side")

    def submit(answers: dict[str, str]) -> Refusal | None:
        said = {"side": side, **answers}
        return forms.save_rating(opening.desk, opening.shown, skill, person, said)

    return Sheet(_pair(opening, person, skill), opening.words("team.rate-about"), fields, submit)


def open_goal(opening: Opening) -> Asked:
    """A level to reach, for the person and skill the move names, or a pair chosen."""
    if not _inside(opening) or not skills_of(opening.engagement):
        return open_skill_map(opening)
    person, skill = opening.id_of("person"), opening.id_of("skill")
    if person and skill:
        return _goal(opening, person, skill)
    return _pairs(opening, lambda who, what: _goal(opening, who, what), skill)


def _goal(opening: Opening, person: str, skill: str) -> Sheet:
    words = opening.words
    level = forms.rate_fields(opening.shown, "cmo", AUTONOMOUS)[0]
    fields = (
        level,
        day_field("due", words("team.field.due"), None, "ahead"),
        Field("case", words("team.field.case")),
    )

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_goal(opening.desk, opening.shown, skill, person, answers)

    return Sheet(words("team.goal"), _pair(opening, person, skill), fields, submit)


def open_backup(opening: Opening) -> Asked:
    """Who stands in for whom, skill by skill: the first critical one nobody backs up."""
    covers = [each.skill for each in covers_of(opening.engagement, opening.shown.today)]
    if not covers:
        return open_skill_map(opening)
    asked = opening.id_of("skill")
    if left := next(_unused(opening), None):
        return _use(opening, *left)
    ordered = sorted(covers, key=lambda each: (each.id != asked, bool(each.backup or each.external),
                                               not each.critical))  # fmt: skip
    skill = ordered[0]

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_skill(opening.desk, opening.shown, skill, answers)

    name = named(opening.shown).skills.get(skill.id, skill.id)
    fields = forms.skill_fields(opening.shown, skill)
    return Sheet(name, opening.said, fields, submit, "backup")


def _use(opening: Opening, skill: str, person: str) -> Sheet:
    """The backup did it once, for real: until then they are one in name only."""
    words = opening.words
    day = opening.shown.today.isoformat()
    fields = (
        day_field("day", words("team.field.day"), None, "past", day),
        Field("note", words("team.field.note")),
    )

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_use(opening.desk, opening.shown, skill, person, answers)

    return Sheet(words("team.use"), _pair(opening, person, skill), fields, submit)


def open_delegate(opening: Opening) -> Asked:
    """A decision of every day, and who takes it."""
    if not _inside(opening):
        return open_people(opening)
    words, names = opening.words, named(opening.shown)
    board = board_of(opening.engagement)

    def then(answer: str) -> Asked:
        line = board.get(answer)

        def submit(answers: dict[str, str]) -> Refusal | None:
            return forms.save_board(opening.desk, opening.shown, line, answers)

        fields = forms.board_fields(opening.shown, line)
        record = answer if line else NEW
        return Sheet(words("team.board"), words("team.board-about"), fields, submit, record=record)

    if not board:
        return then("")
    decisions = names.decisions
    lines = (
        (each.id, f"{each.now} → {each.wanted}  {decisions.get(each.decision, each.decision)}")
        for each in board.values()
    )
    return Pick(words("team.board"), "", (("", words("team.board-add")), *lines), then)


def _inside(opening: Opening) -> tuple[Person, ...]:
    return tuple(each for each in people_there(opening.shown) if each.kind == "internal")


def _rated(opening: Opening) -> tuple[Person, ...]:
    """Whom whoever is here rates: the team; a member, herself."""
    if opening.shown.role != "team":
        return _inside(opening)
    name = read_actor(opening.shown.actor).name
    own = person_named(opening.engagement, name, opening.shown.today)
    return (own,) if own else ()


def _unrated(opening: Opening, side: str) -> Iterator[tuple[str, str]]:
    for person in _rated(opening):
        for skill in skills_of(opening.engagement):
            if level_at(opening.engagement, person.id, skill, opening.shown.today, side) is None:
                yield person.id, skill


def _unused(opening: Opening) -> Iterator[tuple[str, str]]:
    """Once every critical skill has a backup: those who have not done it for real yet."""
    critical = [each for each in skills_of(opening.engagement).values() if each.critical]
    done = {(use.skill, use.person) for use in uses_of(opening.engagement)}
    if all(each.backup for each in critical):
        yield from ((s.id, s.backup) for s in critical if (s.id, s.backup) not in done)


def _pair(opening: Opening, person: str, skill: str) -> str:
    names = named(opening.shown)
    return f"{names.people.get(person, person)} · {names.skills.get(skill, skill)}"


def _pairs(opening: Opening, then: PairAsked, only: str = "") -> Asked:
    """Which person, on which skill; those without a goal first."""
    aimed = {(goal.person, goal.skill) for goal in goals_of(opening.engagement)}
    found = [
        (person.id, skill)
        for skill in skills_of(opening.engagement)
        if not only or skill == only
        for person in _rated(opening)
    ]
    if not found:
        return AtScreen("team")
    found.sort(key=lambda pair: pair in aimed)
    options = tuple(
        (f"{person}\n{skill}", _pair(opening, person, skill)) for person, skill in found
    )

    def chosen(answer: str) -> Asked:
        person, _, skill = answer.partition("\n")
        return then(person, skill)

    return Pick(opening.words("act.who-what"), opening.said, options, chosen)
