"""The decision log, and what was promised to whom."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news
from coach_tui.engagement.state import Engagement, flag_of, text_of, texts_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "decision"
PROMISE: Final = "promise"
SUBJECTS: Final = ("kpi", "skill", "step", "rule")  # what a decision can be about
SUBJECT_LIMIT: Final = 200  # characters
TEXTS: Final = ("title", "options", "why", "owner", "chosen", "outcome")
STALE: Final = timedelta(days=14)  # an open decision older than this is flagged (DOMAIN.md)


class LoggedDecision(NamedTuple):
    """A decision waiting (`decided` is None) or taken. `review` is when to look at it again.

    `about` names what it is about, each as "kind:id": a KPI, a skill, a step or a rule.
    """

    id: str
    title: str
    options: str = ""
    why: str = ""
    owner: str = ""
    chosen: str = ""
    opened: date = date.min
    decided: date | None = None
    review: date | None = None
    outcome: str = ""
    about: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        return self.decided is None

    def stale(self, today: date) -> bool:
        """Whether it has been waiting for more than 14 days."""
        return self.open and today - self.opened > STALE

    def to_review(self, today: date) -> bool:
        """Whether the day to look at it again has come, and nobody wrote what became of it."""
        return bool(not self.open and self.review and self.review <= today and not self.outcome)


class Promise(NamedTuple):
    """Something promised, by someone to someone, due some day. `kept` is the day it was done.

    A quick win names the KPI it is to move (`kpi`), and in the end what it gave (`result`).
    """

    id: str
    what: str
    by: str = ""
    to: str = ""
    due: date | None = None
    kept: date | None = None
    made: date | None = None
    kpi: str = ""
    result: str = ""


@viewed
def decisions_of(engagement: Engagement) -> Mapping[str, LoggedDecision]:
    """The decision log, by id, in the order in which the lines were opened."""
    found = {}
    for identity, record in engagement.records(ENTITY).items():
        title, opened = text_of(record, "title"), day_of(record, "opened")
        if title and opened and not flag_of(record, "_deleted"):
            found[identity] = LoggedDecision(
                identity,
                title,
                opened=opened,
                decided=day_of(record, "decided"),
                review=day_of(record, "review"),
                about=texts_of(record, "about"),
                **{name: text_of(record, name) for name in TEXTS[1:]},
            )
    return dict(sorted(found.items(), key=lambda each: (each[1].opened, each[0])))


@viewed
def promises_of(engagement: Engagement) -> Mapping[str, Promise]:
    """Every promise, by id, the soonest due first."""
    found = {}
    for identity, record in engagement.records(PROMISE).items():
        if (what := text_of(record, "what")) and not flag_of(record, "_deleted"):
            by, to = text_of(record, "by"), text_of(record, "to")
            due, kept, made = (day_of(record, name) for name in ("due", "kept", "made"))
            kpi, result = text_of(record, "kpi"), text_of(record, "result")
            found[identity] = Promise(identity, what, by, to, due, kept, made, kpi, result)
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
    fields: Mapping[str, str | date | Sequence[str] | None],
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
    refusal = _refuse_decision(after, decided, review) or refuse_words(*said.values())
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
    if not what.strip():
        return Refusal("refusal.rhythm.no-promise").of("what")
    fields = {"what": what.strip(), "by": by.strip(), "to": to.strip(), "made": made.isoformat()}
    due_field = {"due": due.isoformat() if due else None}
    moved = {"kpi": kpi} if kpi else {}
    return refuse_words(what, by, to) or [
        Draft(PROMISE, identity, {**fields, **due_field, **moved})
    ]


def keep_promise(
    engagement: Engagement, identity: str, day: date | None, result: str = ""
) -> Decision:
    """Say that a promise was kept that day, and what it gave; None opens it again."""
    if identity not in promises_of(engagement):
        return Refusal("refusal.rhythm.unknown-promise")
    gave = {"result": result.strip()} if result.strip() else {}
    kept = {"kept": day.isoformat() if day else None}
    return refuse_words(result) or [Draft(PROMISE, identity, {**kept, **gave})]


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
