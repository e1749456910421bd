"""Asking somebody for what is waited for: the message, and the note that it was asked. Any door."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Sheet
from coach_tui.asking.week import CATALOGUES, WeekView, view_of
from coach_tui.coach.moves.move import Move
from coach_tui.coach.moves.wanted import Wanted, about, wanted, worth_saying
from coach_tui.engagement.asked import ask_for
from coach_tui.engagement.change import Decision
from coach_tui.engagement.step import FINISHED
from coach_tui.exports.message_writing import without_marks
from coach_tui.exports.request import Request, request_body, request_subject
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line


def everybody_asked(view: WeekView) -> tuple[Wanted, ...]:
    """Everybody whoever looks waits for, and what of each."""
    return wanted(view.reader.situation, view.moves, view.shown.role)


def everybody_to_write_to(view: WeekView) -> tuple[Wanted, ...]:
    """The same, of each what a message written today says."""
    return tuple(worth_saying(each, view.shown.today) for each in everybody_asked(view))


def request_of(view: WeekView, asked: Wanted, engagement_id: str, actor: str) -> Request:
    """What the message is made of, signed by whoever asks where they gave a name."""
    shown = view.shown
    sender = one_line(actor.split("/")[1]) if "/" in actor else ""
    return Request(
        shown.profile.company, engagement_id, asked, shown.engagement, CATALOGUES, shown.today,
        sender,
    )  # fmt: skip


def message_of(view: WeekView, asked: Wanted, engagement_id: str, actor: str) -> tuple[str, str]:
    """Its subject, and what its reader sees below: without the marks that only an import reads."""
    request = request_of(view, asked, engagement_id, actor)
    words = view.shown.words
    return request_subject(request, words), without_marks(request_body(request, words))


def request_sheet(desk: Desk, view: WeekView, move: Move, engagement_id: str) -> Sheet | None:
    """The message to send for this move, and whether it was; then the next person's."""
    asked = about(everybody_to_write_to(view), move)
    if asked is None or asked.asked == view.shown.today:
        return None
    words, actor = view.shown.words, view.shown.actor
    request = request_of(view, asked, engagement_id, actor)
    yes_no = (("yes", words("form.yes")), ("no", words("form.no")))
    field = Field("sent", words("request.sent", to=to_whom(asked, words)), "yes", "choice", yes_no)

    def submit(answers: dict[str, str]) -> Refusal | None:
        if answers["sent"] != "yes":
            return Refusal("refusal.request.not-sent").of("sent")
        return desk.try_to_save(note_asked(view, asked, actor, desk.new_id))

    def then() -> Sheet | None:
        following = view_of(desk.shown) if desk.shown else view
        return request_sheet(desk, following, move, engagement_id)

    return Sheet(
        request_subject(request, words), request_body(request, words), (field,), submit, then=then
    )


def note_asked(view: WeekView, asked: Wanted, actor: str, new_id: Callable[[], str]) -> Decision:
    """All of it was asked today, as one gesture that undo takes back."""
    waiting = {}
    for item in asked.items:
        planned = view.shown.step(item.step.id)
        if item.others and planned and planned.status not in FINISHED:
            waiting[item.step.id] = planned.record._replace(status=planned.status)
    ids = {item.step.id: new_id() for item in asked.items}
    return ask_for(ids, asked.who, view.shown.today, waiting, actor)


def who_is(asked: Wanted, words: Words) -> str:
    """A person by name, a role as it is called."""
    return asked.who if asked.named else words(f"move.the.{asked.who}")


def to_whom(asked: Wanted, words: Words) -> str:
    """The same, after a verb that gives."""
    key = "move.to-name" if asked.named else f"move.to.{asked.who}"
    return words(key, who=one_line(asked.who, 60))
