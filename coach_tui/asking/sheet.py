"""What opens when somebody sets about something: questions, a choice first, or a place to go to.

    asked = asked_for(desk, act, about)          # asking.acts
    Sheet     questions, and where their answers go
    Pick      one of these first; `then` says what follows
    Several   some of these, all at once
    Place     no question of its own: the screen where it is done

The app draws each as a dialog; `coach walk` asks them line by line.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field, Submit
from coach_tui.asking.form import Form
from coach_tui.engagement.change import Decision
from coach_tui.language import Refusal

Choices = tuple[tuple[str, str], ...]  # what each is called in the code, and for its reader


class Sheet(NamedTuple):
    """Questions; `submit` gets the answers and says why they are refused, or saves them.

    lead  the name of the question to begin at; empty: the first.
    then  what is asked next, once these are saved: the questions of one sitting follow each other.
    page  the document that is written instead, where there is room for one.
    aloud  the same document asked line by line, where there is none.
    record  which of several records it is about: see `Form`.
    deed   the word key of what handing it in does.
    """

    title: str
    about: str
    fields: tuple[Field, ...]
    submit: Submit
    lead: str = ""
    then: "Callable[[], Asked] | None" = None
    page: str = ""
    aloud: "Callable[[], Aloud] | None" = None
    record: str = ""
    deed: str = "form.save"


class Aloud(NamedTuple):
    """A document asked line by line: a question a blank, worded by its heading.

    elsewhere  what says where it is instead; text, what it reads with these answers in it;
    keep       saves a text written in an editor of one's own, or says why not.
    """

    id: str
    questions: Sheet
    elsewhere: Callable[[], Sheet]
    text: Callable[[Mapping[str, str]], str]
    keep: Callable[[str], Refusal | None]


class Pick(NamedTuple):
    """One of `options`; where `free` says how, words that are none of them are taken too."""

    title: str
    about: str
    options: Choices
    then: "Callable[[str], Asked]"
    free: str = ""


class Several(NamedTuple):
    """Some of `options`, of which `chosen` are already; `counted` says what the choice comes to."""

    title: str
    about: str
    options: Choices
    submit: Callable[[tuple[str, ...]], Refusal | None]
    chosen: tuple[str, ...] = ()
    counted: Callable[[int], str] | None = None


class AtScreen(NamedTuple):
    """The screen where it is done, at this record where one is named."""

    screen: str
    record: str = ""
    kind: str = ""


Asked = Sheet | Pick | Several | AtScreen | None


def sheet_of(form: Form, desk: Desk, about: str = "", lead: str = "") -> Sheet:
    """This form, its decision saved at this desk."""

    def submit(answers: dict[str, str]) -> Refusal | None:
        return desk.try_to_save(form.decide(answers))

    return Sheet(form.title, about, form.fields, submit, lead, record=form.record)


def deciding(
    desk: Desk,
    title: str,
    about: str,
    fields: tuple[Field, ...],
    decide: Callable[[Mapping[str, str]], Decision],
    record: str = "",
) -> Sheet:
    """Questions, with the decision their answers make."""
    return sheet_of(Form(title, fields, decide, record), desk, about)
