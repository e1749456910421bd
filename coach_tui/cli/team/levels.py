"""`coach team list|add|skills|rate|use`: who can do what alone, and the index it makes."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from coach_tui.bundled import load_catalogue
from coach_tui.cli.arguments import day_said, entry_said, number_said, person_said
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.table import row as table_row
from coach_tui.cli.team.rows import cover_row, entry_row
from coach_tui.coach.named import Names, called, names_of
from coach_tui.coach.team.skills_map import put_on_map, rate_on_map
from coach_tui.coach.team.still_there import cmo_gone
from coach_tui.engagement.change import Decision
from coach_tui.engagement.gesture import together
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import (
    Cover,
    autonomy_index,
    covers_of,
    key_people,
    verdict,
)
from coach_tui.engagement.team.levels import SIDES, level_at, side_of
from coach_tui.engagement.team.people import (
    KINDS,
    Person,
    labels_of,
    people_of,
    set_days_free,
    set_person,
)
from coach_tui.engagement.team.skills import drop_skill, log_use, skills_of
from coach_tui.exports.team.sheet import index_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.session import Session


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Its options."""
    parser.add_argument("--ratings", action="store_true", help=words("team.option.ratings"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("team.json.list")


def run_list(call: Call) -> int:
    """People, coverage by skill, the index."""
    session, words = call.session(), call.words
    engagement, side = session.engagement, side_of(session.role)
    # A member reads her own: what is covered comes from the CMO's ratings.
    covers = covers_of(engagement, call.today) if side == "cmo" else ()
    if call.options.json:
        show_json(_json(engagement, covers, side, call))
        return FINE
    people = people_of(cmo_gone(engagement, call.today))
    labels = labels_of(people.values())
    for person in people.values():
        parts = [one_line(labels[person.id]), words(f"team.kind.{person.kind}")]
        parts += [words("team.left", day=person.left)] if person.left else []
        left = f"{person.left}" if person.left else ""
        kind = words(f"team.kind.{person.kind}")
        show(table_row(" · ".join(parts), words, name=labels[person.id], kind=kind, left=left))
    if not labels:
        say(words("team.nobody"))
    names = _names(call)
    for cover in covers:
        show(cover_row(cover, names, labels, words))
    index = autonomy_index(covers)
    if index is not None:
        show(one_line(index_words(engagement, index, call.today, words)))
    for person_id, skills in key_people(covers).items():
        said = ", ".join(one_line(called(skill, "", names)) for skill in skills)
        show(f"! {words('team.key-person', person=one_line(labels[person_id]), skills=said)}")
    return FINE


def add_add(parser: ArgumentParser, words: Words) -> None:
    """Who, and as what."""
    parser.add_argument("name", metavar=words("cli.name"), help=words("team.option.name"))
    parser.add_argument("--kind", choices=KINDS, help=words("team.option.kind"))
    parser.add_argument("--role", default="", metavar="…", help=words("team.option.role"))
    parser.add_argument("--days-free", metavar="N", help=words("record.person.days_free"))
    parser.add_argument("--left", metavar="DATE", help=words("team.option.left"))
    parser.add_argument(
        "--back", nargs="?", const="today", metavar="DATE", help=words("team.option.back-on")
    )


def run_add(call: Call) -> int:
    """Add someone; or say that someone here leaves, or comes back."""
    session, options = call.session(up_to_date=True), call.options
    fields: dict[str, str | date | None] = {
        name: getattr(options, name) for name in ("kind", "role") if getattr(options, name)
    }
    if options.left or options.back or _is_given_days(call, session.engagement):
        person = person_said(session.engagement, options.name)
        if options.left or options.back:
            fields |= _days(call, people_of(session.engagement)[person])
    else:
        person, fields["name"] = session.new_id(), options.name
    made = set_person(session.engagement, person, fields)
    if options.days_free:
        days = number_said(call, options.days_free)
        made = together(made if fields else [], set_days_free(person, days))
    accepted(session.record(made))
    say(call.words("team.saved", name=one_line(options.name, 80)))
    if options.left:
        from coach_tui.cli.team.handover import show_left_behind

        show_left_behind(call, session, person)
    return FINE


def _is_given_days(call: Call, engagement: Engagement) -> bool:
    """Whether days are said of somebody known already: nobody is added then."""
    names = [folded(each.name) for each in people_of(engagement).values()]
    return bool(call.options.days_free) and folded(call.options.name) in names


def _days(call: Call, person: Person) -> dict[str, date | None]:
    """The day they leave, or are there again; no day at all where it was only announced."""
    options = call.options
    if options.left:
        return {"left": day_said(call, options.left)}
    if options.back == "today" and person.left and call.today < person.left:
        return {"left": None}
    back = call.today if options.back == "today" else day_said(call, options.back)
    return {"back": back or call.today}


def add_skills(parser: ArgumentParser, words: Words) -> None:
    """Which to keep on the map, or to take off it."""
    parser.add_argument("skill", nargs="*", metavar="ID", help=words("team.option.skills"))
    parser.add_argument("--all", action="store_true", help=words("team.option.all"))
    parser.add_argument("--drop", action="store_true", help=words("team.option.drop"))
    parser.add_argument("--weight", type=int, choices=(1, 2, 3), help=words("team.option.weight"))
    parser.add_argument("--critical", choices=("yes", "no"), help=words("team.option.critical"))


def run_skills(call: Call) -> int:
    """Put skills on the map or take them off; without any, list the catalogue's."""
    options = call.options
    changing = bool(options.skill or options.all)
    session = call.session(up_to_date=changing)
    names, kept = _names(call), skills_of(session.engagement)
    if not changing:
        for entry in load_catalogue("skills")[0]:
            show(entry_row(entry, names[entry.id], entry.id in kept, call.words))
        return FINE
    wanted = list(names) if options.all else [skill_said(call, each) for each in options.skill]
    accepted(session.record(_mapped(call, session, wanted)))
    say(call.words("team.map-saved", n=len(skills_of(session.engagement))))
    return FINE


def add_rate(parser: ArgumentParser, words: Words) -> None:
    """Whom, on what, how far; as whom; and the evidence."""
    parser.add_argument("person", metavar=words("cli.name"), help=words("team.option.person"))
    parser.add_argument("skill", metavar="ID", help=words("team.option.skill"))
    parser.add_argument("level", type=int, metavar="0-4", help=words("team.option.level"))
    parser.add_argument("--side", choices=SIDES, help=words("team.option.as"))
    parser.add_argument("--date", metavar="DATE", help=words("team.option.date"))
    parser.add_argument("--evidence", default="", metavar="…", help=words("team.option.evidence"))
    parser.add_argument(
        "--verified-by", default="", metavar="…", help=words("team.option.verified")
    )


def run_rate(call: Call) -> int:
    """Rate, and say the index when the rating counts. The other side's is never shown here."""
    session, options = call.session(up_to_date=True), call.options
    person, skill = (
        person_said(session.engagement, options.person),
        skill_said(call, options.skill),
    )
    made = rate_on_map(
        session.engagement, session.new_id(), load_catalogue("skills")[0], person=person,
        skill=skill, level=options.level, side=options.side or side_of(session.role),
        today=call.today,
        day=day_said(call, options.date, "past") or call.today,
        evidence=options.evidence, verified_by=options.verified_by,
    )  # fmt: skip
    accepted(session.record(made))
    name = one_line(labels_of(people_of(session.engagement).values())[person])
    said = called(skill, "", _names(call))
    say(call.words("team.rated", name=name, skill=one_line(said), level=options.level))
    return FINE


def add_use(parser: ArgumentParser, words: Words) -> None:
    """Who did what with the written method."""
    parser.add_argument("person", metavar=words("cli.name"), help=words("team.option.person"))
    parser.add_argument("skill", metavar="ID", help=words("team.option.skill"))
    parser.add_argument("--date", metavar="DATE", help=words("team.option.date"))
    parser.add_argument("--note", default="", metavar="…", help=words("rhythm.option.note"))


def run_use(call: Call) -> int:
    """Record that someone did it for real, method in hand."""
    session, options = call.session(up_to_date=True), call.options
    engagement = session.engagement
    person, skill = person_said(engagement, options.person), skill_said(call, options.skill)
    day = day_said(call, options.date, "past") or call.today
    used = log_use(engagement, session.new_id(), skill, person, day, call.today, options.note)
    accepted(session.record(used))
    say(call.words("team.use-saved", skill=one_line(called(skill, "", _names(call)))))
    return FINE


def _mapped(call: Call, session: Session, wanted: list[str]) -> Decision:
    """These skills on the map, or off it, at once."""
    options, engagement = call.options, session.engagement
    if options.drop:
        return together(*(drop_skill(engagement, each) for each in dict.fromkeys(wanted)))
    critical = options.critical == "yes" if options.critical else None
    entries = load_catalogue("skills")[0]
    return put_on_map(engagement, wanted, entries, weight=options.weight, critical=critical)


def skill_said(call: Call, text: str) -> str:
    """The id of the skill meant, of the catalogue or of one's own."""
    own = skills_of(call.session().engagement)
    names = {**_names(call), **{each.id: each.name for each in own.values() if each.name}}
    try:
        return entry_said(names, text, "refusal.team.unknown-skill", "skill")
    except Refused:
        if text in own:
            return text
        raise


def _names(call: Call) -> Names:
    return names_of(load_catalogue("skills")[0], call.language)


def _json(
    engagement: Engagement, covers: Sequence[Cover], side: str, call: Call
) -> Mapping[str, Any]:
    index, people = autonomy_index(covers), people_of(engagement)
    told: dict[str, Any] = {
        "today": call.today.isoformat(),
        "index": index,
        "verdict": verdict(index),
        "people": [
            {"id": p.id, "name": p.name, "kind": p.kind, "role": p.role or None,
             "left": p.left.isoformat() if p.left else None}
            for p in people.values()
        ],
        "skills": [
            {"id": c.skill.id, "name": c.skill.name or None, "weight": c.skill.weight,
             "critical": c.skill.critical, "coverage": c.share, "label": c.label,
             "autonomous": len(c.autonomous), "method_used": c.method_used,
             "external": c.external}
            for c in covers
        ],
        "key_people": {person: list(skills) for person, skills in key_people(covers).items()},
    }  # fmt: skip
    if call.options.ratings:
        told["ratings"] = [
            {"person": person, "skill": skill, "level": rated.level}
            for person in people
            for skill in skills_of(engagement)
            if (rated := level_at(engagement, person, skill, call.today, side))
        ]
    return told
