"""The team's questions: who, which level and on what evidence, which dose, which absence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach_tui.asking.answers import day_field, field_for
from coach_tui.asking.called import level_name, named, people_there
from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field
from coach_tui.bundled import Catalogues
from coach_tui.coach.rhythm.agreed import decide_days
from coach_tui.coach.team.absence import plan_absence
from coach_tui.coach.team.left_behind import Thing, take_over
from coach_tui.coach.team.skills_map import rate_on_map
from coach_tui.engagement.change import Decision
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.team.absence import CMO, RESULTS
from coach_tui.engagement.team.levels import LEVELS, SIDES
from coach_tui.engagement.team.people import Person, set_person
from coach_tui.engagement.team.plan import DELEGATION_LEVELS, Delegation, delegate, set_goal
from coach_tui.engagement.team.skills import Skill, log_use, set_skill
from coach_tui.exports.team.left_behind import things_told
from coach_tui.language import Refusal
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import read_plain_number
from coach_tui.view_state import Shown

Answers = dict[str, str]


def save(coach: Desk, decision: Decision) -> Refusal | None:
    """Save; the reason where it was not."""
    return coach.try_to_save(decision)


def day_typed(coach: Desk, text: str) -> date | Refusal:
    """The day typed; today where nothing was."""
    today = coach.now().date()
    return read_date(text, coach.words.language, today) if text.strip() else today


def person_fields(shown: Shown, person: Person | None = None) -> tuple[Field, ...]:
    """A person's name, what they are, what they do, and since when they are no more there."""
    words = shown.words
    known, declared = person or Person("", ""), fields_of(Person)
    names = ("name", "kind", "role", "left") if person else ("name", "kind", "role")
    fields = [field_for(declared[name], getattr(known, name), words) for name in names]
    if known.left:
        fields.append(day_field("back", words("team.field.back"), None, "near"))
    return tuple(fields)


def save_person(coach: Desk, shown: Shown, person_id: str, answers: Answers) -> Refusal | None:
    """Add someone, or change what is known of them, as one gesture."""
    fields: dict[str, str | date | None] = {
        name: answers[name] for name in ("name", "kind", "role")
    }
    for name in ("left", "back"):
        said = answers.get(name, "").strip()
        day = day_typed(coach, said) if said else None
        if isinstance(day, Refusal):
            return day.of(name)
        if name in answers:
            fields[name] = day
    return save(coach, set_person(shown.engagement, person_id or coach.new_id(), fields))


def handover_fields(shown: Shown, things: Sequence[Thing]) -> tuple[Field, ...]:
    """Each thing people who leave answered for, and who takes it; nobody yet is an answer."""
    names = named(shown)
    staying = [each for each in people_there(shown) if not each.left]
    people = (("", "—"), *((each.id, names.people[each.id]) for each in staying))
    return tuple(
        Field(f"thing-{place}", told, "", "choice", people)
        for place, told in enumerate(things_told(things, names, shown.words))
    )


def save_handover(
    coach: Desk, shown: Shown, things: Sequence[Thing], answers: Answers
) -> Refusal | None:
    """Give each thing to whoever was chosen, as one change."""
    takers = {each.share: answers[f"thing-{place}"] for place, each in enumerate(things)}
    return save(coach, take_over(shown.engagement, takers, shown.today, things))


def rate_fields(shown: Shown, side: str, level: int) -> tuple[Field, ...]:
    """As whom, how far, when, on what evidence. What the other side said is not told."""
    words = shown.words
    sides = tuple((each, words(f"team.side.{each}")) for each in SIDES)
    levels = tuple((str(each), f"{each} {level_name(each, shown)}") for each in LEVELS)
    return (
        Field("level", words("team.field.level"), str(level), "choice", levels),
        Field("evidence", words("team.field.evidence")),
        Field("verified_by", words("team.field.verified")),
        day_field("day", words("team.field.day"), None, "past", shown.today.isoformat()),
        Field("side", words("team.field.side"), side, "choice", sides),
    )


def save_rating(
    coach: Desk, shown: Shown, skill: str, person: str, answers: Answers
) -> Refusal | None:
    """Rate one person on one skill."""
    day = day_typed(coach, answers["day"])
    if isinstance(day, Refusal):
        return day
    return save(
        coach,
        rate_on_map(
            shown.engagement,
            coach.new_id(),
            Catalogues()["skills"],
            person=person,
            skill=skill,
            level=int(answers["level"]),
            side=answers["side"],
            day=day,
            today=shown.today,
            evidence=answers["evidence"],
            verified_by=answers["verified_by"],
        ),
    )


def skill_fields(shown: Shown, skill: Skill) -> tuple[Field, ...]:
    """A skill's weight, method and backups."""
    words = shown.words
    people = (("", "—"), *((each.id, named(shown).people[each.id]) for each in people_there(shown)))
    weights = tuple((str(each), str(each)) for each in (1, 2, 3))
    author = skill.author if skill.author in dict(people) else ""
    backup = skill.backup if skill.backup in dict(people) else ""
    declared = fields_of(Skill)
    return (
        field_for(declared["method"], skill.method, words),
        field_for(declared["author"], author, words, people),
        field_for(declared["backup"], backup, words, people),
        field_for(declared["external"], skill.external, words),
        Field("weight", words("team.head.weight"), str(skill.weight), "choice", weights),
        field_for(declared["critical"], skill.critical, words),
    )


def save_skill(coach: Desk, shown: Shown, skill: Skill, answers: Answers) -> Refusal | None:
    """Change a skill, as one gesture."""
    texts = {name: answers[name] for name in ("method", "author", "backup", "external")}
    weight, critical = int(answers["weight"]), answers["critical"] == "yes"
    return save(coach, set_skill(shown.engagement, skill.id, weight, critical, **texts))


def save_use(
    coach: Desk, shown: Shown, skill: str, person: str, answers: Answers
) -> Refusal | None:
    """Someone did it for real with the written method."""
    day = day_typed(coach, answers["day"])
    if isinstance(day, Refusal):
        return day
    used = log_use(shown.engagement, coach.new_id(), skill, person, day, shown.today,
                   answers["note"])  # fmt: skip
    return save(coach, used)


def save_goal(
    coach: Desk, shown: Shown, skill: str, person: str, answers: Answers
) -> Refusal | None:
    """Agree on a level to reach."""
    due = day_typed(coach, answers["due"]) if answers["due"].strip() else None
    if isinstance(due, Refusal):
        return due
    level = int(answers["level"])
    goal = set_goal(shown.engagement, coach.new_id(), person, skill, level, due, answers["case"])
    return save(coach, goal)


def board_fields(shown: Shown, line: Delegation | None) -> tuple[Field, ...]:
    """A decision, who takes it, at which level now and wanted."""
    words, names = shown.words, named(shown)
    people = (("", "—"), *((each.id, names.people[each.id]) for each in people_there(shown)))
    levels = tuple(
        (str(each), f"{each} {names.delegation.get(each, '')}") for each in DELEGATION_LEVELS
    )
    decision = names.decisions.get(line.decision, line.decision) if line else ""
    person = line.person if line and line.person in dict(people) else ""
    now, wanted = (line.now, line.wanted) if line else (1, 5)
    return (
        Field("decision", words("team.head.decision"), decision),
        Field("person", words("team.head.who"), person, "choice", people),
        Field("now", words("team.head.now"), str(now), "choice", levels),
        Field("wanted", words("team.head.wanted"), str(wanted), "choice", levels),
    )


def save_board(
    coach: Desk, shown: Shown, line: Delegation | None, answers: Answers
) -> Refusal | None:
    """Put a decision on the board, or move it."""
    names = named(shown).decisions
    typed = answers["decision"].strip()
    decision = next((each for each, name in names.items() if name == typed), typed)
    now, wanted = int(answers["now"]), int(answers["wanted"])
    line_id = line.id if line else coach.new_id()
    made = delegate(shown.engagement, line_id, decision, answers["person"], now, wanted)
    return save(coach, made)


def drill_fields(shown: Shown) -> tuple[Field, ...]:
    """Who is away, when; and how it went, where it is over."""
    words = shown.words
    labels = named(shown).people
    people = ((CMO, words("role.cmo")), *((each.id, labels[each.id]) for each in people_there(shown)
                                          if each.kind != "cmo"))  # fmt: skip
    results = (("look", words("team.result.look")),
               *((each, words(f"team.result.{each}")) for each in RESULTS))  # fmt: skip
    return (
        Field("person", words("team.field.away"), CMO, "choice", people),
        day_field("start", words("team.field.start"), shown.today, "near"),
        day_field("end", words("team.field.end"), None, "near"),
        Field("result", words("team.field.result"), "look", "choice", results),
        Field("note", words("team.field.note")),
    )


def save_drill(
    coach: Desk, shown: Shown, person: str, start: date, end: date, answers: Answers
) -> Refusal | None:
    """Log an absence and how it went."""
    logged = plan_absence(shown.engagement, coach.new_id(), person, start, end, answers["result"],
                       shown.today, answers["note"])  # fmt: skip
    return save(coach, logged)


def save_dose(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Decide the days a week from a day on."""
    day, number = day_typed(coach, answers["since"]), read_plain_number(answers["dose"])
    if isinstance(day, Refusal):
        return day
    if number is None:
        return Refusal("refusal.profile.days-unread", {"text": answers["dose"][:40]}, "dose")
    decided = decide_days(
        shown.engagement, coach.new_id(), day, number, answers["why"], shown.today
    )
    return save(coach, decided)
