"""Questions in a plain terminal: one line each, "label: value", numbered choices, no cursor games.

The answer known already stands in brackets, and an empty line keeps it. A form left half-way is
kept as the app keeps its own: the next time, what was typed stands in the brackets.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, Final

from coach_tui.asking.field import Field, asked_by
from coach_tui.asking.sheet import Aloud, Asked, AtScreen, Pick, Several, Sheet
from coach_tui.cli.output import show
from coach_tui.cli.walk_choosing import choice_meant, choose_several, picked
from coach_tui.cli.walk_listening import (
    BACK,
    EDITOR,
    EXPLAIN,
    INVITED,
    LINK,
    Left,
    Listener,
    SetAside,
    Turned,
    Unanswered,
    Unmended,
)
from coach_tui.engagement.secret import secret_in
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import clean, one_line
from coach_tui.language.dates import long_date, read_date, typed_date

if TYPE_CHECKING:
    from coach_tui.asking.kept_answers import FormPlace as Keeping

END: Final = "."  # alone on a line, ends an answer of several lines

Skipped = Callable[[str, Mapping[str, str]], bool]


class Interview(Listener):
    """Asks what a form asks, and saves it.

    keeping  whose drafts these are, once an engagement is open.
    half     what was left half-way, and whether what was typed in it is kept.
    """

    def __init__(self, words: Words, today: date, read: Callable[[], str] | None = None) -> None:
        super().__init__(words, read)
        self.today = today
        self.keeping: Keeping | None = None
        self.half: tuple[str, bool] | None = None
        self._ways: tuple[str, ...] = ()  # letters that leave the questions for another way

    def put(self, asked: Asked, skipped: Skipped = lambda name, answers: False) -> bool:
        """Ask it until it is saved. False where there was nothing to ask here.

        skipped  whether a question, by its name, is left out after the answers so far.
        """
        while isinstance(asked, Pick):
            asked = asked.then(picked(self, asked))
        if isinstance(asked, Several):
            choose_several(self, asked)
            return True
        if isinstance(asked, Sheet):
            if asked.aloud:
                self._write(asked.aloud(), skipped)
            else:
                self._fill(asked, skipped)
            following = asked.then() if asked.then else None
            return self.put(following, skipped) if following else True
        if isinstance(asked, AtScreen):
            show(self.words("walk.place", place=self.words(f"app.{asked.screen}")))
        else:
            show(self.words("walk.nothing"))
        return False

    @contextmanager
    def turning(self, *ways: str) -> Iterator[None]:
        """Meanwhile each of these letters, as an answer, is another way (Turned)."""
        self._ways = ways
        try:
            yield
        finally:
            self._ways = ()

    def _write(self, document: Aloud, skipped: Skipped) -> None:
        """Ask a document's blanks; or where it is, or have it written in one's own editor."""
        while True:
            show(self.words("walk.document-keys"))
            self._ways = (LINK, EDITOR)
            try:
                return self._fill(document.questions, skipped)
            except Turned as turned:
                self._ways = ()
                if turned.letter.lower() == LINK:
                    return self._fill(document.elsewhere(), skipped)
                if self._outside(document, turned.answers):
                    return None
            finally:
                self._ways = ()

    def _outside(self, document: Aloud, answers: Mapping[str, str]) -> bool:
        """Have it written in one's own editor, what was answered already in it, and keep it."""
        from coach_tui.asking.outside_editor import edit_outside

        if self.keeping is None:
            self.refuse("refusal.document.no-editor")
            return False
        folder = self.keeping.home.state / "editing"
        made = edit_outside(document.text(answers), document.id, os.environ, folder)
        if isinstance(made, Refusal):
            self.tell(made)
            return False
        if refusal := document.keep(made.text):
            self.tell(refusal)
            show(self.words("document.in-file", file=str(made.file)))
            raise Unmended
        made.forget()
        show(self.words("walk.saved"))
        return True

    def _fill(self, sheet: Sheet, skipped: Skipped) -> None:
        """Ask a form, from what was typed in it last time; keep that where it is left half-way."""
        from coach_tui.asking.kept_answers import KeptAnswers

        show(one_line(sheet.title))
        if sheet.about:
            show(clean(sheet.about))
        kept = KeptAnswers.of(self.keeping, sheet) if self.keeping else None
        known = {field.name: field.value for field in sheet.fields}
        typed = kept.get() if kept else {}
        if typed:
            show(self.words("walk.typed-before"))
        answers = known | {name: said for name, said in typed.items() if name in known}
        try:
            self._ask(sheet, answers, skipped)
        except (Left, SetAside, Turned, Unanswered, Unmended, KeyboardInterrupt):
            if answers != known:
                self.half = one_line(sheet.title, 60), bool(kept and kept.put(answers))
            raise
        if kept:
            kept.drop()
        show(self.words("walk.saved"))

    def _ask(self, sheet: Sheet, answers: dict[str, str], skipped: Skipped) -> None:
        """Ask each question, then the one that a refusal is about, until it is saved."""
        fields = list(sheet.fields)
        if sheet.lead:
            fields.sort(key=lambda each: each.name != sheet.lead)
        place, end = 0, len(fields)
        proposed = {field.name: field.value for field in fields}
        while True:
            while place < end:
                field = fields[place]
                if field.proposed and answers[field.name] == proposed[field.name]:
                    answers[field.name] = proposed[field.name] = field.proposed(answers)
                if skipped(fields[place].name, answers) or self._one(fields[place], answers):
                    place += 1
                    continue
                asked = (n for n in range(place) if not skipped(fields[n].name, answers))
                place = max(asked, default=place)
            refusal = sheet.submit(dict(answers))
            if refusal is None:
                return
            self.tell(refusal)
            blamed = asked_by(refusal, fields, answers)
            if blamed is None:
                raise Unmended
            place = fields.index(blamed)
            end = place + 1

    def _one(self, field: Field, answers: dict[str, str]) -> bool:
        """Ask one question until its answer can be read. False: back to the one before."""
        while True:
            said = self._said(field, answers)
            if self._is_way(said):
                raise Turned(said, dict(answers))
            if said == BACK:
                return False
            if said == EXPLAIN:
                hint = "" if field.proposed else field.hint  # what was proposed explains nothing
                show(hint or self.words("walk.explain"))
                continue
            read = self._read_answer(field, said) if said else answers[field.name]
            if isinstance(read, Refusal):
                self.tell(read)
                continue
            answers[field.name] = read
            return True

    def _said(self, field: Field, answers: dict[str, str]) -> str:
        question = self._question(field, answers[field.name])
        if field.kind == "unseen":
            return self.heard_unseen(field.label, question)
        show(question)
        return self._lines(field, answers) if field.kind == "text" else self.heard(field.label)

    def _is_way(self, said: str) -> bool:
        """Whether it leaves the questions: a letter, or an invitation where one may be given."""
        pasted = INVITED in self._ways and secret_in(said) == "invitation"
        return pasted or said.lower() in self._ways

    def _question(self, field: Field, known: str) -> str:
        told = known
        if field.kind == "unseen":
            told = "…" if known else ""
        elif field.kind == "choice":
            told = dict(field.choices).get(known, "")
            for number, (_, said) in enumerate(field.choices, 1):
                show(f"  {number}. {one_line(said)}")
        elif field.kind == "day" and known:
            with suppress(ValueError):
                told = typed_date(date.fromisoformat(known), self.words.language)
        if field.kind == "text":
            show(self.words("walk.several-lines"))
        if field.proposed and field.hint and known == field.value:
            told += f", {field.hint}"
        kept = f" [{one_line(told, 60)}]" if told else ""
        return f"{one_line(field.label)}{kept}{self.words('walk.colon').rstrip(' ')}"

    def _lines(self, field: Field, answers: dict[str, str]) -> str:
        """Several lines, up to a lone full stop or the end of the input."""
        first = self.heard(field.label)
        if first in ("", BACK, EXPLAIN) or self._is_way(first):
            return first
        lines = [first]
        try:
            while lines[-1] != END:
                lines.append(self.heard(field.label))
        except Unanswered:
            return "\n".join(lines)
        except (Left, SetAside, KeyboardInterrupt):
            answers[field.name] = "\n".join(lines)
            raise
        return "\n".join(lines[:-1])

    def _read_answer(self, field: Field, said: str) -> str | Refusal:
        if field.kind == "choice":
            found = choice_meant(said, field.choices)
            unclear = Refusal("refusal.walk.choice", {"text": one_line(said, 40)})
            return unclear if found is None else found
        if field.kind == "day":
            day = read_date(said, self.words.language, self.today, field.sense)
            if isinstance(day, Refusal):
                return day
            show(f"  {long_date(day, self.words.language)}")
            return day.isoformat()
        return said
