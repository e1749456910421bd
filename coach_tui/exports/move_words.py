"""A move in words: what is to be done, on one line, in the reader's language. Plain text.

`MoveReader` is made once for an engagement on a day; the app's screen, `coach today`, the
portfolio and the stories all say a move with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from coach_tui.coach.acts import read_act
from coach_tui.coach.advice.blanks import entry_name
from coach_tui.coach.advice.ranked import Advice, all_advice
from coach_tui.coach.advice.situation import Catalogues, Situation
from coach_tui.coach.moves.looked_at import silent_since, weeks_of
from coach_tui.coach.moves.move import Agenda, Move
from coach_tui.coach.moves.returning import IDLE
from coach_tui.coach.moves.settling import SETTLING
from coach_tui.coach.moves.steps import asked_of
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import contacts_of
from coach_tui.engagement.transition.loops import loops_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import month_and_year, near_date, plain_date

FEW: Final = 3  # names told in a list; the others are counted
NAME: Final = 60  # characters of one of them


class MoveReader:
    """Whom the moves of this situation are told to: `role`, or else whoever began the file."""

    def __init__(self, words: Words, situation: Situation, role: str = "") -> None:
        self.words = words
        self.situation = situation
        self.role = role

    @cached_property
    def advice(self) -> Mapping[str, Advice]:
        """What the coach says today, by rule."""
        return {each.id: each for each in all_advice(*self.situation)}

    def title(self, move: Move) -> str:
        """What the move is, as its reader would say it."""
        said = _tell(move, self)
        if move.without:
            missing = self.listed([self.step(each) for each in move.without])
            said = self.words("move.without", what=said, missing=missing)
        if move.words == "stops" and move.kind != "collect":
            return self.words("move.stops", what=said)
        return self.words("move.back", what=said) if move.words == "back" else said

    def reason(self, move: Move) -> str:
        """Why it is asked now: what the rules it settles say; empty where none does.

        Of those that it only comes before, it says so: a reason is about what Enter opens.
        """
        spoken = [rule for rule in move.why if rule in self.advice and move.kind != "advice"]
        own = [rule for rule in spoken if self._settles(move, rule)]
        said = [self.rule(rule, move.since) for rule in own]
        if after := [self.rule(rule, move.since) for rule in spoken if rule not in own]:
            said.append(self.words("move.first", what=" ".join(after)))
        return " ".join(said)

    def _settles(self, move: Move, rule: str) -> bool:
        """Whether doing it settles this rule, and not only what comes before it."""
        settled = SETTLING.get(rule)
        if settled is None:
            return True
        if settled.act == "access" and not {*settled.steps} & {*move.about}:
            # Of one tool: its own step, whoever is asked, and not the list of all of them.
            steps = [step for each in move.about if (step := self.situation.playbook.step(each))]
            return any(step.act.does.startswith("access:") for step in steps)
        by_step = not settled.after and bool({*settled.steps} & {*move.about})
        return by_step or settled.act == move.act

    def rule(self, rule: str, since: date | None = None) -> str:
        """What a rule that speaks since then says today; its id where it says nothing any more."""
        advice = self.advice.get(rule)
        if advice is None:
            return rule
        from coach_tui.coach.advice.words import told  # noqa: PLC0415 (a title needs none of it)

        said = told(advice, self.words, self.situation, since=since, reader=self.role)
        return one_line(said.words)

    def step(self, step_id: str) -> str:
        """A step by its title."""
        step = self.situation.playbook.step(step_id)
        return one_line(step.title) if step else one_line(step_id)

    def listed(self, names: Sequence[str]) -> str:
        """The first names, and how many more there are."""
        return self.words.listed([one_line(name, NAME) for name in names], FEW)

    def who(self, move: Move, *, to: bool = False) -> str:
        """Whom it is asked of: the people who can grant it, where they are named; else a role."""
        words = self.words
        if people := asked_of(self.situation, move.about):
            named = self.listed(people)
            return words("move.to-name", who=named) if to else named
        step = self.situation.playbook.step(move.about[0]) if move.about else None
        role = step.owner if step else move.role
        return words(f"move.{'to' if to else 'the'}.{role}")

    def day(self, day: date | None) -> str:
        """A day as the reader writes it."""
        return plain_date(day, self.words.language) if day else ""


def move_row(move: Move, reader: MoveReader, name: str, today: date) -> str:
    """One line of a list in a terminal: its day (! where red), its name, what it is, how long."""
    words = reader.words
    day = near_date(move.due, words.language, today) if move.due else ""
    said = f"{reader.title(move)} · {words('move.minutes', n=move.minutes)}"
    if why := reader.reason(move):
        said += f" — {why}"
    return f"{'!' if move.red else ' '}{day:<9} {name}  {said}"


def act_words(act: Move, reader: MoveReader) -> str:
    """One of the week's acts: its day, red or not, and what it is."""
    language, today = reader.words.language, reader.situation.today
    day = near_date(act.due, language, today) if act.due else ""
    return f"{'!' if act.red else ' '}{day:<9} {one_line(reader.title(act))}"


def also_words(week: Agenda, words: Words) -> str:
    """What is true and not shown, counted, and what comes later; empty where there is nothing."""
    said = [words(f"move.also.{kind}", n=n) for kind, n in week.also.items()]
    if week.later:
        said.append(words("move.later", n=len(week.later)))
    return words("move.also", what=" · ".join(said)) if said else ""


def _tell(move: Move, r: MoveReader) -> str:
    return _TELLERS[_kind(move)](move, r)


def _kind(move: Move) -> str:
    """How it is told: by its kind, or for those that are one of a kind, by their id."""
    named = move.id.partition(":")[0]
    return named if named in _TELLERS else move.kind


def _step(move: Move, r: MoveReader) -> str:
    """A step by its title; once its ritual runs, the meeting that is still to be held."""
    engagement, catalogues = r.situation.engagement, r.situation.catalogues
    meeting = first_meeting(move.act, engagement, catalogues, r.words)
    return meeting or r.step(move.about[0])


def first_meeting(does: str, engagement: Engagement, catalogues: Catalogues, words: Words) -> str:
    """What is left of an act that begins a ritual, once it runs: a first meeting; else nothing."""
    act = read_act(does)
    if act.kind != "ritual" or act.what not in rituals_of(engagement):
        return ""
    return words("move.meeting", what=_ritual(act.what, engagement, catalogues, words))


def _ask(move: Move, r: MoveReader) -> str:
    if move.kind in ("step", "full"):
        return _step(move, r)
    titles = r.listed([r.step(each) for each in move.about])
    to, who = r.who(move, to=True), r.who(move)
    stops = move.kind == "collect" and move.words == "stops"  # one question, not two
    key = "move.stops.collect" if stops else f"move.{move.kind}"
    return r.words(key, to=to, who=who, what=titles, day=r.day(move.asked))


def _settle(move: Move, r: MoveReader) -> str:
    stage = r.situation.playbook.stage(move.id.partition(":")[2])
    title = one_line(stage.title) if stage else ""
    return r.words("move.settle", n=len(move.about), stage=title)


def _advice(move: Move, r: MoveReader) -> str:
    return r.rule(move.why[0], move.since) if move.why else move.id


def _report(move: Move, r: MoveReader) -> str:
    first = date.fromisoformat(f"{move.about[0]}-01")
    return r.words("move.report", month=month_and_year(first, r.words.language))


def _review(move: Move, r: MoveReader) -> str:
    decision = decisions_of(r.situation.engagement).get(move.about[0])
    return r.words("move.review", what=one_line(decision.title, NAME) if decision else "")


def _idle(move: Move, r: MoveReader) -> str:
    engagement, today = r.situation.engagement, r.situation.today
    others = [weeks for role, weeks in weeks_of(engagement).items() if role != move.role and weeks]
    if any(today - max(weeks) < IDLE for weeks in others):
        return r.words("move.idle.you")  # somebody else notes: it is alive, for them
    return r.words("move.idle.again" if silent_since(engagement, move.id) else "move.idle")


def _counted(move: Move, r: MoveReader) -> str:
    """Several of a kind in one pass, by their names."""
    key = move.id.partition(":")[0]
    names = [_name(each, move.kind, r) for each in move.about]
    return r.words(f"move.{key}", n=len(move.about), what=r.listed(names))


def _name(identity: str, kind: str, r: MoveReader) -> str:
    engagement, words = r.situation.engagement, r.words
    if kind == "confirm":
        return r.step(identity)
    if kind == "promise":
        found = promises_of(engagement).get(identity)
        return found.what if found else ""
    if kind == "reading":
        kpi = kpis_of(engagement).get(identity)
        own, entry = (kpi.name, kpi.catalogue or kpi.id) if kpi else ("", identity)
        return own or entry_name(r.situation.catalogues, "kpis", entry, words.language) or entry
    return _ritual(identity, engagement, r.situation.catalogues, words)


def _ritual(identity: str, engagement: Engagement, catalogues: Catalogues, words: Words) -> str:
    ritual = rituals_of(engagement).get(identity)
    named = entry_name(catalogues, "rituals", identity, words.language)
    return (ritual.name if ritual else "") or named or identity


def _plain(key: str) -> Callable[[Move, MoveReader], str]:
    return lambda move, r: r.words(key, n=len(move.about))


def _checks(move: Move, r: MoveReader) -> str:
    return r.words("move.checks", days=int(move.id.partition(":")[2]))


def _take(move: Move, r: MoveReader) -> str:
    """What a successor takes over, by its name; what to list first, where nothing is."""
    from coach_tui.exports.documents.kind import document_name  # noqa: PLC0415 (few moves are)

    kind, _, identity = move.id.removeprefix("take-").partition(":")
    if not identity:
        return r.words(f"move.take.no-{kind}")
    engagement, name = r.situation.engagement, identity
    if kind == "access" and (line := accesses_of(engagement).get(identity)):
        name = line.tool
    elif kind == "loop":
        name = next((each.topic for each in loops_of(engagement).open if each.id == identity), name)
    elif kind == "contact":
        name = next((each.name for each in contacts_of(engagement) if each.id == identity), name)
    elif kind == "document":
        document, known = document_of(engagement, identity), r.situation
        name = document_name(document, engagement, known.catalogues, known.playbook, r.words)
    return r.words(f"move.take.{kind}", what=one_line(name, NAME))


def _mend(move: Move, r: MoveReader) -> str:
    """The section of the dossier that failed, and what was asked of it."""
    topics = {each.id: each.topic for each in loops_of(r.situation.engagement).all}
    asked = [topics.get(each.partition(":")[2], "") for each in move.about]
    return r.words("move.mend", n=len(asked), what=r.listed(asked[:1]))


_TELLERS: Final[Mapping[str, Callable[[Move, MoveReader], str]]] = {
    "step": _ask,
    "full": _ask,
    "ask": _ask,
    "collect": _ask,
    "waits": _ask,
    "settle": _settle,
    "take": _take,
    "advice": _advice,
    "again": lambda move, r: r.words("move.again", what=_step(move, r)),
    "report": _report,
    "mend": _mend,
    "own-rate": _plain("move.own-rate"),
    "own-word": _plain("move.own-word"),
    "review": _review,
    "drill": _plain("move.drill"),
    "stuck": _plain("move.stuck"),
    "confirm": _counted,
    "readings": _counted,
    "occurrences": _counted,
    "promises": _counted,
    "days": _plain("move.days"),
    "beginning": _plain("move.beginning"),
    "idle": _idle,
    "ended": _plain("move.ended"),
    "first-day": _plain("move.first-day"),
    "residual": _plain("move.residual"),
    "checks": _checks,
}
