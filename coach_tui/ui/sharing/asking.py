"""The forms of sharing: what leaves is shown before it does, and a refusal stands by its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach_tui.asking.field import Field
from coach_tui.asking.joining import FORM_S, Joined, joining_sheet
from coach_tui.asking.sheet import Sheet
from coach_tui.engagement.actor import hand_of, read_actor
from coach_tui.engagement.change import Change
from coach_tui.language import Refusal, Words
from coach_tui.language.cause import Cause
from coach_tui.language.clean import one_line
from coach_tui.sharing import doors, joining
from coach_tui.sharing.letter import letter_path
from coach_tui.sharing.preview import preview
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.where import place_named
from coach_tui.sharing.words import joined_words, preview_words
from coach_tui.store.documents import file_named
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.form import FormDialog
from coach_tui.ui.dialogs.preview import PreviewDialog

if TYPE_CHECKING:
    from coach_tui.session import Session
    from coach_tui.ui.navigation import Going

Submit = Callable[[Mapping[str, str]], Refusal | None]


def offered(session: Session | None) -> list[str]:
    """Which of them make sense here, by name."""
    if session is None:
        return ["join", "receive"]
    if session.membership is None:
        return ["share", "send", "join", "receive"]
    begun = ["share"] if not session.membership.place else []
    renew = [] if session.looks_only else ["renew"]
    return [*begun, "show", "send", *renew, "stop", "join", "receive"]


def ask(app: Going, name: str) -> None:
    """Open the form of this name."""
    ASKED[name](app)


def ask_to_share(app: Going) -> None:
    """In which folder, below what leaves and what stays."""
    session, words = app.session, app.words
    if session is None:
        return
    found = preview((*session.changes, *session.held))
    about = "\n".join(preview_words(found, session.profile.company, words))

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        where = place_named(answers["folder"])
        return _invite(app, doors.share(app.home, session, where, FORM_S), _seen_there(app, where))

    _form(app, "share", about, (Field("folder", words("share.field.folder")),), submit)


def show_invitation(app: Going) -> None:
    """The line once more."""
    if app.session and (refusal := _invite(app, doors.shown(app.home, app.session))):
        app.warn(refusal)


def ask_to_renew(app: Going) -> None:
    """What it can do and what it can't, before it does."""
    session = app.session
    if session is not None:
        about = app.words("share.about.renew")
        _form(
            app, "renew", about, (), lambda _: _invite(app, doors.renew(app.home, session, FORM_S))
        )


def ask_to_stop(app: Going) -> None:
    """Take part no more from here."""
    session = app.session
    if session is not None:
        about = app.words("share.about.stop")
        _form(app, "stop", about, (), lambda _: doors.stop(app.home, session))


def ask_to_join(app: Going) -> None:
    """The invitation, who joins, and where it is shared; then Now."""
    words, known = app.words, read_actor(hand_of(app.actor)) if app.actor else None

    def tell(joined: Joined) -> None:
        app.choices.act_as(joined.engagement, joined.actor)
        if joined.path is None:
            app.notify(words("share.waits"), markup=False, timeout=10)
        else:

            def told(session: Session) -> str:
                return joined_words(session, words, known=joined.known)

            app.call_later(_open, app, joined.path, told)

    sheet = joining_sheet(app.home, words, app.now, tell, person=known.name if known else "")
    _form(app, "join", sheet.about, sheet.fields, lambda answers: sheet.submit(dict(answers)))


def ask_to_send(app: Going) -> None:
    """Which file to write; the first time, what leaves, and the invitation after."""
    session, words = app.session, app.words
    if session is None:
        return
    about = [words("share.about.send")]
    if session.membership is None:
        found = preview((*session.changes, *session.held))
        about += preview_words(found, session.profile.company, words)
    file = str(letter_path(Path.cwd(), app.now().date()))

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        path = file_named(answers["file"])
        sent = doors.send(app.home, session, path)
        if isinstance(sent, Refusal):
            return sent
        app.notify(words("share.sent", n=sent.changes, file=str(path.absolute())), markup=False)
        if sent.invitation:
            _read_invitation(app, sent.invitation)
        return None

    _form(app, "send", "\n".join(about), (Field("file", words("share.field.file"), file),), submit)


def ask_to_receive(app: Going) -> None:
    """Which file to take in; its engagement opens."""

    def submit(answers: Mapping[str, str]) -> Refusal | None:
        got = joining.receive(app.home, file_named(answers["file"]), app.now)
        if isinstance(got, Refusal):
            return got
        session, fresh = got
        app.choices.act_as(session.id, session.actor)
        app.call_later(_open, app, session.path, lambda opened: _received(opened, fresh, app.words))
        return None

    fields = (Field("file", app.words("share.field.file")),)
    _form(app, "receive", app.words("share.about.receive"), fields, submit)


def _open(app: Going, path: Path, told: Callable[[Session], str]) -> None:
    """Once the form is closed; then say what was done."""
    if app.open_engagement(path, screen="now", anew=True) and app.session:
        app.notify(told(app.session), markup=False)


def _received(session: Session, fresh: Sequence[Change], words: Words) -> str:
    key = "share.received" if fresh else "share.received-nothing"
    return words(key, company=one_line(session.profile.company, 60), n=len(fresh))


def _seen_there(app: Going, where: str) -> Callable[[], str]:
    """What whoever sees this place sees of it, once it is one."""

    def told() -> str:
        session = app.session
        if is_server(where):
            return app.words("server.sees")
        others = doors.others_in(where, session.id) if session else 0
        return app.words("share.others-there", n=others, folder=where) if others else ""

    return told


def _invite(
    app: Going, shared: doors.Shared | Refusal, told: Callable[[], str] = str
) -> Refusal | None:
    if isinstance(shared, Refusal):
        return shared
    app.update_shown()
    _read_invitation(app, shared.invitation, told())
    return None


def _read_invitation(app: Going, line: str, told: str = "") -> None:
    """Shown once whatever asked for it is closed; `y` copies it."""
    words = app.words
    parts = (words("share.invite"), line, words("share.copy"), told)
    text = "\n\n".join(part for part in parts if part)
    dialog = PreviewDialog(words("share.title.invitation"), text, words, copied=line)
    app.call_later(app.push_screen, dialog)


def _form(app: Going, name: str, about: str, fields: tuple[Field, ...], submit: Submit) -> None:
    words = app.words

    def safely(answers: Mapping[str, str]) -> Refusal | None:
        try:
            return submit(answers)
        except StoreError as error:
            return error.refusal
        except OSError as error:
            why = Cause(error)
            return Refusal("app.cannot-create", {"folder": str(app.home.engagements), "why": why})

    title, deed = words(f"share.palette.{name}"), f"share.form.{name}"
    sheet = Sheet(title, about, fields, safely, deed=deed)
    app.push_screen(FormDialog(sheet, words, app.now().date()))


ASKED: Final[Mapping[str, Callable[[Going], None]]] = {
    "share": ask_to_share,
    "show": show_invitation,
    "renew": ask_to_renew,
    "stop": ask_to_stop,
    "join": ask_to_join,
    "send": ask_to_send,
    "receive": ask_to_receive,
}
