"""The rhythm's questions: what was decided, promised, worked; when a ritual falls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach_tui.asking.answers import day_field, numbers_in
from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field
from coach_tui.bundled import Catalogues
from coach_tui.coach.rhythm.overview import starting_rituals, usual_schedule
from coach_tui.engagement.change import Draft
from coach_tui.engagement.rhythm.days import agree_days, allowance_of, log_days
from coach_tui.engagement.rhythm.decisions import (
    LoggedDecision,
    decide,
    note_outcome,
    open_decision,
    promise,
)
from coach_tui.engagement.rhythm.rituals import (
    CADENCES,
    DAYS,
    RUNNERS,
    Ritual,
    Schedule,
    amend_ritual,
    hold,
    move,
    rituals_of,
    stop,
)
from coach_tui.language import Refusal
from coach_tui.language.dates import DAYS as DAY_NAMES
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import write_number
from coach_tui.view_state import Shown

Answers = dict[str, str]


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
    amended = amend_ritual(shown.engagement, ritual.id, minutes=int(typed["minutes"] or 0),
                           run_by=answers["run_by"], owner=answers["owner"],
                           agenda=answers["agenda"])  # fmt: skip
    if isinstance(amended, Refusal):
        return amended
    before = ritual.schedule
    if before and schedule._replace(since=before.since) == before and ritual.runs(shown.today):
        return coach.try_to_save(amended)
    moved = move(shown.engagement, ritual.id, coach.new_id(), schedule)
    return coach.try_to_save(moved if isinstance(moved, Refusal) else [*amended, *moved])


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


def begin_usual(coach: Desk, shown: Shown) -> Refusal | None:
    """Begin the usual rituals of this dose that do not run yet, as one gesture."""
    since = max(shown.today, shown.profile.first_day or shown.today)
    drafts: list[Draft] = []
    dose = shown.profile.days_per_week
    for proposed in starting_rituals(Catalogues()["rituals"], dose, since):
        if proposed.entry.id not in rituals_of(shown.engagement):
            drafts += _begun(coach, proposed.entry.id, proposed.schedule)
    return coach.try_to_save(drafts) if drafts else None


def begin_one(coach: Desk, shown: Shown, ritual_id: str) -> Refusal | None:
    """Begin a ritual of the catalogue as it usually falls, or take one up again."""
    if known := rituals_of(shown.engagement).get(ritual_id):
        schedule = (known.schedule or Schedule(shown.today))._replace(since=shown.today)
        return coach.try_to_save(move(shown.engagement, ritual_id, coach.new_id(), schedule))
    for entry in Catalogues()["rituals"]:
        if entry.id == ritual_id:
            schedule = usual_schedule(entry, shown.today)
            return coach.try_to_save(_begun(coach, ritual_id, schedule))
    return None


def begin_own(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Begin a ritual of one's own: its name; when it falls is asked with `details`."""
    if not answers["name"].strip():
        return Refusal("refusal.team.no-name", field="name")
    schedule = Schedule(shown.today)
    made = hold(coach.new_id(), coach.new_id(), schedule, minutes=30, name=answers["name"])
    return coach.try_to_save(made)


def decision_fields(shown: Shown, known: LoggedDecision | None) -> tuple[Field, ...]:
    """What, why, out of which options, by whom, to be looked at again when."""
    words = shown.words
    each = known or LoggedDecision("", "")
    states = (("taken", words("rhythm.decision.taken")), ("open", words("rhythm.decision.open")))
    state = "open" if known and known.open else "taken"
    return (
        Field("title", words("rhythm.field.title"), each.title),
        Field("why", words("rhythm.field.why"), each.why, "text"),
        Field("options", words("rhythm.field.options"), each.options, "text"),
        Field("owner", words("rhythm.field.owner"), each.owner),
        day_field("review", words("rhythm.field.review"), each.review, "ahead"),
        Field("outcome", words("rhythm.field.outcome"), each.outcome),
        Field("state", words("rhythm.field.state"), state, "choice", states),
    )


def save_decision(
    coach: Desk, shown: Shown, known: LoggedDecision | None, answers: Answers
) -> Refusal | None:
    """Log it: taken, or waiting."""
    review = _day(coach, answers["review"])
    if isinstance(review, Refusal):
        return review.of("review")
    identity = known.id if known else coach.new_id()
    texts = {name: answers[name] for name in ("options", "owner")}
    if answers["state"] == "open":
        opened = known.opened if known else shown.today
        return coach.try_to_save(open_decision(identity, answers["title"], opened, **texts))
    decided = (known.decided if known else None) or shown.today
    made = decide(identity, answers["title"], opened=known.opened if known else decided,
                  decided=decided, why=answers["why"], review=review, **texts)  # fmt: skip
    if isinstance(made, Refusal) or not (known and answers["outcome"].strip()):
        return coach.try_to_save(made)
    outcome = note_outcome(shown.engagement, identity, answers["outcome"])
    return coach.try_to_save(outcome if isinstance(outcome, Refusal) else [*made, *outcome])


def promise_fields(shown: Shown) -> tuple[Field, ...]:
    """What, by whom, to whom, for when."""
    words = shown.words
    return (
        Field("what", words("rhythm.field.what")),
        Field("by", words("rhythm.field.by")),
        Field("to", words("rhythm.field.to")),
        day_field("due", words("rhythm.field.due"), None, "ahead"),
    )


def save_promise(coach: Desk, shown: Shown, answers: Answers) -> Refusal | None:
    """Write a promise down."""
    due = _day(coach, answers["due"])
    if isinstance(due, Refusal):
        return due.of("due")
    made = promise(coach.new_id(), answers["what"], shown.today, by=answers["by"],
                   to=answers["to"], due=due)  # fmt: skip
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
    drafts: list[Draft] = []
    if answers["worked"].strip():
        day = _day(coach, answers["day"])
        worked = numbers_in(answers, ("worked",), coach.words)
        if isinstance(day, Refusal):
            return day.of("day")
        if isinstance(worked, Refusal):
            return worked
        logged = log_days(coach.new_id(), day or shown.today, worked["worked"] or 0, shown.today,
                          answers["note"])  # fmt: skip
        if isinstance(logged, Refusal):
            return logged
        drafts += logged
    if (answers["agreed"], answers["weeks"]) != (known["agreed"], known["weeks"]):
        typed = numbers_in(answers, ("agreed", "weeks"), coach.words)
        if isinstance(typed, Refusal):
            return typed
        said = agree_days(typed["agreed"] or 0, typed["weeks"] or 0, None)
        if isinstance(said, Refusal):
            return said
        drafts += said
    return coach.try_to_save(drafts) if drafts else None


def _begun(coach: Desk, ritual_id: str, schedule: Schedule) -> Sequence[Draft]:
    entry = next(each for each in Catalogues()["rituals"] if each.id == ritual_id)
    made = hold(ritual_id, coach.new_id(), schedule, minutes=entry.fields["minutes"],
                counts=entry.fields["recurring_load"], run_by=entry.fields["run_by"])  # fmt: skip
    return [] if isinstance(made, Refusal) else made


def _day(coach: Desk, text: str) -> date | Refusal | None:
    if not text.strip():
        return None
    return read_date(text, coach.words.language, coach.now().date())
