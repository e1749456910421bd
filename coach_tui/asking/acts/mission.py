"""Acts on the engagement itself: one field of its frame, and the questions all else hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.answers import (
    choice_field,
    day_field,
    days_in,
    field_for,
    number_text,
    numbers_in,
)
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Asked, AtScreen, Several, Sheet, deciding
from coach_tui.coach.rhythm.agreed import change_mission
from coach_tui.coach.typed import read_answers
from coach_tui.engagement.advice import set_aside
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.context import SHARES, TEXTS, Context, context_of, tell
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.profile import AMOUNTS, BEGINNINGS, SCENARIOS, profile_of
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.rhythm.first_days import lived_since
from coach_tui.engagement.step import set_status
from coach_tui.engagement.transition.record import set_transition, transition_of
from coach_tui.language import Refusal

DAYS: Final = ("first_day", "planned_end")
DOSE: Final = "days_per_week"
UNSAID: Final = ("finished", "since", "why")  # nobody need answer these
IDLE: Final = ("on", "pause", "ended")


def open_profile(opening: Opening) -> Asked:
    """The field this is about, and no other."""
    what = opening.act.what
    if what in ("availability", "time_split", "execution_days", "certificate_on"):
        return _context(opening, what)
    if what in ("relay", "ended"):
        return _transition(opening, what)
    profile, words = profile_of(opening.engagement), opening.words
    fields: tuple[Field, ...]
    if what == "beginning":
        known = profile.beginning or BEGINNINGS[0]
        fields = (choice_field("beginning", words("welcome.where"), known, BEGINNINGS,
                               "welcome.where.", words),)  # fmt: skip
    elif what == "exit_scenario":
        fields = (
            choice_field("exit_scenario", words("profile.exit_scenario"), profile.exit_scenario,
                         ("", *SCENARIOS), "profile.exit_scenario.", words),
            Field("finished", words("profile.finished"), profile.finished, "text"),
        )  # fmt: skip
    elif what in DAYS:
        sense = "near" if what == "first_day" else "ahead"
        hint = words("profile.planned_end.usual") if what == "planned_end" else ""
        fields = (day_field(what, words(f"profile.{what}"), getattr(profile, what), sense, hint),)  # type: ignore[arg-type]
        if what == "first_day":
            fields += _counted_from(opening)
    elif what in AMOUNTS:
        text = number_text(getattr(profile, what), words)
        fields = (Field(what, words(f"profile.{what}"), text),)
    else:
        return AtScreen("engagements")

    def decide(answers: Mapping[str, str]) -> Decision:
        read = _read(answers, opening)
        if isinstance(read, Refusal):
            return read
        since, why = read.pop("since", None), str(read.pop("why", ""))
        known = {**profile._asdict(), DOSE: dose_on(opening.engagement, opening.shown.today)}
        return change_mission(
            opening.engagement,
            {name: value for name, value in read.items() if value != known[name]},
            since=since if isinstance(since, date) else None,
            why=why,
            today=opening.shown.today,
            new_id=opening.desk.new_id,
        )

    return deciding(opening.desk, _title(opening), opening.said, fields, decide)


def _counted_from(opening: Opening) -> tuple[Field, ...]:
    """The days a week of today; and once the engagement was lived, from when a change holds."""
    words, today = opening.words, opening.shown.today
    dose = number_text(dose_on(opening.engagement, today), words)
    asked = (Field(DOSE, words(f"profile.{DOSE}"), dose),)
    lived = lived_since(opening.engagement)
    if lived is None or lived > today:
        return asked
    since = day_field("since", words("profile.since"), None, "near")
    return (*asked, since, Field("why", words("profile.why")))


def _read(answers: Mapping[str, str], opening: Opening) -> dict[str, object] | Refusal:
    """Days and numbers as they are typed; an empty answer is refused: nothing is said by it."""
    read: dict[str, object] = {}
    for name, text in answers.items():
        if not text.strip():
            if name in UNSAID:
                continue
            return Refusal("refusal.act.empty").of(name)
        if name in (*DAYS, "since"):
            said: Mapping[str, object] | Refusal = days_in(
                {name: text}, (name,), opening.words, opening.shown.today
            )
        elif name in (*AMOUNTS, DOSE):
            said = numbers_in({name: text}, (name,), opening.words)
        else:
            said = {name: text.strip()}
        if isinstance(said, Refusal):
            return said
        read |= said
    return read


def _context(opening: Opening, what: str) -> Sheet:
    known, words = context_of(opening.engagement), opening.words
    names = {"availability": TEXTS, "time_split": SHARES}.get(what, (what,))
    declared = {name: fields_of(Context)[name] for name in names}
    fields = (field_for(spec, getattr(known, name), words) for name, spec in declared.items())

    def decide(answers: Mapping[str, str]) -> Decision:
        said = read_answers(declared, answers, words, opening.shown.today)
        return said if isinstance(said, Refusal) else tell(said)

    return deciding(opening.desk, _title(opening), opening.said, tuple(fields), decide)


def _transition(opening: Opening, what: str) -> Sheet:
    known, words = transition_of(opening.engagement), opening.words
    fields: tuple[Field, ...]
    if what == "ended":
        end = profile_of(opening.engagement).planned_end
        why = Field("ended_why", words("transition.set.ended_why"), known.ended_why)
        fields = (day_field(what, words(f"transition.set.{what}"), known.ended or end, "past"), why)
    else:
        fields = (Field(what, words(f"transition.set.{what}"), getattr(known, what)),)

    def decide(answers: Mapping[str, str]) -> Decision:
        if not answers[what].strip():
            return Refusal("refusal.act.empty").of(what)
        said: Mapping[str, object] | Refusal = {what: answers[what]}
        if what == "ended":
            days = days_in(answers, (what,), words, opening.shown.today)
            said = (
                days if isinstance(days, Refusal) else {**days, "ended_why": answers["ended_why"]}
            )
        if isinstance(said, Refusal):
            return said
        return set_transition(opening.engagement, said)

    return deciding(opening.desk, _title(opening), opening.said, fields, decide)


def open_question(opening: Opening) -> Asked:
    """Is it alive? It goes on, it rests until a day, or it has ended."""
    words, today = opening.words, opening.shown.today
    fields = (
        choice_field("alive", words("act.idle"), "on", IDLE, "act.idle.", words),
        day_field("day", words("act.idle.day"), None, "near", words("act.idle.day-hint")),
        Field("ended_why", words("act.idle.why")),
    )

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("day",), words, today)
        if isinstance(days, Refusal):
            return days
        day = days["day"]
        if answers["alive"] != "on" and day is None:
            return Refusal("refusal.act.empty").of("day")
        if answers["alive"] == "ended":
            end = {"ended": day, "ended_why": answers["ended_why"]}
            return set_transition(opening.engagement, end)
        if answers["alive"] == "pause" and isinstance(day, date):
            if day <= today:
                return Refusal("refusal.act.past-pause").of("day")
            said = set_aside(f"idle:{opening.shown.role}", "info", (), day, words("act.idle.pause"))
            return said
        return set_aside(f"idle:{opening.shown.role}", "info", (), today, "")

    return deciding(opening.desk, words("act.idle.title"), "", fields, decide)


def open_settle(opening: Opening) -> Asked:
    """The steps of a stage that lie before this file: which were done, in one pass.

    What is left out is not needed any more, but while the CMO is looked for: whether there is a
    need, and of which kind, is still worth an hour, so it stays to be done.
    """
    words = opening.words
    looking = profile_of(opening.engagement).beginning == "looking"
    steps = [each for each in opening.about if opening.shown.playbook.step(each)]

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        drafts: list[Draft] = []
        for step_id in steps:
            done = step_id in chosen
            status = "done" if done else "todo" if looking else "na"
            reason = words("act.settle.without") if status == "na" else ""
            said = _status(opening, step_id, status, reason)
            if isinstance(said, Refusal):
                return said
            drafts += said
            if done:
                proof = {"what": words("act.settle.before"), "day": opening.shown.today}
                shown = show_elsewhere(step_id, proof, opening.shown.today)
                if isinstance(shown, Refusal):
                    return shown
                drafts += shown
        return opening.desk.try_to_save(drafts)

    about = words("act.settle.looking" if looking else "act.settle.about")
    return Several(words("act.settle"), about, _steps(opening, steps), submit)


def open_confirm(opening: Opening) -> Asked:
    """What was done and waits for this role's word."""
    words = opening.words
    steps = [each for each in opening.about if opening.shown.playbook.step(each)]

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        drafts: list[Draft] = []
        for step_id in chosen:
            said = _status(opening, step_id, "confirmed")
            if isinstance(said, Refusal):
                return said
            drafts += said
        return opening.desk.try_to_save(drafts) if drafts else Refusal("refusal.act.none-chosen")

    return Several(words("act.confirm"), words("act.confirm.about"), _steps(opening, steps), submit)


def _steps(opening: Opening, steps: list[str]) -> tuple[tuple[str, str], ...]:
    found = ((each, opening.shown.playbook.step(each)) for each in steps)
    return tuple((step_id, step.title) for step_id, step in found if step)


def _status(opening: Opening, step_id: str, status: str, reason: str = "") -> Decision:
    planned = opening.shown.step(step_id)
    if planned is None:
        return []
    return set_status(
        step_id, status, current=planned.record._replace(status=planned.status),
        actor=opening.shown.role, reason=reason, confirmer=planned.step.confirmer,
    )  # fmt: skip


def _title(opening: Opening) -> str:
    return opening.words(f"act.profile.{opening.act.what}")
