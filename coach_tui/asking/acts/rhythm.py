"""Acts of the rhythm: begin or log a ritual, decide, promise, log days, the month's report."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.asking import rhythm as forms
from coach_tui.asking.acts.kpi import open_kpi
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.acts.papers import document_sheet
from coach_tui.asking.field import Field
from coach_tui.asking.form import NEW
from coach_tui.asking.occurrence import log_slot, slot_of
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Sheet, deciding
from coach_tui.bundled import Catalogues
from coach_tui.coach.acts import ParsedAct
from coach_tui.coach.named import named_in
from coach_tui.coach.rhythm.month import last_month
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.kinds import REPORT
from coach_tui.engagement.kpi.record import followed as kpis_followed
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.decisions import (
    LoggedDecision,
    decisions_of,
    keep_promise,
    log_decision,
    promises_of,
)
from coach_tui.engagement.rhythm.reports import is_month
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import Refusal
from coach_tui.language.dates import long_date

HELD = ("held", "skipped")


def open_ritual(opening: Opening) -> Asked:
    """Begin this ritual as it usually falls; once it runs, say whether its last day was held."""
    what = opening.act.what
    waiting = [each for each in opening.about if each in rituals_of(opening.engagement)]
    what = what or next(iter(waiting), "")
    if not what:
        return AtScreen("rhythm")
    if what in rituals_of(opening.engagement):
        return _log(opening, what)

    def submit(answers: dict[str, str]) -> Refusal | None:
        if answers["begin"] != "yes":
            return Refusal("refusal.act.not-begun").of("begin")
        return forms.begin_one(opening.desk, opening.shown, what)

    words = opening.words
    yes_no = (("yes", words("form.yes")), ("no", words("form.no")))
    field = Field("begin", words("act.ritual.begin"), "yes", "choice", yes_no)
    first = forms.first_meeting(opening.shown, what)
    falls = words("act.ritual.first", day=long_date(first, words.language)) if first else ""
    about = " ".join(each for each in (falls, words("act.ritual.usual")) if each)
    return Sheet(_name(opening, what), about, (field,), submit)


def _log(opening: Opening, ritual: str) -> Asked:
    """Held or skipped, and why: the day that waits."""
    words, slot = opening.words, slot_of(opening.shown, "ritual", ritual)
    if slot is None:
        return AtScreen("rhythm")
    results = tuple((each, words(f"rhythm.{each}")) for each in HELD)
    fields = (
        Field("result", words("rhythm.ask-held", day=slot.day), "held", "choice", results),
        Field("reason", words("rhythm.field.reason"), hint=words("act.ritual.why-skipped")),
    )

    def submit(answers: dict[str, str]) -> Refusal | None:
        reason = answers["reason"] if answers["result"] == "skipped" else ""
        return log_slot(opening.desk, opening.shown, slot, answers["result"], reason)

    return Sheet(_name(opening, ritual), opening.said, fields, submit, record=slot.row)


def open_decision(opening: Opening) -> Asked:
    """The decision this is about, or a new one about what the move is about."""
    known = decisions_of(opening.engagement).get(opening.id_of("decision") or _first(opening))
    if opening.act.what == "outcome" and known:
        return _outcome(opening, known)
    today, title = opening.shown.today, opening.said  # a step says what it decides
    new = LoggedDecision("", today, title=title, decided=today)  # taken, unless it is said to wait
    fields = forms.decision_fields(opening.shown, known or new)

    def submit(answers: dict[str, str]) -> Refusal | None:
        about = () if known and opening.subjects == known.about else opening.subjects
        return forms.save_decision(opening.desk, opening.shown, known, answers, about)

    record = known.id if known else " ".join((NEW, *opening.subjects))
    title = opening.words("act.decision")
    return Sheet(title, opening.said, fields, submit, opening.focus, record=record)


def _outcome(opening: Opening, known: LoggedDecision) -> Sheet:
    field = Field("outcome", opening.words("rhythm.field.outcome"), known.outcome, "text")

    def decide(answers: Mapping[str, str]) -> Decision:
        return log_decision(
            opening.engagement, known.id, {"outcome": answers["outcome"]}, opening.shown.today
        )

    title = opening.words("act.outcome")
    return deciding(opening.desk, title, known.title, (field,), decide, known.id)


def open_promise(opening: Opening) -> Asked:
    """Of promises due, which one was kept; otherwise a new one."""
    words, found = opening.words, promises_of(opening.engagement)
    due = [found[each] for each in opening.about if each in found]
    quick_win = opening.step and opening.step.done_when == "promise:quick-wins"
    if quick_win and not kpis_followed(opening.engagement):
        return open_kpi(
            opening._replace(act=ParsedAct("kpi"))
        )  # a quick win moves one: it comes first
    if not due:

        def submit(answers: dict[str, str]) -> Refusal | None:
            return forms.save_promise(opening.desk, opening.shown, answers)

        fields = (*forms.promise_fields(opening.shown), *_kpi_field(opening))
        return Sheet(words("act.promise"), opening.said, fields, submit)

    def then(answer: str) -> Asked:
        field = Field("result", words("act.promise.result"))
        promise = found[answer]

        def decide(answers: Mapping[str, str]) -> Decision:
            return keep_promise(opening.engagement, answer, opening.shown.today, answers["result"])

        title = words("act.promise.kept")
        return deciding(opening.desk, title, promise.what, (field,), decide, answer)

    if len(due) == 1:
        return then(due[0].id)
    options = tuple((each.id, f"{each.what} · {each.by}".rstrip(" ·")) for each in due)
    return Pick(words("act.promise.kept"), "", options, then)


def _kpi_field(opening: Opening) -> tuple[Field, ...]:
    """Which KPI it is to move, where KPIs are followed."""
    names = named_in(opening.engagement, Catalogues(), opening.words.language).kpis
    followed = [each.id for each in kpis_followed(opening.engagement)]
    if not followed:
        return ()
    choices = (("", "—"), *((each, names.get(each, each)) for each in followed))
    return (Field("kpi", opening.words("act.promise.kpi"), "", "choice", choices),)


def open_days(opening: Opening) -> Asked:
    """Days worked, and the days agreed."""

    def submit(answers: dict[str, str]) -> Refusal | None:
        return forms.save_days(opening.desk, opening.shown, answers)

    return Sheet(opening.words("act.days"), "", forms.days_fields(opening.shown), submit)


def open_report(opening: Opening) -> Asked:
    """The report of the month this is about, or of the last one that is over."""
    named = next((each for each in opening.about if is_month(each)), "")
    first_day = profile_of(opening.engagement).first_day
    month = named or last_month(opening.shown.today, first_day)
    return document_sheet(opening, f"{REPORT}/{month}", "written")


def _first(opening: Opening) -> str:
    return next(iter(opening.about), "")


def _name(opening: Opening, ritual: str) -> str:
    names = named_in(opening.engagement, Catalogues(), opening.words.language)
    return names.rituals.get(ritual, ritual)
