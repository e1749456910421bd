"""The decision log, and what was promised to whom."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import LONG, NAME, Day, Declared, Text, decoded
from coach_tui.engagement.gesture import only_news
from coach_tui.engagement.state import Engagement, flag_of, text_of, texts_of, viewed
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "decision"
PROMISE: Final = "promise"
SUBJECTS: Final = ("kpi", "skill", "step", "rule")  # what a decision can be about
SUBJECT_LIMIT: Final = 200  # characters
TEXTS: Final = ("title", "options", "why", "owner", "chosen", "outcome")
STALE: Final = timedelta(
    days=14
)  # an open decision older than this is flagged (FORMULAS.md, "Rhythm")


class LoggedDecision(Declared, subject="rhythm.field"):
    """A decision waiting (`decided` is None) or taken. `review` is when to look at it again.

    `about` names what it is about, each as "kind:id": a KPI, a skill, a step or a rule.
    """

    id: str
    opened: date
    about: tuple[str, ...] = ()
    title: str = Text(LONG, needed="refusal.rhythm.no-title")
    why: str = Text(LONG, lines=True)
    options: str = Text(LONG, lines=True)
    chosen: str = Text(LONG)
    owner: str = Text(LONG)
    decided: date | None = Day()
    review: date | None = Day("ahead")
    outcome: str = Text(LONG)

    @property
    def open(self) -> bool:
        return self.decided is None

    def stale(self, today: date) -> bool:
        """Whether it has been waiting for more than 14 days."""
        return self.open and today - self.opened > STALE

    def to_review(self, today: date) -> bool:
        """Whether the day to look at it again has come, and nobody wrote what became of it."""
        return bool(not self.open and self.review and self.review <= today and not self.outcome)


class Promise(Declared, subject="rhythm.field"):
    """Something promised, by someone to someone, due some day. `kept` is the day it was done.

    A quick win names the KPI it is to move (`kpi`), and in the end what it gave (`result`).
    """

    id: str
    what: str = Text(LONG, needed="refusal.rhythm.no-promise")
    by: str = Text(LONG)
    to: str = Text(LONG)
    due: date | None = Day("ahead")
    kept: date | None = Day()
    made: date | None = Day()
    kpi: str = Text(NAME, told="kpi")
    result: str = Text(LONG)


@viewed
def decisions_of(engagement: Engagement) -> Mapping[str, LoggedDecision]:
    """The decision log, by id, in the order in which the lines were opened."""
    found = {}
    for identity, record in engagement.records(ENTITY).items():
        opened, about = day_of(record, "opened"), texts_of(record, "about")
        if opened and text_of(record, "title") and not flag_of(record, "_deleted"):
            found[identity] = decoded(LoggedDecision, record, identity, opened, about)
    return dict(sorted(found.items(), key=lambda each: (each[1].opened, each[0])))


@viewed
def promises_of(engagement: Engagement) -> Mapping[str, Promise]:
    """Every promise, by id, the soonest due first."""
    found = {}
    for identity, record in engagement.records(PROMISE).items():
        if text_of(record, "what") and not flag_of(record, "_deleted"):
            found[identity] = decoded(Promise, record, identity)
    return dict(sorted(found.items(), key=lambda each: (each[1].due or date.max, each[0])))


def promises_due(engagement: Engagement, today: date, ahead: int = 7) -> tuple[Promise, ...]:
    """Promises not kept yet and due within `ahead` days, or late, or without a date."""
    limit = today + timedelta(days=ahead)
    return tuple(
        promise
        for promise in promises_of(engagement).values()
        if promise.kept is None and (promise.due is None or promise.due <= limit)
    )


def log_decision(
    engagement: Engagement,
    identity: str,
    fields: Mapping[str, object],
    today: date,
    *,
    waits: bool | None = None,
) -> Decision:
    """Put a decision in the log, taken or waiting, or say more of one that is there.

    fields  what is said of it: its texts, `review`, `opened`, `day`, when it was taken (or,
            waiting, first asked), and `about`, the subjects it is about. What is not said stays;
            an empty text empties one.
    waits   whether it waits for its answer. Without it, it stays as it is; a new one is taken.

    Whoever lets a decision wait again loses nothing of it: its why, review and outcome stay.
    """
    known, record = decisions_of(engagement).get(identity), engagement.record(ENTITY, identity)
    said = {name: str(fields[name] or "") for name in TEXTS if name in fields}
    day, opened = _day(fields, "day"), _day(fields, "opened")
    waits = bool(known and known.open) if waits is None else waits
    decided = None if waits else day or (known.decided if known else None) or today
    opened = opened or (day if waits else None) or (known.opened if known else decided) or today
    days = {"opened": min(opened, decided or opened), "decided": decided}
    if "review" in fields:
        days["review"] = _day(fields, "review")
    after = {name: said.get(name, text_of(record, name)).strip() for name in TEXTS}
    review = days.get("review", day_of(record, "review"))
    subjects = fields.get("about")
    about = [*dict.fromkeys(subjects)] if isinstance(subjects, Sequence) else []
    refusal = _refuse_decision(after, decided, review) or refuse_fields(LoggedDecision, said, today)
    if refusal := refusal or _refuse_subjects(about):
        return refusal
    told = {**said, **days, **({"about": about} if "about" in fields else {})}
    made = [Draft(ENTITY, identity, recorded(told))]
    return only_news(engagement, made)


def promise(
    identity: str,
    what: str,
    made: date,
    *,
    by: str = "",
    to: str = "",
    due: date | None = None,
    kpi: str = "",
) -> Decision:
    """Write down a promise: what, by whom, to whom, for when; of a quick win, the KPI it moves."""
    fields = {"what": what, "by": by, "to": to, "made": made, "due": due}
    fields |= {"kpi": kpi} if kpi else {}
    return refuse_fields(Promise, fields, made) or [Draft(PROMISE, identity, recorded(fields))]


def keep_promise(
    engagement: Engagement, identity: str, day: date | None, result: str = ""
) -> Decision:
    """Say that a promise was kept that day, and what it gave; None opens it again."""
    if identity not in promises_of(engagement):
        return Refusal("refusal.rhythm.unknown-promise")
    gave = {"result": result.strip()} if result.strip() else {}
    kept = {"kept": day.isoformat() if day else None}
    refusal = refuse_fields(Promise, {"kept": day, "result": result}, day or date.max)
    return refusal or [Draft(PROMISE, identity, {**kept, **gave})]


def _refuse_subjects(about: Iterable[object]) -> Refusal | None:
    wrong = next((str(each) for each in about if not is_subject(str(each))), None)
    if wrong is None:
        return None
    values = {"value": wrong, "kinds": ", ".join(f"{kind}:…" for kind in SUBJECTS)}
    return Refusal("refusal.rhythm.about", values).of("about")


def is_subject(text: str) -> bool:
    """Whether this names something a decision can be about: `kpi:mql`, `step:signoff`…"""
    kind, _, identity = text.partition(":")
    return kind in SUBJECTS and bool(identity.strip()) and len(text) <= SUBJECT_LIMIT


def _refuse_decision(
    texts: Mapping[str, str], decided: date | None, review: date | None
) -> Refusal | None:
    if not texts["title"]:
        return Refusal("refusal.rhythm.no-title").of("title")
    if decided and not texts["why"]:
        return Refusal("refusal.rhythm.no-why").of("why")
    if review and decided and review < decided:
        days = {"review": review, "decided": decided}
        return Refusal("refusal.rhythm.review-before", days).of("review")
    return None


def _day(fields: Mapping[str, object], name: str) -> date | None:
    value = fields.get(name)
    return value if isinstance(value, date) else None
