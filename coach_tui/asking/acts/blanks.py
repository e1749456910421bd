"""A document asked line by line: each blank only its author can fill is a question."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.asking.desk import Desk
from coach_tui.asking.document import Paper, paper_at
from coach_tui.asking.field import Field
from coach_tui.asking.sheet import Aloud, Sheet
from coach_tui.exports.documents.fill import answered
from coach_tui.exports.documents.questions import BlankQuestion, first_asked
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line

AUTHOR = "author"  # is asked last: who checks it has to be somebody else


def asked_aloud(desk: Desk, paper: Paper, linking: Sheet) -> Sheet:
    """The form that says where a document is, its blanks asked instead where a form has no page."""
    standing = paper.left
    if not standing:
        return linking

    def aloud() -> Aloud:
        return Aloud(paper.id, _questions(desk, paper, standing), lambda: linking, text, keep)

    def text(answers: Mapping[str, str]) -> str:
        return answered(paper.source, answers)

    def keep(said: str) -> Refusal | None:
        return desk.try_to_save(paper.written(said, paper.source))

    return linking._replace(aloud=aloud)


def _questions(desk: Desk, paper: Paper, standing: tuple[BlankQuestion, ...]) -> Sheet:
    words = paper.words
    blanks = tuple(
        Field(each.blank, one_line(each.asked), kind="text" if each.alone else "line",
              hint=words("act.document.blank-hint"))
        for each in standing
    )  # fmt: skip

    author = Field(AUTHOR, words("act.document.author"), paper.me)

    def submit(answers: dict[str, str]) -> Refusal | None:
        said = {name: each for name, each in answers.items() if name != AUTHOR and each.strip()}
        if not said:
            return Refusal("refusal.record.no-text").of(blanks[0].name)
        made = paper.written(answered(paper.source, said), paper.source, answers[AUTHOR].strip())
        if refusal := desk.try_to_save(made):
            return refusal
        left = paper_at(desk.shown, paper.id).left if desk.shown else ()
        if left:
            desk.tell("document.asked", n=len(left), what=first_asked(left))
        return None

    about = words("act.document.aloud", n=len(blanks))
    return Sheet(paper.name, about, (*blanks, author), submit, record=paper.id)
