"""`coach walk`: the week's moves as plain questions, one at a time.

For ssh from a telephone, a screen reader, somebody who dislikes full screens, and for scripts:
labelled lines, no boxes, no colours needed, nothing drawn over. A form is saved as soon as its last
question is answered; leaving half-way, by `q`, Ctrl+C or the end of the input, keeps what was typed
in it, as the app does.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from coach_tui.asking.acts import asked_elsewhere, asked_for
from coach_tui.asking.beginning import (
    actor_of,
    asked_of,
    beginning_fields,
    begun_from,
)
from coach_tui.asking.desk import Now
from coach_tui.asking.requesting import request_sheet
from coach_tui.asking.sheet import Sheet
from coach_tui.asking.week import WeekView, reason_of, still_asked, until_said, view_of
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.cli.text import page_as_text
from coach_tui.cli.walk_asking import Interview
from coach_tui.cli.walk_listening import (
    ELSEWHERE,
    EXPLAIN,
    INVITED,
    Left,
    SetAside,
    Turned,
    Unanswered,
    Unmended,
)
from coach_tui.coach.euros import page_in
from coach_tui.coach.moves.move import Move, week_of
from coach_tui.engagement.advice import put_off
from coach_tui.engagement.change import Decision
from coach_tui.exports.people import lead_words
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.places import Home
from coach_tui.playbook.model import Step
from coach_tui.session import Session, create_session
from coach_tui.view_state import Shown
from coach_tui.view_state import show as shown_of

MOST = 24 * 60


def add_walk(parser: ArgumentParser, words: Words) -> None:
    """How long."""
    parser.add_argument("--minutes", metavar="N", help=words("cli.walk.minutes"))


def run_walk(call: Call) -> int:
    """Ask what the coach asks first, until the week is done or the reader leaves."""
    interview = Interview(call.words, call.today)
    desk = None
    try:
        session = _session(call, interview)
        if session is None:  # joined, and nothing has arrived yet: that was said
            return FINE
        desk = _Desk(call, session)
        interview.keeping = desk
        _walk(desk, interview, _minutes(call))
    except (Left, SetAside, KeyboardInterrupt):  # later, where nothing is begun yet, is to leave
        say(f"{call.words('walk.left')} {_kept(interview, begun=desk is not None)}")
    except Unanswered as stopped:
        asked = call.words("walk.unanswered", question=one_line(stopped.question, 80))
        say(f"{asked} {_kept(interview, begun=desk is not None)}")
        return REFUSED
    except Unmended:  # the reason was said
        return REFUSED
    return FINE


def _kept(interview: Interview, *, begun: bool) -> str:
    """What becomes of what was answered, now that the reader leaves."""
    words = interview.words
    if not begun:
        return words("walk.nothing-begun")
    if interview.half is None:
        return words("walk.all-saved")
    title, kept = interview.half
    return words("walk.half-kept" if kept else "walk.half-lost", title=title)


class _Desk:
    """Where answers are saved: this call's session."""

    def __init__(self, call: Call, session: Session) -> None:
        self._call = call
        self._session = session
        self.words = call.words
        self.playbook = call.playbook()

    @property
    def now(self) -> Now:
        return self._call.now

    @property
    def home(self) -> Home:
        return self._call.home

    @property
    def engagement_id(self) -> str:
        return self._session.id

    @property
    def shown(self) -> Shown:
        session = self._session
        return shown_of(self.words, self.playbook, session.engagement, session.changes,
                        today=self._call.today, role=session.role, only_mine=False,
                        actor=session.actor)  # fmt: skip

    def new_id(self) -> str:
        return self._session.new_id()

    def tell(self, key: str, **values: Any) -> None:
        say(self.words(key, **values))

    def try_to_save(self, decision: Decision) -> Refusal | None:
        answer = self._session.record(decision)
        return answer if isinstance(answer, Refusal) else None


def _session(call: Call, interview: Interview) -> Session | None:
    """The engagement worked on; where there is none, begun here, or joined by an invitation."""
    try:
        session = call.session(up_to_date=True)
    except Refused as refused:
        if refused.refusal.reason != "refusal.cli.no-engagement":
            raise
    else:
        show(call.words("walk.keys"))
        return session
    show(call.words("walk.keys"))
    try:
        with interview.turning(INVITED):
            session = _begun(call, interview)
    except Turned as turned:
        from coach_tui.cli.walk_joining import joined

        return joined(call, interview, turned.letter)
    session.actor = call.actor(session.actor)
    return session


def _begun(call: Call, interview: Interview) -> Session:
    """Where they are, who they are, and what dates the first steps need."""
    words = call.words
    made: list[Session] = []

    def submit(answers: dict[str, str]) -> Refusal | None:
        decision = begun_from(answers, words, call.today)
        if isinstance(decision, Refusal):
            return decision
        actor = actor_of(answers)
        session = create_session(call.home, decision, actor, call.now)
        if isinstance(session, Refusal):
            return session
        made.append(session)
        choices = call.choices()
        choices.put(engagement=str(session.path))
        choices.keep(session.id, role=actor, place=choices.place(session.id))
        return None

    fields = beginning_fields(words, call.today)
    sheet = Sheet(words("welcome.title"), words("walk.invited"), fields, submit)
    interview.put(sheet, skipped=_is_known)
    return made[0]


def _is_known(name: str, answers: Mapping[str, str]) -> bool:
    """Whether the beginning has no need to ask this, after the answers so far."""
    return not asked_of(answers).get(name, True)


def _minutes(call: Call) -> int | None:
    said = call.options.minutes
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and 0 < int(said) <= MOST):
        raise Refused("refusal.cli.minutes", text=one_line(said, 40), most=MOST)
    return int(said)


def _walk(desk: _Desk, interview: Interview, minutes: int | None) -> None:
    spent = 0
    passed: set[str] = set()
    while True:
        view = view_of(desk.shown)
        budget = minutes if minutes is not None else week_of(view.shown.role).minutes
        move = next((m for m in view.agenda.shown if m.id not in passed), None)
        if move is None or spent >= budget:
            break
        show("")
        _tell(view, move)
        interview.half = None
        try:
            _do(desk, interview, view, move)
            spent += move.minutes
            _tell_what_lacks(desk, view, move)
        except SetAside:
            _put_off(desk, move)
        except Unmended:
            pass  # the reason was said
        passed.add(move.id)
    _end(desk, all_done=move is None)


def _tell(view: WeekView, move: Move) -> None:
    """The move on lines of their own: what, how long, until when, why."""
    words = view.shown.words
    show(words("walk.now", what=view.reader.title(move)))
    facts = words("move.minutes", n=move.minutes)
    if until := until_said(view, move):
        facts += f" · {until}"
    show(words("walk.takes", facts=facts))
    if reason := reason_of(view, move):
        show(words("walk.why", why=reason))


def _tell_what_lacks(desk: _Desk, before: WeekView, move: Move) -> None:
    """What was answered is saved and the step still stands: what it lacks."""
    if lacks := still_asked(view_of(desk.shown), move, before.shown.engagement):
        show(lacks)


def _do(desk: _Desk, interview: Interview, view: WeekView, move: Move) -> None:
    """Ask what doing it asks, or what shows that it was done elsewhere."""
    shown = view.shown
    step = shown.playbook.step(move.about[0]) if len(move.about) == 1 else None
    elsewhere = _how(interview, view.reader.title(move), step)
    asking = not elsewhere and move.kind == "ask"
    if asking and (message := request_sheet(desk, view, move, desk.engagement_id)):
        interview.put(message)
        return
    if not elsewhere and interview.put(
        asked_for(desk, shown, move.act, move.about, move.focus, move.why)
    ):
        return
    if step:
        interview.put(asked_elsewhere(desk, shown, step.id))


def _how(interview: Interview, title: str, step: Step | None) -> bool:
    """Whether it was done elsewhere, once it is said that it is done at all."""
    words = interview.words
    while True:
        interview.prompt("walk.do")
        said = interview.heard(title)
        if said == EXPLAIN:
            page = page_in(step.body, words) if step else ""
            show(page_as_text(page) if page else words("now.no-why"))
        elif said == ELSEWHERE and step is None:
            interview.refuse("refusal.walk.no-step")
        elif said == ELSEWHERE:
            return True
        elif folded(said) in words("walk.yes").split() or not said:
            return False
        else:
            interview.refuse("refusal.walk.do", text=one_line(said, 40))


def _put_off(desk: _Desk, move: Move) -> None:
    if refusal := desk.try_to_save(put_off(move.id, desk.shown.today)):
        show(f"! {desk.words.refusal(refusal)}")
        return
    show(desk.words("walk.later"))


def _end(desk: _Desk, *, all_done: bool) -> None:
    view = view_of(desk.shown)
    words = desk.words
    show("")
    show(words("move.all-done" if all_done else "walk.time"))
    if view.done.steps:
        show(words("now.done", n=view.done.steps, minutes=view.done.minutes))
    for role, held in view.agenda.waiting.items():
        show(words("walk.waiting", who=lead_words(role, view.leads, words), n=len(held)))
