"""The rhythm's questions: what was decided, promised, worked; when a ritual falls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from coach_tui.asking.answers import day_field, field_for, numbers_in
from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field
from coach_tui.bundled import Catalogues
from coach_tui.coach.rhythm.beginning import (
    begin_listed,
    begin_usual,
    first_to_fall,
    usual_schedule,
)
from coach_tui.coach.typed import read_answers
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.rhythm.days import allowance_of, report_days
from coach_tui.engagement.rhythm.decisions import (
    LoggedDecision,
    Promise,
    log_decision,
    promise,
)
from coach_tui.engagement.rhythm.rituals import (
    CADENCES,
    DAYS,
    RUNNERS,
    Ritual,
    Schedule,
    change_ritual,
    hold,
    rituals_of,
    stop,
)
from coach_tui.engagement.rhythm.slots import next_slot
from coach_tui.language import Refusal
from coach_tui.language.dates import DAYS as DAY_NAMES
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import write_number
from coach_tui.playbook.entry import Entry
from coach_tui.view_state import Shown

Answers = dict[str, str]
ASKED: Final = ("title", "why", "options", "owner", "review", "outcome")  # of a decision


def ritual_fields(shown: Shown, ritual: Ritual) -> tuple[Field, ...]:
    """How often, when, how long, run by whom; whether it goes on."""
    words = shown.words
    schedule = ritual.schedule or Schedule(shown.today)
    names = DAY_NAMES[words.language].split()
    cadences = tuple((each, words(f"rhythm.cadence.{each}")) for each in CADENCES)
    runners = tuple((each, words(f"rhythm.run-by.{each}")) for each in RUNNERS)
    goes_on = (("yes", words("form.yes")), ("no", words("rhythm.field.stops")))
    return (
        Field("run_by", words("rhythm.field.run-by"), ritual.run_by, "choice", runners),
        Field("cadence", words("rhythm.field.cadence"), schedule.cadence, "choice", cadences),
        Field("days", words("rhythm.field.days"), ", ".join(names[d] for d in schedule.weekdays)),
        Field("time", words("rhythm.field.time"), schedule.time, hint="09:30"),
        Field("nth", words("rhythm.field.nth"), str(schedule.nth)),
        Field("minutes", words("rhythm.field.minutes"), str(ritual.minutes)),
        Field("owner", words("rhythm.field.owner"), ritual.owner),
        Field("agenda", words("rhythm.field.agenda"), ritual.agenda, "text"),
        Field("goes_on", words("rhythm.field.goes-on"), "yes", "choice", goes_on),
    )


def save_ritual(coach: Desk, shown: Shown, ritual: Ritual, answers: Answers) -> Refusal | None:
    """Change a ritual, as one gesture; its past stays where it was."""
    if answers["goes_on"] == "no":
        return coach.try_to_save(stop(shown.engagement, ritual.id, shown.today))
    typed = numbers_in(answers, ("minutes", "nth"), coach.words)
    if isinstance(typed, Refusal):
        return typed
    weekdays = weekdays_typed(answers["days"], coach.words.language)
    schedule = Schedule(shown.today, answers["cadence"], weekdays, answers["time"].strip(),
                        int(typed["nth"] or 0))  # fmt: skip
    changed = change_ritual(
        shown.engagement, ritual.id, coach.new_id(), schedule, minutes=int(typed["minutes"] or 0),
        run_by=answers["run_by"], owner=answers["owner"], agenda=answers["agenda"],
    )  # fmt: skip
    return coach.try_to_save(changed)


def weekdays_typed(text: str, language: str) -> tuple[int, ...]:
    """The weekdays named, by how each begins: `lun, jeudi`, `mon, thu`. Others give -1."""
    names = [DAY_NAMES[language].split(), list(DAYS)]
    found = []
    for said in text.replace(";", ",").split(","):
        begins = said.strip().lower()[:3]
        places = [n for known in names for n, name in enumerate(known)
                  if begins and name.lower().startswith(begins)]  # fmt: skip
        found.append(places[0] if places else -1)
    return tuple(sorted(set(found)))


def begin_all(coach: Desk, shown: Shown) -> Refusal | None:
    """Begin the usual rituals of this dose that do not run yet, as one gesture."""
    entries = Catalogues()["rituals"]
    return coach.try_to_save(begin_usual(shown.engagement, entries, shown.today, coach.new_id))


def begin_one(coach: Desk, shown: Shown, ritual_id: str) -> Refusal | None:
    """Begin a ritual of the catalogue as it usually falls, or take one up again."""
    since = first_to_fall(shown.engagement, shown.today)
    if known := rituals_of(shown.engagement).get(ritual_id):
        schedule = (known.schedule or Schedule(shown.today))._replace(since=since)
        taken_up = change_ritual(shown.engagement, ritual_id, coach.new_id(), schedule)
        return coach.try_to_save(taken_up)
    if entry := _listed(ritual_id):
        schedule = usual_schedule(entry, since)
        return coach.try_to_save(begin_listed(entry, coach.new_id(), schedule))
    return None


def first_meeting(shown: Shown, ritual_id: str) -> date | None:
    """The day a ritual of the catalogue would first fall, were it begun now as it usually is."""
    entry, since = _listed(ritual_id), first_to_fall(shown.engagement, shown.today)
    if entry is None:
        return None
    return next_slot(Ritual(ritual_id, schedules=(usual_schedule(entry, since),)), since)


def _listed(ritual_id: str) -> Entry | None:
    return next((each for each in Catalogues()["rituals"] if each.id == ritual_id), None)


def begin_own(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Begin a ritual of one's own: its name; when it falls is asked with `details`."""
    if not answers["name"].strip():
        return Refusal("refusal.team.no-name", field="name")
    schedule = Schedule(first_to_fall(shown.engagement, shown.today))
    made = hold(coach.new_id(), coach.new_id(), schedule, minutes=30, name=answers["name"])
    return coach.try_to_save(made)


def decision_fields(shown: Shown, known: LoggedDecision | None) -> tuple[Field, ...]:
    """What, why, out of which options, by whom, to be looked at again when.

    known  the decision as it stands, or what is known of a new one.
    """
    words = shown.words
    each = known or LoggedDecision("", shown.today)
    declared = fields_of(LoggedDecision)
    states = (("taken", words("rhythm.decision.taken")), ("open", words("rhythm.decision.open")))
    state = "open" if known and known.open else "taken"
    return (
        *(field_for(declared[name], getattr(each, name), words) for name in ASKED),
        Field("state", words("rhythm.field.state"), state, "choice", states),
    )


def save_decision(
    coach: Desk,
    shown: Shown,
    known: LoggedDecision | None,
    answers: Answers,
    about: Sequence[str] = (),
) -> Refusal | None:
    """Log it, taken or waiting, or say more of it; `about` names what it is about."""
    asked = {name: answers[name] for name in ASKED}
    said = read_answers(fields_of(LoggedDecision), asked, coach.words, shown.today)
    if isinstance(said, Refusal):
        return said
    identity, waits = known.id if known else coach.new_id(), answers["state"] == "open"
    subjects = (*(known.about if known else ()), *about)
    fields = {**said, "about": subjects} if about else said
    return coach.try_to_save(
        log_decision(shown.engagement, identity, fields, shown.today, waits=waits)
    )


def promise_fields(shown: Shown) -> tuple[Field, ...]:
    """What, by whom, to whom, for when."""
    declared, nothing = fields_of(Promise), Promise("")
    names = ("what", "by", "to", "due")
    return tuple(field_for(declared[name], getattr(nothing, name), shown.words) for name in names)


def save_promise(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Write a promise down."""
    said = read_answers(fields_of(Promise), answers, coach.words, shown.today)
    if isinstance(said, Refusal):
        return said
    what, by, to = (str(said[name] or "") for name in ("what", "by", "to"))
    due, kpi = said["due"], str(said.get("kpi") or "")
    day = due if isinstance(due, date) else None
    made = promise(coach.new_id(), what, shown.today, by=by, to=to, due=day, kpi=kpi)
    return coach.try_to_save(made)


def days_fields(shown: Shown) -> tuple[Field, ...]:
    """Days worked; and the days agreed, as they are known."""
    words, allowance = shown.words, allowance_of(shown.engagement)
    agreed, weeks = "", ""
    if allowance:
        agreed = write_number(round(allowance.days, 1), words.language)
        weeks = write_number(round(allowance.weeks, 1), words.language)
    return (
        Field("worked", words("rhythm.field.worked"), "1"),
        day_field("day", words("rhythm.field.day"), None, "past", shown.today.isoformat()),
        Field("note", words("rhythm.field.note")),
        Field("agreed", words("rhythm.field.agreed"), agreed),
        Field("weeks", words("rhythm.field.weeks"), weeks),
    )


def save_days(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Log days worked; agree on days where the numbers were changed."""
    known = {field.name: field.value for field in days_fields(shown)}
    typed = numbers_in(answers, ("worked", "agreed", "weeks"), coach.words)
    if isinstance(typed, Refusal):
        return typed
    day = _day(coach, answers["day"]) if answers["worked"].strip() else None
    if isinstance(day, Refusal):
        return day.of("day")
    agrees = (answers["agreed"], answers["weeks"]) != (known["agreed"], known["weeks"])
    agreed = {name: typed[name] or 0 for name in ("agreed", "weeks")} if agrees else {}
    return coach.try_to_save(
        report_days(
            coach.new_id(), shown.today, worked=typed["worked"], day=day, note=answers["note"],
            **agreed,
        )
    )  # fmt: skip


def _day(coach: Desk, text: str) -> date | Refusal | None:
    if not text.strip():
        return None
    return read_date(text, coach.words.language, coach.now().date())
